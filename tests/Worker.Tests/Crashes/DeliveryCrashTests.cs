using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Worker.Tests.Crashes;

/// <summary>The sending process is killed with <c>kill -9</c> after the platform has taken the message and before it could say so.</summary>
[Collection(nameof(BotProcesses))]
public sealed class DeliveryCrashTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_reply_is_sent_again_under_the_same_key(StorageProvider provider)
    {
        var (state, received) = await CrashAsync(provider, OutboxKind.Reply, dropsDuplicates: false);

        Assert.Equal(OutboxState.Delivered, state);
        Assert.Equal(2, received.Count);
        Assert.Single(received.Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_notice_becomes_uncertain_and_is_not_sent_again(StorageProvider provider)
    {
        var (state, received) = await CrashAsync(provider, OutboxKind.Notice, dropsDuplicates: false);

        Assert.Equal(OutboxState.Uncertain, state);
        Assert.Single(received);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_notice_is_sent_again_where_the_platform_drops_duplicates(StorageProvider provider)
    {
        var (state, received) = await CrashAsync(provider, OutboxKind.Notice, dropsDuplicates: true);

        Assert.Equal(OutboxState.Delivered, state);
        Assert.Equal(2, received.Count);
        Assert.Single(received.Distinct(StringComparer.Ordinal));
    }

    private static async Task<(OutboxState State, IReadOnlyList<string> Received)> CrashAsync(
        StorageProvider provider,
        OutboxKind kind,
        bool dropsDuplicates
    )
    {
        await using var stage = await Stage.OpenAsync(provider);
        await using var platform = await Platform.StartAsync(Cancel);
        platform.Silent = true;
        await stage.AddAsync(Rows(kind));
        var first = stage.StartDelivery(platform.Address, dropsDuplicates);
        await platform.ArrivedAsync(Cancel);
        await first.KillAsync();

        platform.Silent = false;
        await stage.LeasesRunOutAsync();
        stage.StartDelivery(platform.Address, dropsDuplicates);
        await stage.QuietAsync();
        return (await stage.ReadAsync(db => db.Outbox.Select(o => o.State).SingleAsync(Cancel)), platform.Received);
    }

    private static object[] Rows(OutboxKind kind)
    {
        var now = Stage.Now.AddMinutes(-5);
        var conversation = new Conversation
        {
            Id = Guid.NewGuid(),
            ChannelId = "loopback",
            ChannelConversationId = "a",
            PersonId = Guid.NewGuid(),
            StartedAt = now,
        };
        var row = new OutboxItem
        {
            Kind = kind,
            ConversationId = conversation.Id,
            TargetId = conversation.Id,
            Message = MessageJson.Write(Message.Say("你好")),
            CreatedAt = now,
            NotBefore = now,
            LeaseOwner = "a process that is gone",
            LeaseUntil = now,
        };
        return [conversation, row];
    }
}
