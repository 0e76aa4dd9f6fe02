using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Messaging;

/// <summary>
/// The one door out. Takes rows leased to this process, and those whose lease has run out, in order per target. On web chat the log entry and the
/// delivered mark are one transaction; elsewhere an attempt is committed before the call, so that a delivery whose outcome died with its process
/// is known to be uncertain: a reply is sent again, a notice only where the platform drops duplicates.
/// </summary>
public sealed partial class Outbox(
    Database database,
    TimeProvider machine,
    BusinessClock clock,
    ProcessIdentity process,
    ConversationLog log,
    IEnumerable<ILogChannel> logChannels,
    IEnumerable<IMessageSender> senders,
    ILogger<Outbox> logger
)
{
    private const int Batch = 200;

    /// <summary>Sends everything that is due now.</summary>
    /// <returns>How many rows were settled, and when the next waiting row of this process becomes due (machine clock).</returns>
    public async Task<(int Settled, DateTimeOffset? NextDue)> DispatchAsync(CancellationToken cancel)
    {
        var settled = 0;
        while (true)
        {
            var now = machine.GetUtcNow();
            var due = await database.ReadUndatedAsync((db, token) => Due(db, now).Take(Batch).ToListAsync(token), cancel);
            var progressed = 0;
            foreach (var row in due)
            {
                progressed += await DeliverAsync(row.Id, cancel) ? 1 : 0;
            }

            settled += progressed;
            if (due.Count < Batch || progressed == 0)
            {
                return (settled, await NextDueAsync(cancel));
            }
        }
    }

    private IQueryable<OutboxItem> Due(WorkDb db, DateTimeOffset now) =>
        db
            .Outbox.Where(o =>
                (o.State == OutboxState.Pending && o.NotBefore <= now && (o.LeaseOwner == process.Name || o.LeaseUntil < now))
                || (o.State == OutboxState.Attempting && o.LeaseUntil < now)
            )
            .OrderBy(o => o.Id);

    private Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) =>
        database.ReadUndatedAsync(
            (db, token) =>
                db
                    .Outbox.Where(o => o.State == OutboxState.Pending)
                    .OrderBy(o => o.NotBefore)
                    .Select(o => (DateTimeOffset?)o.NotBefore)
                    .FirstOrDefaultAsync(token),
            cancel
        );

    private async Task<bool> DeliverAsync(long id, CancellationToken cancel)
    {
        Attempt attempt;
        try
        {
            attempt = await database.WriteAsync((db, token) => BeginAsync(db, id, token), cancel);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // It cannot be read, drawn or placed. That is this row's trouble alone: the others must not wait behind it.
            Log.RowFailed(logger, error, id);
            await database.WriteAsync((db, token) => CountFailureAsync(db, id, error, token), cancel);
            return false;
        }

        if (attempt.Sender is null)
        {
            return attempt.Settled;
        }

        var (result, failure) = await SendAsync(attempt, id, cancel);
        return await database.WriteAsync((db, token) => FinishAsync(db, id, attempt.Sender, result, failure, token), cancel);
    }

    /// <summary>Sends; no result where the call broke off and the platform may have it or not.</summary>
    private async Task<(SendResult? Result, Exception? Failure)> SendAsync(Attempt attempt, long id, CancellationToken cancel)
    {
        try
        {
            return (await attempt.Sender!.SendAsync(attempt.Conversation!, $"outbox-{id}", attempt.Message!, cancel), null);
        }
        catch (HttpRequestException unreachable)
        {
            Log.AttemptFailed(logger, unreachable, id);
            return (SendResult.TryLater, unreachable);
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            Log.RowFailed(logger, error, id);
            return (null, error);
        }
    }

    private async Task<Attempt> BeginAsync(WorkDb db, long id, CancellationToken cancel)
    {
        var now = machine.GetUtcNow();
        var row = await Due(db, now).FirstOrDefaultAsync(o => o.Id == id, cancel);
        if (row is null || await IsBehindAnotherAsync(db, row, now, cancel))
        {
            return new Attempt(false);
        }

        row.Version++;
        var message = MessageJson.ReadMessage(row.Message);
        if (await TargetAsync(db, row, message, now, cancel) is not { } conversation)
        {
            row.Settle(OutboxState.Withdrawn, now);
            return new Attempt(true);
        }

        var channel = logChannels.FirstOrDefault(c => c.ChannelId == conversation.ChannelId);
        if (channel is not null)
        {
            await WriteToLogAsync(db, row, conversation, channel, message, cancel);
            return new Attempt(true);
        }

        var sender = senders.First(s => s.ChannelId == conversation.ChannelId);
        if (row.State == OutboxState.Attempting && !MayRepeat(row, sender))
        {
            row.Settle(OutboxState.Uncertain, now);
            return new Attempt(true);
        }

        row.State = OutboxState.Attempting;
        row.Attempts++;
        row.LeaseOwner = process.Name;
        row.LeaseUntil = now + OutboxWriter.Lease;
        return new Attempt(false, sender, conversation, message);
    }

    private async Task WriteToLogAsync(
        WorkDb db,
        OutboxItem row,
        Conversation conversation,
        ILogChannel channel,
        Message message,
        CancellationToken cancel
    )
    {
        string Draw(string activityId, DateTimeOffset at) => channel.Draw(message, conversation, activityId, at);
        var id = await log.AppendAsync(db, conversation, Draw, cancel);
        if (message.Choices.Count > 0)
        {
            conversation.LastList = MessageJson.Write(new ChoiceList(message.Title, message.Choices, ConversationLog.PlaceOf(id)));
            conversation.LastListAt = row.CreatedAt;
        }

        row.Settle(OutboxState.Delivered, machine.GetUtcNow());
    }

    private async Task<bool> FinishAsync(WorkDb db, long id, IMessageSender sender, SendResult? result, Exception? failure, CancellationToken cancel)
    {
        var row = await db.Outbox.FirstAsync(o => o.Id == id, cancel);
        if (row.State != OutboxState.Attempting || row.LeaseOwner != process.Name)
        {
            return false;
        }

        row.Version++;
        row.LastError = failure?.GetType().Name;
        var now = machine.GetUtcNow();
        switch (result)
        {
            case SendResult.Delivered:
                row.Settle(OutboxState.Delivered, now);
                break;
            case SendResult.Refused:
                row.Settle(OutboxState.SetAside, now);
                break;
            case null when !MayRepeat(row, sender):
                row.Settle(OutboxState.Uncertain, now);
                break;
            default:
                row.PutOff(now);
                break;
        }

        return row.State != OutboxState.Pending;
    }

    private async Task CountFailureAsync(WorkDb db, long id, Exception error, CancellationToken cancel)
    {
        var row = await db.Outbox.FirstAsync(o => o.Id == id, cancel);
        row.Version++;
        row.Attempts++;
        row.LastError = error.GetType().Name;
        var before = row.State;
        row.PutOff(machine.GetUtcNow());
        if (before == OutboxState.Attempting && row.State == OutboxState.Pending)
        {
            // What became of the attempt before is still unknown.
            row.State = before;
        }
    }

    /// <summary>Whether it may be sent again although the platform may have it already.</summary>
    private static bool MayRepeat(OutboxItem row, IMessageSender sender) => row.Kind == OutboxKind.Reply || sender.DropsDuplicates;

    private static Task<bool> IsBehindAnotherAsync(WorkDb db, OutboxItem row, DateTimeOffset now, CancellationToken cancel) =>
        db.Outbox.AnyAsync(
            o =>
                o.TargetId == row.TargetId
                && o.Id < row.Id
                && ((o.State == OutboxState.Pending && o.NotBefore <= now) || o.State == OutboxState.Attempting),
            cancel
        );

    /// <summary>Where it goes; null where the person it was for has left.</summary>
    private async Task<Conversation?> TargetAsync(WorkDb db, OutboxItem row, Message message, DateTimeOffset now, CancellationToken cancel)
    {
        if (row.ConversationId is { } conversation)
        {
            return await db.Conversations.FirstAsync(c => c.Id == conversation, cancel);
        }

        var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == row.PersonId && p.Active, cancel);
        return person is null ? null : await WebChats.OfAsync(db, await ReaderAsync(db, person, message, cancel), now, cancel);
    }

    /// <summary>What wants something done goes to the B角 while the person is away; mere news waits for their return.</summary>
    private async Task<Guid> ReaderAsync(WorkDb db, Person person, Message message, CancellationToken cancel)
    {
        var wantsAct = message.Choices.Any(c => c.Url is null);
        return wantsAct && person.IsAway(ChinaTime.DateOf(clock.Now)) && await db.People.AnyAsync(p => p.Id == person.DeputyId && p.Active, cancel)
            ? person.DeputyId!.Value
            : person.Id;
    }

    private sealed record Attempt(bool Settled, IMessageSender? Sender = null, Conversation? Conversation = null, Message? Message = null);

    private static partial class Log
    {
        [LoggerMessage(1201, LogLevel.Warning, "Outbox row {Id}: the platform could not be reached")]
        public static partial void AttemptFailed(ILogger logger, Exception error, long id);

        [LoggerMessage(1202, LogLevel.Error, "Outbox row {Id} could not be handled")]
        public static partial void RowFailed(ILogger logger, Exception error, long id);
    }
}
