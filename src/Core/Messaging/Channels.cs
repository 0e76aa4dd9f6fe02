namespace SupervisionBot.Core.Messaging;

/// <summary>
/// A channel whose conversation log lives in our own database (web chat): the entry and the delivered mark commit in one transaction, so a
/// delivery is never uncertain.
/// </summary>
public interface ILogChannel
{
    string ChannelId { get; }

    /// <summary>Draws a message as an activity of that channel (JSON), with the id and time given.</summary>
    string Draw(Message message, Conversation conversation, string activityId, DateTimeOffset at);
}

/// <summary>A channel on somebody else's platform. The attempt is committed before the call; what became of it afterwards.</summary>
public interface IMessageSender
{
    string ChannelId { get; }

    /// <summary>True where the platform itself drops a second delivery with the same key.</summary>
    bool DropsDuplicates { get; }

    /// <summary>Sends once. <paramref name="key"/> is the same for every attempt of one message.</summary>
    /// <exception cref="HttpRequestException">The platform could not be reached; tried again later.</exception>
    Task<SendResult> SendAsync(Conversation conversation, string key, Message message, CancellationToken cancel);
}

/// <summary>What the platform answered.</summary>
public enum SendResult
{
    Delivered,

    /// <summary>Busy or failing: again later.</summary>
    TryLater,

    /// <summary>Refused for good: blocked, uninstalled, gone.</summary>
    Refused,
}
