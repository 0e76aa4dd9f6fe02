namespace SupervisionBot.Channels.Schema;

/// <summary>Media types of the protocol itself.</summary>
public static class ContentTypes
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
    public const string Activity = "application/vnd.microsoft.activity";
}
