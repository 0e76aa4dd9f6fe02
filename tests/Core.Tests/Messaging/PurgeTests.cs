using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Messaging;

public sealed class PurgeTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Old_traffic_goes_and_what_was_set_aside_stays(StorageProvider provider)
    {
        await using var host = await CoreHost.StartAsync(provider);
        var now = host.Machine.GetUtcNow();
        await host.Database.WriteAsync(
            (db, _) =>
            {
                for (var i = 0; i < 600; i++)
                {
                    db.Inbox.Add(Received($"old-{i}", now.AddDays(-31), InboxState.Done));
                }

                db.Inbox.AddRange(Received("young", now.AddDays(-29), InboxState.Done), Received("aside", now.AddDays(-400), InboxState.SetAside));
                db.Outbox.AddRange(
                    Sent(now.AddDays(-91), OutboxState.Delivered),
                    Sent(now.AddDays(-91), OutboxState.Superseded),
                    Sent(now.AddDays(-89), OutboxState.Delivered),
                    Sent(now.AddDays(-400), OutboxState.SetAside),
                    Sent(null, OutboxState.Pending)
                );
                db.ConversationLog.AddRange(Logged(1, now.AddDays(-366)), Logged(2, now.AddDays(-364)));
                return Task.CompletedTask;
            },
            Cancel
        );

        var gone = await host.Get<Purge>().RunAsync(Cancel);

        Assert.Equal(603, gone);
        var left = await host.Database.ReadAsync(
            async (db, token) =>
                (
                    await db.Inbox.Select(i => i.Key).Order().ToListAsync(token),
                    await db.Outbox.CountAsync(token),
                    await db.ConversationLog.CountAsync(token)
                ),
            Cancel
        );
        Assert.Equal(["aside", "young"], left.Item1);
        Assert.Equal((3, 1), (left.Item2, left.Item3));
    }

    private static InboxItem Received(string key, DateTimeOffset at, InboxState state) =>
        new()
        {
            ConversationId = Guid.Empty,
            Key = key,
            PersonId = Guid.Empty,
            ActivityId = key,
            Activity = "{}",
            ReceivedAt = at,
            State = state,
        };

    private static OutboxItem Sent(DateTimeOffset? settled, OutboxState state) =>
        new()
        {
            Kind = OutboxKind.Notice,
            TargetId = Guid.Empty,
            Message = "{}",
            CreatedAt = TestClock.Start,
            NotBefore = TestClock.Start,
            LeaseOwner = "",
            LeaseUntil = TestClock.Start,
            State = state,
            SettledAt = settled,
        };

    private static ConversationLogEntry Logged(long watermark, DateTimeOffset at) =>
        new()
        {
            ConversationId = Guid.Empty,
            Watermark = watermark,
            ActivityId = $"{watermark}",
            Activity = "{}",
            At = at,
        };
}
