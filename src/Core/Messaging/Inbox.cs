using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Messaging;

/// <summary>An activity as it came in. <paramref name="Key"/> is the platform's own id of it.</summary>
/// <param name="Draw">Makes the stored activity from its new id and time; on web chat it is also the echo.</param>
/// <param name="Files">Files that came with it, stored in the same transaction; a second delivery stores none.</param>
public sealed record Incoming(Guid ConversationId, string Key, Func<string, DateTimeOffset, string> Draw, IReadOnlyList<StoredFile>? Files = null);

/// <summary>The activity's id; the same one on a second delivery.</summary>
public sealed record Accepted(string ActivityId, bool Duplicate);

/// <summary>Stores what comes in before it is acknowledged, and keeps count of what could not be handled.</summary>
public sealed class Inbox(Database database, ConversationLog log, Wakeups wakeups, TimeProvider machine)
{
    /// <summary>After so many failures a message is set aside and shown to the office.</summary>
    public const int Attempts = 3;

    /// <summary>What stands as the last error while a message is handled that an earlier process left behind.</summary>
    private const string TakenUpAgain = "TakenUpAgain";

    /// <summary>Stores a message of a web chat together with its echo in the log.</summary>
    /// <returns>Null when there is no such conversation.</returns>
    public Task<Accepted?> AcceptAsync(Incoming incoming, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        return database.WriteAsync<Accepted?>(
            async (db, token) =>
            {
                var conversation = await db.Conversations.FirstOrDefaultAsync(c => c.Id == incoming.ConversationId, token);
                if (conversation is null)
                {
                    return null;
                }

                var known = await db
                    .Inbox.Where(i => i.ConversationId == conversation.Id && i.Key == incoming.Key)
                    .Select(i => i.ActivityId)
                    .FirstOrDefaultAsync(token);
                if (known is not null)
                {
                    return new Accepted(known, Duplicate: true);
                }

                db.Files.AddRange(incoming.Files ?? []);
                var activity = "";
                var id = await log.AppendAsync(db, conversation, (newId, at) => activity = incoming.Draw(newId, at), token);
                db.Inbox.Add(
                    new InboxItem
                    {
                        ConversationId = conversation.Id,
                        Key = incoming.Key,
                        PersonId = conversation.PersonId,
                        ActivityId = id,
                        Activity = activity,
                        ReceivedAt = machine.GetUtcNow(),
                    }
                );
                db.AfterCommit.Add(wakeups.InboxHasGrown);
                return new Accepted(id, Duplicate: false);
            },
            cancel
        );
    }

    /// <summary>Messages that wait to be handled, oldest first.</summary>
    public Task<List<PendingMessage>> PendingAsync(CancellationToken cancel) =>
        database.ReadUndatedAsync(
            (db, token) =>
                db
                    .Inbox.Where(i => i.State == InboxState.Pending)
                    .OrderBy(i => i.Id)
                    .Select(i => new PendingMessage(i.Id, i.ConversationId))
                    .Take(500)
                    .ToListAsync(token),
            cancel
        );

    /// <summary>
    /// Counts the attempt, before it is made, to handle a message that an earlier process left behind: it may be what ended that process, and then nobody comes to
    /// count afterwards. A message that has ended three is set aside and not tried again.
    /// </summary>
    /// <returns>True when it has now been set aside.</returns>
    public Task<bool> TakeUpAgainAsync(long id, CancellationToken cancel) =>
        database.WriteAsync(
            async (db, token) =>
            {
                if (await db.Inbox.FirstOrDefaultAsync(i => i.Id == id && i.State == InboxState.Pending, token) is not { } item)
                {
                    return false;
                }

                item.Failures++;
                item.LastError = TakenUpAgain;
                if (item.Failures >= Attempts)
                {
                    item.State = InboxState.SetAside;
                }

                return item.State == InboxState.SetAside;
            },
            cancel
        );

    /// <summary>Takes that count back: the process was told to stop, the message did nothing.</summary>
    public Task PutBackAsync(long id) =>
        database.WriteAsync(
            (db, token) =>
                db
                    .Inbox.Where(i => i.Id == id && i.State == InboxState.Pending && i.LastError == TakenUpAgain)
                    .ExecuteUpdateAsync(
                        i => i.SetProperty(row => row.Failures, row => row.Failures - 1).SetProperty(row => row.LastError, (string?)null),
                        token
                    ),
            CancellationToken.None
        );

    /// <summary>Notes that handling failed; the third time sets the message aside.</summary>
    /// <returns>True when it has now been set aside.</returns>
    public Task<bool> FailedAsync(long id, Exception error, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(error);
        return database.WriteAsync(
            async (db, token) =>
            {
                var item = await db.Inbox.FirstAsync(i => i.Id == id, token);
                // One that was taken up again has been counted beforehand.
                item.Failures += item.LastError == TakenUpAgain ? 0 : 1;
                item.LastError = error.GetType().Name;
                if (item.Failures >= Attempts)
                {
                    item.State = InboxState.SetAside;
                }

                return item.State == InboxState.SetAside;
            },
            cancel
        );
    }
}

public sealed record PendingMessage(long Id, Guid ConversationId);
