using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Messaging;

/// <summary>Everybody has one permanent web chat: messages wait there until the person comes.</summary>
public static class WebChats
{
    /// <summary>The person's web chat, made on first use.</summary>
    public static async Task<Conversation> OfAsync(WorkDb db, Guid personId, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var key = personId.ToString();
        var known =
            db.Conversations.Local.FirstOrDefault(c => c.ChannelId == Conversation.WebChat && c.ChannelConversationId == key)
            ?? await db.Conversations.FirstOrDefaultAsync(c => c.ChannelId == Conversation.WebChat && c.ChannelConversationId == key, cancel);
        if (known is not null)
        {
            return known;
        }

        var made = new Conversation
        {
            Id = Guid.CreateVersion7(now),
            ChannelId = Conversation.WebChat,
            ChannelConversationId = key,
            PersonId = personId,
            StartedAt = now,
        };
        db.Conversations.Add(made);
        await db.SaveChangesAsync(cancel);
        return made;
    }
}
