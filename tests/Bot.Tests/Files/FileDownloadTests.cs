using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Channels.Files;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Files;

public sealed class FileDownloadTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_there_for_its_sender_and_for_a_signed_address_and_for_nobody_else()
    {
        await using var host = await BotHost.StartAsync();
        var file = await StoreAsync(host, "application/pdf");
        var plain = FileAddresses.Plain(file);
        var signed = host.Get<FileAddresses>().Sign(file);

        Assert.Equal(HttpStatusCode.OK, await GetAsync(host, "lihaiying", plain));
        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(host, "yuanmei", plain));
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(host, null, plain));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(host, null, signed));
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await GetAsync(host, null, signed.Replace(file.ToString("N"), Guid.NewGuid().ToString("N"), StringComparison.Ordinal))
        );
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(host, null, signed + "x"));
        host.Machine.Advance(TimeSpan.FromHours(13));
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(host, null, signed));
    }

    [Theory]
    [InlineData("application/pdf", "attachment")]
    [InlineData("image/png", "inline")]
    public async Task A_file_is_handed_out_so_that_no_browser_runs_it(string type, string disposition)
    {
        await using var host = await BotHost.StartAsync();
        using var client = host.CreateClient();
        var file = await StoreAsync(host, type);

        using var answer = await client.GetAsync(new Uri(host.Get<FileAddresses>().Sign(file), UriKind.Relative), Cancel);

        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(disposition, answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("现场 材料", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    private static Task<Guid> StoreAsync(BotHost host, string type) =>
        host.Get<Database>()
            .WriteAsync(
                async (db, token) =>
                {
                    var file = new StoredFile
                    {
                        Id = Guid.NewGuid(),
                        Name = "现场 材料",
                        ContentType = type,
                        Size = 3,
                        Content = [1, 2, 3],
                        OwnerId = await db.People.Where(p => p.Login == "lihaiying").Select(p => p.Id).SingleAsync(token),
                        At = TestClock.Start,
                    };
                    db.Files.Add(file);
                    return file.Id;
                },
                Cancel
            );

    private static async Task<HttpStatusCode> GetAsync(BotHost host, string? login, string address)
    {
        using var client = host.CreateClient();
        if (login is not null)
        {
            using var signedIn = await client.PostAsJsonAsync(new Uri("/demo/sign-in", UriKind.Relative), new { person = login }, Cancel);
            signedIn.EnsureSuccessStatusCode();
        }

        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        return answer.StatusCode;
    }
}
