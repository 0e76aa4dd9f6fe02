using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Channels.Cards;
using SupervisionBot.Channels.Schema;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Channels.DirectLine;

/// <summary>Web chat as a channel: its conversations are logs in our own database, which the Direct Line server hands out.</summary>
public sealed class WebChatChannel(ConversationLog log, BusinessClock clock) : ILogChannel
{
    public string ChannelId => Conversation.WebChat;

    public string Draw(Message message, Conversation conversation, string activityId, DateTimeOffset at) =>
        Echo.OfBot(CardFaces.Of(message, activityId), conversation, activityId, clock);

    /// <summary>
    /// Puts “已选：…” in the place of a pressed card's inputs and buttons, in the transaction of the turn that handles the press.
    /// </summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="conversation">Where the card was pressed.</param>
    /// <param name="activityId">The card's activity; the press names it as <see cref="Activity.ReplyToId"/>.</param>
    /// <param name="label">What was pressed, as the button read: “1 报王志刚同志审签”.</param>
    /// <param name="cancel">Stops the work; the transaction is then rolled back.</param>
    public async Task ShowChosenAsync(WorkDb db, Conversation conversation, string activityId, string label, CancellationToken cancel)
    {
        var stored = await db
            .ConversationLog.Where(e => e.ConversationId == conversation.Id && e.ActivityId == activityId)
            .Select(e => e.Activity)
            .FirstOrDefaultAsync(cancel);
        if (stored is null || JsonSerializer.Deserialize(stored, SchemaJson.Wire.Activity) is not { } shown || shown.From?.Role != RoleTypes.Bot)
        {
            return;
        }

        var changed = JsonSerializer.Serialize(CardFaces.Chosen(shown, label), SchemaJson.Wire.Activity);
        await log.ReplaceAsync(db, conversation, activityId, (_, _) => changed, cancel);
    }
}
