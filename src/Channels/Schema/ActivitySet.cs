namespace SupervisionBot.Channels.Schema;

/// <summary>A page of a conversation: activities and the watermark after them, which the client returns verbatim.</summary>
public sealed record ActivitySet
{
    public IReadOnlyList<Activity> Activities { get; set; } = [];
    public string? Watermark { get; set; }
}

/// <summary>The id the channel gave to an activity.</summary>
public sealed record ResourceResponse
{
    public string? Id { get; set; }
}
