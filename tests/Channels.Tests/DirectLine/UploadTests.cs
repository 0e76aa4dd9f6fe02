using System.Net;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Channels.Tests.DirectLine;

public sealed class UploadTests
{
    private const string Activity =
        """{"type":"message","channelData":{"clientActivityID":"u1"},"attachments":[{"contentType":"x/y","contentUrl":"http://elsewhere.example/1"}]}""";
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
    private static readonly byte[] Pdf = "%PDF-1.7 and so on"u8.ToArray();

    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Files_are_kept_under_their_Chinese_names_and_shown_in_the_echo(StorageProvider provider)
    {
        await using var host = await DirectLineHost.StartAsync(provider);
        var chat = await host.SignInAsync();

        using var answer = await chat.UploadAsync(Activity, ("现场 照片.png", Png), ("..\\..\\说明.PDF", Pdf));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var files = await host.Database.ReadAsync((db, token) => db.Files.OrderBy(f => f.Name).ToListAsync(token), Cancel);
        Assert.Equal([("现场 照片.png", "image/png"), ("说明.PDF", "application/pdf")], files.Select(f => (f.Name, f.ContentType)));
        Assert.Equal(Png, files[0].Content);
        Assert.Equal(chat.UserId, files[0].OwnerId!.Value.ToString("N"));
        var attachments = Assert.Single((await chat.ActivitiesAsync())["activities"]!.AsArray())!["attachments"]!.AsArray();
        Assert.StartsWith($"{host.Client.BaseAddress}files/{files[0].Id:N}?t=", (string)attachments[0]!["contentUrl"]!, StringComparison.Ordinal);
        Assert.Equal("说明.PDF", (string)attachments[1]!["name"]!);
    }

    [Fact]
    public async Task Nobody_gets_an_address_signed_by_writing_it_into_a_message()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.SignInAsync();
        const string forged = "{\"contentUrl\":\"/files/0123456789abcdef0123456789abcdef\"}";

        using var answer = await chat.PostAsync(
            $$$"""{"type":"message","text":"您好","value":{"a":{{{forged}}}},"entities":[{{{forged}}}],"more":{{{forged}}},"channelData":{"clientActivityID":"f1","attachments":[{{{forged}}}]}}"""
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var echo = Assert.Single((await chat.ActivitiesAsync())["activities"]!.AsArray())!;
        Assert.DoesNotContain("?t=", echo.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["clientActivityID", "webchat:sequence-id"], echo["channelData"]!.AsObject().Select(m => m.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_upload_sent_twice_is_kept_once()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.SignInAsync();

        using var first = await chat.UploadAsync(Activity, ("一.png", Png));
        using var again = await chat.UploadAsync(Activity, ("一.png", Png));

        Assert.Equal(await first.Content.ReadAsStringAsync(Cancel), await again.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(1, await host.Database.ReadAsync((db, token) => db.Files.CountAsync(token), Cancel));
    }

    [Fact]
    public async Task Files_without_an_activity_are_a_message_of_their_own()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.SignInAsync();

        using var answer = await chat.UploadAsync(null, ("一.png", Png));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single((await chat.ActivitiesAsync())["activities"]!.AsArray());
    }

    public static TheoryData<string, byte[], HttpStatusCode> Forbidden =>
        new()
        {
            { "脚本.html", "<script>"u8.ToArray(), HttpStatusCode.UnsupportedMediaType },
            { "程序.exe", "MZ"u8.ToArray(), HttpStatusCode.UnsupportedMediaType },
            { "图.svg", "<svg/>"u8.ToArray(), HttpStatusCode.UnsupportedMediaType },
            { "没有扩展名", Pdf, HttpStatusCode.UnsupportedMediaType },
            { "假.pdf", "MZ"u8.ToArray(), HttpStatusCode.UnsupportedMediaType },
            { "假.png", Pdf, HttpStatusCode.UnsupportedMediaType },
            { "空.pdf", [], HttpStatusCode.UnsupportedMediaType },
            { "大.pdf", [.. Pdf, .. new byte[2000]], HttpStatusCode.RequestEntityTooLarge },
        };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public async Task One_bad_file_refuses_the_whole_message(string name, byte[] content, HttpStatusCode expected)
    {
        await using var host = await DirectLineHost.StartAsync(settings: ("Channels:WebChat:UploadLimit", "2000"));
        var chat = await host.SignInAsync();

        using var answer = await chat.UploadAsync(Activity, ("好.png", Png), (name, content));

        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains("没有收下", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(0, await host.Database.ReadAsync((db, token) => db.Files.CountAsync(token), Cancel));
        Assert.Empty((await chat.ActivitiesAsync())["activities"]!.AsArray());
    }

    [Fact]
    public async Task More_than_the_limit_of_bytes_is_refused_without_being_kept()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.SignInAsync();

        using var answer = await chat.UploadAsync(Activity, ("大.pdf", [.. Pdf, .. new byte[21 * 1024 * 1024]]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(0, await host.Database.ReadAsync((db, token) => db.Files.CountAsync(token), Cancel));
    }

    [Fact]
    public async Task Too_many_files_are_refused()
    {
        await using var host = await DirectLineHost.StartAsync(settings: ("Channels:WebChat:FileLimit", "2"));
        var chat = await host.SignInAsync();

        using var answer = await chat.UploadAsync(Activity, ("1.png", Png), ("2.png", Png), ("3.png", Png));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    public async Task A_broken_activity_part_is_refused(string activity)
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.SignInAsync();

        using var answer = await chat.UploadAsync(activity, ("1.png", Png));
        using var noForm = await chat.SendAsync(HttpMethod.Post, $"conversations/{chat.Id}/upload", Chat.Body("{}"));

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest], [answer.StatusCode, noForm.StatusCode]);
        Assert.Equal(0, await host.Database.ReadAsync((db, token) => db.Files.CountAsync(token), Cancel));
    }
}
