namespace SupervisionBot.Channels.DirectLine;

/// <summary>Whom a token stands for: one person in their one conversation.</summary>
public sealed record DirectLineCaller(Guid ConversationId, Guid PersonId, string Name)
{
    /// <summary>The conversation's id on the wire.</summary>
    public string Conversation => ConversationId.ToString("N");

    /// <summary>The person's id on the wire.</summary>
    public string UserId => PersonId.ToString("N");
}
