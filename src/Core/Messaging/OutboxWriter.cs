using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Messaging;

/// <summary>Puts messages into the outbox, inside the transaction that causes them. Rows are born leased to this process, which tries at once.</summary>
public sealed class OutboxWriter(TimeProvider machine, ProcessIdentity process, Wakeups wakeups)
{
    /// <summary>How long a process has a row for itself.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>News for a person; the channel is chosen when it is sent.</summary>
    public void Notice(WorkDb db, Guid personId, Message message, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(db);
        Add(db, OutboxKind.Notice, personId, null, message, now, TimeSpan.Zero, null);
    }

    /// <summary>An answer in a conversation.</summary>
    public void Reply(WorkDb db, Guid conversationId, Message message, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(db);
        Add(db, OutboxKind.Reply, null, conversationId, message, now, TimeSpan.Zero, null);
    }

    /// <summary>An answer that waits a moment, because more may be said; a later one with the same key takes its place.</summary>
    public async Task ReplyLaterAsync(
        WorkDb db,
        Guid conversationId,
        Message message,
        DateTimeOffset now,
        TimeSpan wait,
        string key,
        CancellationToken cancel
    )
    {
        await TakeBackAsync(db, conversationId, now, key, cancel);
        Add(db, OutboxKind.Reply, null, conversationId, message, now, wait, key);
    }

    /// <summary>An answer that still waits is not sent: something was said that needs another one at once.</summary>
    /// <returns>Whether one waited.</returns>
    public static async Task<bool> TakeBackAsync(WorkDb db, Guid conversationId, DateTimeOffset now, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var waiting = await db
            .Outbox.Where(o => o.TargetId == conversationId && o.State == OutboxState.Pending && o.CoalesceKey == key)
            .ToListAsync(cancel);
        foreach (var row in waiting)
        {
            row.State = OutboxState.Superseded;
            row.SettledAt = now;
            row.Version++;
        }

        return waiting.Count > 0;
    }

    private void Add(
        WorkDb db,
        OutboxKind kind,
        Guid? personId,
        Guid? conversationId,
        Message message,
        DateTimeOffset now,
        TimeSpan wait,
        string? key
    )
    {
        var start = machine.GetUtcNow() + wait;
        db.Outbox.Add(
            new OutboxItem
            {
                Kind = kind,
                PersonId = personId,
                ConversationId = conversationId,
                TargetId = personId ?? conversationId!.Value,
                Message = MessageJson.Write(message),
                CoalesceKey = key,
                CreatedAt = now,
                NotBefore = start,
                LeaseOwner = process.Name,
                LeaseUntil = start + Lease,
            }
        );
        db.AfterCommit.Add(wakeups.OutboxHasGrown);
    }
}
