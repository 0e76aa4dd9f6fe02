using System.Net;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Channels.Tests.DirectLine;

public sealed class RefusalTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Malformed =>
        [
            "",
            "{",
            "null",
            "[]",
            "\"text\"",
            "{}",
            """{"type":""}""",
            """{"type":"message"}""",
            """{"type":"message","text":"   "}""",
            """{"type":"message","text":5}""",
            """{"type":"message","text":"a","text":"b"}""",
            """{"type":"message","text":"half \ud800 a pair"}""",
            """{"type":"message","value":{"choice":{"card":"half \ud800"}}}""",
            """{"type":"message","text":"x","channelData":{"clientActivityID":"half \udc00"}}""",
            """{"type":"message","text":"x","later":["half \ud800"]}""",
            """{"type":"message","text":"x","timestamp":"yesterday"}""",
            """{"type":"message","text":"x","attachments":[{"contentType":"image/png","contentUrl":"http://elsewhere.example/1.png"}]}""",
            $$$"""{"type":"message","text":"x","channelData":{"clientActivityID":"{{{new string('x', 5000)}}}"}}""",
            $$"""{"type":"message","text":"x","value":{{string.Concat(Enumerable.Repeat("[", 5000))}}""",
        ];

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_malformed_message_is_refused_and_leaves_nothing(string body)
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.SignInAsync();

        using var answer = await chat.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("\"message\":", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(0, await host.Database.ReadAsync((db, token) => db.Inbox.CountAsync(token), Cancel));
        Assert.Empty((await chat.ActivitiesAsync())["activities"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"type":"message","text":"x","channelData":"text"}""")]
    [InlineData("""{"type":"message","text":"x","channelData":[1,2]}""")]
    [InlineData("""{"type":"message","text":"x","channelData":{"clientActivityID":{"a":1}}}""")]
    [InlineData("""{"type":"message","value":"hidden"}""")]
    [InlineData("""{"type":"message","value":{"choice":5}}""")]
    [InlineData("""{"type":"message","text":"a\u0000b"}""")]
    public async Task An_odd_but_legal_message_is_taken(string body)
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.SignInAsync();

        using var answer = await chat.PostAsync(body);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single((await chat.ActivitiesAsync())["activities"]!.AsArray());
    }

    [Theory]
    [InlineData(300_000)]
    [InlineData(10_000_000)]
    public async Task A_huge_message_is_refused(int length)
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.SignInAsync();

        using var answer = await chat.PostAsync($$"""{"type":"message","text":"{{new string('a', length)}}"}""");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty((await chat.ActivitiesAsync())["activities"]!.AsArray());
    }

    [Fact]
    public async Task A_message_that_does_not_say_how_long_it_is_is_cut_off()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.SignInAsync();
        using var body = new Unmeasured(Chat.Body($$"""{"type":"message","text":"{{new string('a', 10_000_000)}}"}"""));

        try
        {
            using var answer = await chat.SendAsync(HttpMethod.Post, $"conversations/{chat.Id}/activities", body);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        }
        catch (HttpRequestException)
        {
            // The server hung up before everything was sent, and with it went the answer.
        }

        Assert.Empty((await chat.ActivitiesAsync())["activities"]!.AsArray());
    }

    [Fact]
    public async Task A_conversation_that_does_not_exist_is_unknown_and_one_of_somebody_else_forbidden()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.SignInAsync();
        var other = await host.SignInAsync("wangzhigang");

        foreach (
            var (id, expected) in new[]
            {
                (Guid.NewGuid().ToString("N"), HttpStatusCode.NotFound),
                ("x", HttpStatusCode.NotFound),
                (other.Id, HttpStatusCode.Forbidden),
            }
        )
        {
            using var resumed = await chat.SendAsync(HttpMethod.Get, $"conversations/{id}");
            using var read = await chat.SendAsync(HttpMethod.Get, $"conversations/{id}/activities");
            using var posted = await chat.SendAsync(
                HttpMethod.Post,
                $"conversations/{id}/activities",
                Chat.Body("""{"type":"message","text":"x"}""")
            );
            Assert.Equal([expected, expected, expected], [resumed.StatusCode, read.StatusCode, posted.StatusCode]);
        }

        Assert.Empty((await other.ActivitiesAsync())["activities"]!.AsArray());
    }

    [Fact]
    public async Task A_token_ends_after_half_an_hour_unless_refreshed()
    {
        var clock = TestClock.At();
        await using var host = await DirectLineHost.StartAsync(clock: clock);
        var chat = await host.SignInAsync();
        clock.Advance(TimeSpan.FromMinutes(29));
        var fresh = (string)(await chat.JsonAsync(HttpMethod.Post, "tokens/refresh"))["token"]!;
        clock.Advance(TimeSpan.FromMinutes(2));

        foreach (
            var (method, path) in new[]
            {
                (HttpMethod.Post, "conversations"),
                (HttpMethod.Post, "tokens/refresh"),
                (HttpMethod.Get, $"conversations/{chat.Id}/activities"),
            }
        )
        {
            using var refused = await chat.SendAsync(method, path);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        chat.Token = fresh;
        await chat.ActivitiesAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJjb252IjoiMSJ9.")]
    public async Task A_token_that_is_none_is_refused(string token)
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.SignInAsync();
        chat.Token = token;

        using var answer = await chat.SendAsync(HttpMethod.Post, "conversations");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task The_token_of_another_server_and_that_of_a_socket_open_nothing()
    {
        await using var host = await DirectLineHost.StartAsync();
        await using var stranger = await DirectLineHost.StartAsync();
        var chat = await host.SignInAsync();

        chat.Token = (await stranger.SignInAsync()).Token;
        using var foreign = await chat.SendAsync(HttpMethod.Get, $"conversations/{chat.Id}/activities");
        chat.Token = Uri.UnescapeDataString(chat.StreamUrl[(chat.StreamUrl.IndexOf("t=", StringComparison.Ordinal) + 2)..]);
        using var socket = await chat.SendAsync(HttpMethod.Get, $"conversations/{chat.Id}/activities");

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [foreign.StatusCode, socket.StatusCode]);
    }

    [Fact]
    public async Task Somebody_who_has_left_cannot_refresh()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.SignInAsync();
        await host.Database.WriteAsync(async (db, token) => (await db.People.SingleAsync(p => p.Login == "lihaiying", token)).Active = false, Cancel);

        using var answer = await chat.SendAsync(HttpMethod.Post, "tokens/refresh");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_of_another_site_is_turned_away()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.SignInAsync();

        using var foreign = await chat.SendAsync(HttpMethod.Post, "conversations", origin: "https://elsewhere.example");
        using var own = await chat.SendAsync(HttpMethod.Post, "conversations", origin: host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));

        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.Created, own.StatusCode);
    }

    /// <summary>A body whose length is not told beforehand.</summary>
    private sealed class Unmeasured(HttpContent inner) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => inner.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
