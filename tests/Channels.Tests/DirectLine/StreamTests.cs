using System.Net;
using System.Net.WebSockets;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Channels.Tests.DirectLine;

public sealed class StreamTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Two_sockets_of_one_person_both_get_everything_and_others_nothing(StorageProvider provider)
    {
        await using var host = await DirectLineHost.StartAsync(provider);
        var chat = await host.SignInAsync();
        var other = await host.SignInAsync("wangzhigang");
        using var phone = await chat.ConnectAsync();
        using var desk = await chat.ConnectAsync();
        using var elsewhere = await other.ConnectAsync();

        var id = await chat.SayAsync("在吗");
        await other.SayAsync("我是王志刚");

        Assert.Equal(id, (string)Assert.Single(await Chat.FrameAsync(phone))["id"]!);
        Assert.Equal(id, (string)Assert.Single(await Chat.FrameAsync(desk))["id"]!);
        Assert.Equal("我是王志刚", (string)Assert.Single(await Chat.FrameAsync(elsewhere))["text"]!);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_another_process_writes_arrives_too(StorageProvider provider)
    {
        await using var host = await DirectLineHost.StartAsync(provider);
        await using var worker = await host.StartAnotherAsync();
        var chat = await host.SignInAsync();
        using var socket = await chat.ConnectAsync();
        await chat.SayAsync("在吗");
        await Chat.FrameAsync(socket);

        await worker.SayAsync(Message.Say("明天到期"));

        Assert.Equal("明天到期", (string)Assert.Single(await Chat.FrameAsync(socket))["text"]!);
    }

    [Fact]
    public async Task Whoever_opens_the_page_sees_the_last_hundred_in_order()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.SignInAsync();
        for (var number = 1; number <= 103; number++)
        {
            await chat.SayAsync($"第{number}条");
        }

        using var socket = await (await host.SignInAsync()).ConnectAsync();
        var backlog = await Chat.FrameAsync(socket);

        Assert.Equal(Enumerable.Range(4, 100).Select(number => $"第{number}条"), backlog.Select(activity => (string)activity["text"]!));
    }

    [Fact]
    public async Task Whoever_comes_back_gets_what_was_missed_and_nothing_twice()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.SignInAsync();
        await chat.SayAsync("一");
        var watermark = (string)(await chat.ActivitiesAsync())["watermark"]!;
        await chat.SayAsync("二");
        await chat.SayAsync("三");

        var resumed = await chat.JsonAsync(HttpMethod.Get, $"conversations/{chat.Id}?watermark={watermark}");
        using var socket = await chat.ConnectAsync((string)resumed["streamUrl"]!);

        Assert.Equal(["二", "三"], (await Chat.FrameAsync(socket)).Select(activity => (string)activity["text"]!));
    }

    [Fact]
    public async Task Signs_of_life_are_dropped_and_a_goodbye_is_answered()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.SignInAsync();
        using var socket = await chat.ConnectAsync();
        await socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, endOfMessage: true, Cancel);
        await socket.SendAsync("not even JSON"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, Cancel);

        await chat.SayAsync("在吗");
        await Chat.FrameAsync(socket);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Cancel);

        Assert.Equal(WebSocketState.Closed, socket.State);
    }

    [Fact]
    public async Task Who_says_goodbye_while_much_is_on_its_way_still_gets_it_and_an_answer()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.SignInAsync();
        var much = new string('砂', 15_000);
        for (var number = 0; number < 100; number++)
        {
            await chat.SayAsync(much);
        }

        using var socket = await chat.ConnectAsync();
        var buffer = new byte[16 * 1024];
        var begun = await socket.ReceiveAsync(buffer, Cancel);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Cancel);
        // By the answer to this the server has read the goodbye, while the rest of the frame waits for its reader.
        await chat.ActivitiesAsync();

        Assert.False(begun.EndOfMessage);
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, Cancel);
        } while (!part.EndOfMessage);
        Assert.Equal(WebSocketMessageType.Text, part.MessageType);
        Assert.Equal(WebSocketMessageType.Close, (await socket.ReceiveAsync(buffer, Cancel)).MessageType);
    }

    [Fact]
    public async Task A_socket_needs_an_address_of_its_own_conversation_that_is_fresh_and_comes_from_our_page()
    {
        var clock = TestClock.At();
        await using var host = await DirectLineHost.StartAsync(clock: clock);
        var chat = await host.SignInAsync();
        var other = await host.SignInAsync("wangzhigang");

        await AssertRefusedAsync(chat, chat.StreamUrl.Replace(chat.Id, other.Id, StringComparison.Ordinal));
        await AssertRefusedAsync(chat, chat.StreamUrl.Replace("t=", "t=x", StringComparison.Ordinal));
        await AssertRefusedAsync(chat, chat.StreamUrl, origin: "https://elsewhere.example");
        clock.Advance(TimeSpan.FromMinutes(2));
        await AssertRefusedAsync(chat, chat.StreamUrl);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_pressed_card_is_replaced_under_its_own_id_and_keeps_its_place(StorageProvider provider)
    {
        await using var host = await DirectLineHost.StartAsync(provider);
        var chat = await host.SignInAsync();
        await host.SayAsync(new Message { Title = "请您看一下", Choices = [new("报领导审签", "release"), new("先不报", "cancel")] });
        using var socket = await chat.ConnectAsync();
        var card = Assert.Single(await Chat.FrameAsync(socket));
        var press = card["attachments"]![0]!["content"]!["body"]!.AsArray()[^1]!["actions"]![0]!["data"]!.ToJsonString();
        using var pressed = await chat.PostAsync(
            $$$"""{"type":"message","value":{{{press}}},"channelData":{"postBack":true,"clientActivityID":"p1"}}"""
        );

        var echo = Assert.Single(await Chat.FrameAsync(socket));
        Assert.Equal((string)card["id"]!, (string)echo["replyToId"]!);
        await host.ShowChosenAsync(chat, (string)echo["replyToId"]!, "1 报领导审签");

        var replaced = Assert.Single(await Chat.FrameAsync(socket));
        Assert.Equal((string)card["id"]!, (string)replaced["id"]!);
        Assert.Equal(card["channelData"]!.ToJsonString(), replaced["channelData"]!.ToJsonString());
        Assert.Contains("已选：1 报领导审签", replaced.ToJsonString(Readable), StringComparison.Ordinal);
        Assert.DoesNotContain("Action.Submit", replaced.ToJsonString(), StringComparison.Ordinal);
    }

    private static System.Text.Json.JsonSerializerOptions Readable { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task AssertRefusedAsync(Chat chat, string url, string? origin = null)
    {
        var refusal = await Assert.ThrowsAsync<WebSocketException>(() => chat.ConnectAsync(url, origin));
        Assert.Contains(
            ((int)HttpStatusCode.Forbidden).ToString(System.Globalization.CultureInfo.InvariantCulture),
            refusal.Message,
            StringComparison.Ordinal
        );
    }
}
