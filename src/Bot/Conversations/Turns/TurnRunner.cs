using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Channels.Schema;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Turns;

/// <summary>
/// Handles one stored message in one transaction. The conversation's row is locked first, so that turns of one conversation never overlap, whichever
/// process runs them.
/// </summary>
internal sealed partial class TurnRunner(
    Database database,
    UseCases useCases,
    OutboxWriter outbox,
    Inbox inbox,
    Dialogue dialogue,
    ILogger<TurnRunner> logger
)
{
    /// <summary>Handles the message unless that has been done. A failure is counted; the third one sets the message aside and says so.</summary>
    public async Task RunAsync(long inboxId, CancellationToken cancel)
    {
        try
        {
            await database.WriteAsync((db, token) => HandleAsync(db, inboxId, token), cancel);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.TurnFailed(logger, error, inboxId);
            if (await inbox.FailedAsync(inboxId, error, cancel))
            {
                await database.WriteAsync((db, token) => ApologiseAsync(db, inboxId, token), cancel);
            }
        }
    }

    /// <summary>Handles a message that an earlier process left behind, unless it has ended too many of them.</summary>
    public async Task RunAgainAsync(long inboxId, CancellationToken cancel)
    {
        if (await inbox.TakeUpAgainAsync(inboxId, cancel))
        {
            Log.SetAside(logger, inboxId);
            await database.WriteAsync((db, token) => ApologiseAsync(db, inboxId, token), cancel);
            return;
        }

        try
        {
            await RunAsync(inboxId, cancel);
        }
        catch (OperationCanceledException)
        {
            await inbox.PutBackAsync(inboxId);
            throw;
        }
    }

    private async Task HandleAsync(WorkDb db, long inboxId, CancellationToken cancel)
    {
        // The row is read after the lock: another process may have handled it while this one waited.
        var conversationId = await db.Inbox.Where(i => i.Id == inboxId).Select(i => i.ConversationId).FirstAsync(cancel);
        await LockAsync(db, conversationId, cancel);
        var item = await db.Inbox.FirstAsync(i => i.Id == inboxId, cancel);
        if (item.State != InboxState.Pending)
        {
            return;
        }

        item.State = InboxState.Done;
        var conversation = await db.Conversations.FirstAsync(c => c.Id == item.ConversationId, cancel);
        if (await useCases.OpenAsync(db, item.PersonId, cancel) is { } work)
        {
            var activity = JsonSerializer.Deserialize(item.Activity, SchemaJson.Wire.Activity)!;
            await dialogue.HandleAsync(new TurnContext(work, conversation, activity, item.Id, outbox), cancel);
        }
        else
        {
            outbox.Reply(db, conversation.Id, Message.Say(Texts.UnknownPerson), useCases.OpenForWorker(db).Now);
        }
    }

    private async Task ApologiseAsync(WorkDb db, long inboxId, CancellationToken cancel)
    {
        var item = await db.Inbox.AsNoTracking().FirstAsync(i => i.Id == inboxId, cancel);
        var work = useCases.OpenForWorker(db);
        outbox.Reply(db, item.ConversationId, Message.Say(Texts.TurnFailed, await OfficeLine.GetAsync(db, cancel)), work.Now);
    }

    private static Task<int> LockAsync(WorkDb db, Guid conversationId, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"""UPDATE "Conversations" SET "Watermark" = "Watermark" WHERE "Id" = {conversationId}""", cancel);

    private static partial class Log
    {
        [LoggerMessage(2001, LogLevel.Error, "Message {InboxId} could not be handled")]
        public static partial void TurnFailed(ILogger logger, Exception error, long inboxId);

        [LoggerMessage(2003, LogLevel.Error, "Message {InboxId} was set aside: the process ended each time it was handled")]
        public static partial void SetAside(ILogger logger, long inboxId);
    }
}
