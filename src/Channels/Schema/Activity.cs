using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupervisionBot.Channels.Schema;

/// <summary>
/// One flat JSON object on the wire: a message, an event, a change of the conversation. Names and meaning are those of the Bot Framework;
/// members we do not know are kept and sent on. Ids are opaque: compare ordinally, never parse.
/// </summary>
public sealed record Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>; unknown types are legal and are ignored.</summary>
    public string? Type { get; set; }

    /// <summary>Given by the channel, never by the sender.</summary>
    public string? Id { get; set; }

    /// <summary>UTC, set by the channel.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    public string? LocalTimestamp { get; set; }
    public string? LocalTimezone { get; set; }
    public string? ChannelId { get; set; }
    public string? ServiceUrl { get; set; }
    public ChannelAccount? From { get; set; }
    public ChannelAccount? Recipient { get; set; }
    public ConversationAccount? Conversation { get; set; }

    /// <summary>The activity answered; on a press, the one that holds the card.</summary>
    public string? ReplyToId { get; set; }

    public string? Text { get; set; }

    /// <summary>One of <see cref="TextFormatTypes"/>. Always set when sending: readers guess Markdown.</summary>
    public string? TextFormat { get; set; }

    public string? Summary { get; set; }
    public string? Locale { get; set; }
    public IReadOnlyList<Attachment>? Attachments { get; set; }
    public string? AttachmentLayout { get; set; }
    public SuggestedActions? SuggestedActions { get; set; }
    public IReadOnlyList<Entity>? Entities { get; set; }

    /// <summary>Any JSON: object, string or array.</summary>
    public JsonElement? ChannelData { get; set; }

    /// <summary>What a pressed card button carries; the payload of events and invokes. Any JSON.</summary>
    public JsonElement? Value { get; set; }

    public string? ValueType { get; set; }

    /// <summary>Name of an event or invoke.</summary>
    public string? Name { get; set; }

    public string? Action { get; set; }
    public string? DeliveryMode { get; set; }
    public string? InputHint { get; set; }
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; set; }
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; set; }
    public ConversationReference? RelatesTo { get; set; }

    /// <summary>Members this schema does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
