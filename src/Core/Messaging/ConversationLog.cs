using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Messaging;

/// <summary>Writes the log of web chats. The watermark is taken from the conversation's row in the same transaction, so entries never share one.</summary>
public sealed class ConversationLog(TimeProvider machine, Wakeups wakeups, WorkDbFactory factory)
{
    /// <summary>The PostgreSQL notification that tells other processes which conversation has grown.</summary>
    public const string Notification = "conversation_log";

    /// <summary>The place at which an activity was first written; a replaced card keeps it.</summary>
    /// <param name="activityId">As <see cref="AppendAsync"/> gave it.</param>
    public static long PlaceOf(string activityId)
    {
        ArgumentNullException.ThrowIfNull(activityId);
        return long.Parse(activityId.AsSpan(activityId.LastIndexOf('|') + 1), CultureInfo.InvariantCulture);
    }

    /// <summary>Appends an activity that <paramref name="draw"/> makes from its new id and its time.</summary>
    /// <returns>The activity's id.</returns>
    public async Task<string> AppendAsync(WorkDb db, Conversation conversation, Func<string, DateTimeOffset, string> draw, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(draw);
        var watermark = await NextWatermarkAsync(db, conversation.Id, cancel);
        var id = string.Create(CultureInfo.InvariantCulture, $"{conversation.Id:N}|{watermark:D7}");
        var at = machine.GetUtcNow();
        db.ConversationLog.Add(
            new ConversationLogEntry
            {
                ConversationId = conversation.Id,
                Watermark = watermark,
                ActivityId = id,
                Activity = draw(id, at),
                At = at,
            }
        );
        await TellAsync(db, conversation.Id, cancel);
        return id;
    }

    /// <summary>Puts a changed activity in the place of an earlier one: same id and time, new watermark, so that every client gets it.</summary>
    /// <returns>False when there is no such activity in the conversation.</returns>
    public async Task<bool> ReplaceAsync(
        WorkDb db,
        Conversation conversation,
        string activityId,
        Func<string, DateTimeOffset, string> draw,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(draw);
        var entry = await db.ConversationLog.FirstOrDefaultAsync(e => e.ConversationId == conversation.Id && e.ActivityId == activityId, cancel);
        if (entry is null)
        {
            return false;
        }

        entry.Watermark = await NextWatermarkAsync(db, conversation.Id, cancel);
        entry.Activity = draw(activityId, entry.At);
        await TellAsync(db, conversation.Id, cancel);
        return true;
    }

    private static async Task<long> NextWatermarkAsync(WorkDb db, Guid conversationId, CancellationToken cancel)
    {
        var taken = await db
            .Database.SqlQuery<long>(
                $"""UPDATE "Conversations" SET "Watermark" = "Watermark" + 1 WHERE "Id" = {conversationId} RETURNING "Watermark" AS "Value" """
            )
            .ToListAsync(cancel);
        return taken[0];
    }

    private async Task TellAsync(WorkDb db, Guid conversationId, CancellationToken cancel)
    {
        db.AfterCommit.Add(() => wakeups.LogHasGrown(conversationId));
        if (factory.Provider == StorageProvider.Postgres)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Notification}, {conversationId.ToString()})", cancel);
        }
    }
}
