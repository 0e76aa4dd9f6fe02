using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Messaging;

/// <summary>
/// Forgets what is only traffic: messages handled 30 days ago, deliveries of 90 days ago, the log of web chats after a year. In small transactions, so
/// that nobody waits for it. What was set aside stays until somebody has looked at it; the history of records is never touched.
/// </summary>
public sealed class Purge(Database database, TimeProvider machine)
{
    private const int Batch = 500;
    private static readonly TimeSpan KeepInbox = TimeSpan.FromDays(30);
    private static readonly TimeSpan KeepOutbox = TimeSpan.FromDays(90);
    private static readonly TimeSpan KeepLog = TimeSpan.FromDays(365);

    /// <summary>Purges everything that is old enough now.</summary>
    /// <returns>How many rows went.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = machine.GetUtcNow();
        var (inbox, outbox, log) = (now - KeepInbox, now - KeepOutbox, now - KeepLog);
        return await InBatchesAsync(db => db.Inbox.Where(i => i.State == InboxState.Done && i.ReceivedAt < inbox).OrderBy(i => i.Id), cancel)
            + await InBatchesAsync(
                db =>
                    db.Outbox.Where(o =>
                            (o.State == OutboxState.Delivered || o.State == OutboxState.Superseded || o.State == OutboxState.Withdrawn)
                            && o.SettledAt < outbox
                        )
                        .OrderBy(o => o.Id),
                cancel
            )
            + await InBatchesAsync(db => db.ConversationLog.Where(e => e.At < log).OrderBy(e => e.Id), cancel);
    }

    private async Task<int> InBatchesAsync<T>(Func<WorkDb, IQueryable<T>> old, CancellationToken cancel)
    {
        var all = 0;
        int gone;
        do
        {
            gone = await database.WriteAsync((db, token) => old(db).Take(Batch).ExecuteDeleteAsync(token), cancel);
            all += gone;
        } while (gone == Batch);
        return all;
    }
}
