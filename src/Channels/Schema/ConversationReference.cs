namespace SupervisionBot.Channels.Schema;

/// <summary>All that is needed to speak into a conversation later.</summary>
public sealed record ConversationReference
{
    public string? ActivityId { get; set; }
    public ChannelAccount? User { get; set; }
    public ChannelAccount? Bot { get; set; }
    public ConversationAccount? Conversation { get; set; }
    public string? ChannelId { get; set; }
    public string? ServiceUrl { get; set; }
    public string? Locale { get; set; }

    /// <summary>The reference an inbound activity gives: its sender is the user, its recipient the bot.</summary>
    public static ConversationReference Of(Activity inbound) =>
        new()
        {
            ActivityId = inbound.Id,
            User = inbound.From,
            Bot = inbound.Recipient,
            Conversation = inbound.Conversation,
            ChannelId = inbound.ChannelId,
            ServiceUrl = inbound.ServiceUrl,
            Locale = inbound.Locale,
        };
}
