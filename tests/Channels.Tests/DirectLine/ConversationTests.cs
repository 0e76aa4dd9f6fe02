using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Channels.Tests.DirectLine;

public sealed class ConversationTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Everybody_has_one_permanent_conversation(StorageProvider provider)
    {
        await using var host = await DirectLineHost.StartAsync(provider);
        var first = await host.SignInAsync();
        var again = await host.SignInAsync();
        var other = await host.SignInAsync("wangzhigang");

        Assert.Equal(first.Id, again.Id);
        Assert.NotEqual(first.Id, other.Id);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_message_is_stored_and_echoed_before_its_id_is_answered(StorageProvider provider)
    {
        await using var host = await DirectLineHost.StartAsync(provider);
        var chat = await host.SignInAsync();

        using var answer = await chat.PostAsync(
            """{"type":"message","text":"你好","locale":"zh-CN","from":{"id":"somebody-else","role":"bot"},"channelId":"webchat","callerId":"x","channelData":{"clientActivityID":"c1","own":1},"later":[1]}"""
        );

        var id = (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!["id"]!;
        var page = await chat.ActivitiesAsync();
        var echo = Assert.Single(page["activities"]!.AsArray())!;
        Assert.Equal(id, (string)echo["id"]!);
        Assert.Equal("你好", (string)echo["text"]!);
        Assert.Equal("c1", (string)echo["channelData"]!["clientActivityID"]!);
        Assert.Null(echo["channelData"]!["own"]);
        Assert.Equal(1, (int)echo["later"]![0]!);
        Assert.Equal((chat.UserId, "李海英", "user"), ((string)echo["from"]!["id"]!, (string)echo["from"]!["name"]!, (string)echo["from"]!["role"]!));
        Assert.Equal(chat.Id, (string)echo["conversation"]!["id"]!);
        Assert.Null(echo["callerId"]);
        Assert.NotNull(echo["timestamp"]);
        var stored = await host.Database.ReadAsync((db, token) => db.Inbox.SingleAsync(token), Cancel);
        Assert.Equal(("c1", id), (stored.Key, stored.ActivityId));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_message_sent_twice_is_answered_twice_and_taken_once(StorageProvider provider)
    {
        await using var host = await DirectLineHost.StartAsync(provider);
        var chat = await host.SignInAsync();

        var ids = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => chat.SayAsync("汾河滩有人夜里挖砂", "same")));

        Assert.Single(ids.Distinct());
        Assert.Single((await chat.ActivitiesAsync())["activities"]!.AsArray());
        Assert.Equal(1, await host.Database.ReadAsync((db, token) => db.Inbox.CountAsync(token), Cancel));
    }

    [Fact]
    public async Task The_same_client_id_of_two_people_is_two_messages()
    {
        await using var host = await DirectLineHost.StartAsync();
        await (await host.SignInAsync()).SayAsync("一", "same");
        await (await host.SignInAsync("wangzhigang")).SayAsync("二", "same");

        Assert.Equal(2, await host.Database.ReadAsync((db, token) => db.Inbox.CountAsync(token), Cancel));
    }

    [Fact]
    public async Task Polling_goes_on_from_the_watermark()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.SignInAsync();
        await chat.SayAsync("一");
        var first = (string)(await chat.ActivitiesAsync())["watermark"]!;
        await chat.SayAsync("二");

        var second = await chat.ActivitiesAsync(first);
        var third = await chat.ActivitiesAsync((string)second["watermark"]!);

        Assert.Equal("二", (string)Assert.Single(second["activities"]!.AsArray())!["text"]!);
        Assert.Empty(third["activities"]!.AsArray());
        Assert.Equal((string)second["watermark"]!, (string)third["watermark"]!);
    }

    [Theory]
    [InlineData("999999", HttpStatusCode.OK)]
    [InlineData("null", HttpStatusCode.OK)]
    [InlineData("-1", HttpStatusCode.BadRequest)]
    [InlineData("abc", HttpStatusCode.BadRequest)]
    [InlineData("99999999999999999999", HttpStatusCode.BadRequest)]
    public async Task A_strange_watermark_is_answered_calmly(string watermark, HttpStatusCode expected)
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.SignInAsync();

        using var answer = await chat.SendAsync(HttpMethod.Get, $"conversations/{chat.Id}/activities?watermark={watermark}");

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("event")]
    [InlineData("typing")]
    [InlineData("conversationUpdate")]
    [InlineData("somethingNew")]
    public async Task What_is_no_message_is_answered_and_dropped(string type)
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.SignInAsync();

        using var answer = await chat.PostAsync($$$"""{"type":"{{{type}}}","name":"webchat/join","value":{"a":1}}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty((await chat.ActivitiesAsync())["activities"]!.AsArray());
    }
}
