using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Channels.DirectLine;

/// <summary>Reads web chats for clients: the log after a watermark, page by page, as the wire wants it.</summary>
public sealed class ConversationReader(Database database)
{
    /// <summary>How many activities one answer or frame holds, and how many are replayed to somebody who opens the page.</summary>
    internal const int PageSize = 100;

    /// <summary>The conversation's watermark now; null if there is no such web chat.</summary>
    internal Task<long?> WatermarkAsync(Guid conversationId, CancellationToken cancel) =>
        database.ReadUndatedAsync(
            (db, token) =>
                db
                    .Conversations.Where(c => c.Id == conversationId && c.ChannelId == Conversation.WebChat)
                    .Select(c => (long?)c.Watermark)
                    .FirstOrDefaultAsync(token),
            cancel
        );

    /// <summary>Where to begin so that the last <see cref="PageSize"/> activities are seen.</summary>
    internal Task<long> ReplayFromAsync(Guid conversationId, CancellationToken cancel) =>
        database.ReadUndatedAsync(
            async (db, token) =>
            {
                var oldest = await Log(db, conversationId).OrderByDescending(e => e.Watermark).Skip(PageSize - 1).FirstOrDefaultAsync(token);
                return oldest is null ? 0 : oldest.Watermark - 1;
            },
            cancel
        );

    /// <summary>The next activities after a watermark, in the order they were written.</summary>
    internal async Task<LogPage> AfterAsync(Guid conversationId, long watermark, CancellationToken cancel)
    {
        var entries = await database.ReadUndatedAsync(
            (db, token) => Log(db, conversationId).Where(e => e.Watermark > watermark).OrderBy(e => e.Watermark).Take(PageSize).ToListAsync(token),
            cancel
        );
        return new LogPage(entries.ConvertAll(e => e.Activity), entries.Count > 0 ? entries[^1].Watermark : watermark);
    }

    private static IQueryable<ConversationLogEntry> Log(WorkDb db, Guid conversationId) =>
        db.ConversationLog.Where(e => e.ConversationId == conversationId);
}
