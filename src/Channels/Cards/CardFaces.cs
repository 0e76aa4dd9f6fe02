using System.Text.Json.Nodes;
using SupervisionBot.Channels.Schema;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Channels.Cards;

/// <summary>
/// A message as an activity: one Adaptive Card where there is something to press or to read in rows, otherwise plain text.
/// Text and card never stand side by side, because Web Chat shows both. What users wrote is never read as markup.
/// </summary>
public static class CardFaces
{
    /// <summary>The activity to send; id, sender and time are the channel's to add.</summary>
    /// <param name="message">What to say.</param>
    /// <param name="activityId">Where the channel knows it beforehand and its client does not say which card was pressed: every button carries it.</param>
    public static Activity Of(Message message, string? activityId = null) =>
        NeedsCard(message) ? Carded(message, AdaptiveCardFace.Of(message, activityId)) : Plain(message);

    /// <summary>What replaces a card after a press: the same without inputs and buttons, and a line that says what was chosen.</summary>
    /// <param name="shown">The activity as it stands in the conversation.</param>
    /// <param name="label">What was pressed, as the button read: “1 报王志刚同志审签”.</param>
    /// <returns>The activity itself if it holds no card.</returns>
    public static Activity Chosen(Activity shown, string label) =>
        shown.Attachments is [{ ContentType: ContentTypes.AdaptiveCard, Content: JsonObject card }]
            ? shown with
            {
                Attachments = [new Attachment { ContentType = ContentTypes.AdaptiveCard, Content = AdaptiveCardFace.Chosen(card, label) }],
            }
            : shown;

    private static bool NeedsCard(Message message) =>
        message.Choices.Count > 0 || message.Facts.Count > 0 || message.Files.Count > 0 || message.Form is not null;

    private static Activity Carded(Message message, JsonObject card) =>
        new()
        {
            Type = ActivityTypes.Message,
            Summary = message.Title,
            Attachments = [new Attachment { ContentType = ContentTypes.AdaptiveCard, Content = card }],
        };

    private static Activity Plain(Message message) =>
        new()
        {
            Type = ActivityTypes.Message,
            Text = TextFace.Of(message),
            TextFormat = TextFormatTypes.Plain,
        };
}
