namespace SupervisionBot.Core.Documents;

/// <summary>What minutes are compiled from. Lists are in protocol order already; every text is as people typed it.</summary>
public sealed record MinutesFacts(
    string Title,
    DateOnly Day,
    string Place,
    IReadOnlyList<MinutesItem> Items,
    IReadOnlyList<MinutesAttendee> Attendees
)
{
    /// <summary>上次议定事项, each with how it stands; the session hears them first. None: no such section.</summary>
    public IReadOnlyList<PreviousResolution> PreviousResolutions { get; init; } = [];
}

/// <summary>One item of the agenda. <paramref name="Discussion"/> is what the recorder wrote, one paragraph a line.</summary>
public sealed record MinutesItem(
    string Title,
    string Account,
    string? Negotiation,
    IReadOnlyList<MinutesView> Views,
    string Discussion,
    IReadOnlyList<MinutesResolution> Resolutions
)
{
    /// <summary>What the parties came to; null while nobody has said.</summary>
    public MinutesOutcome? Outcome { get; init; }
}

/// <summary>How a consultation ends (domain: a5).</summary>
public enum MinutesOutcome
{
    /// <summary>已达成一致.</summary>
    Agreed,

    /// <summary>未达成一致（协调意见）: what follows is the view of who coordinates.</summary>
    NotAgreed,

    /// <summary>提请上级决定.</summary>
    Referred,
}

/// <summary>A resolution of an earlier session; <paramref name="Status"/> is one sentence on how it stands.</summary>
public sealed record PreviousResolution(string Text, MinutesUnit Lead, DateOnly? DueOn, string Status);

/// <summary>A unit by its full name, and by what it is called in speech.</summary>
public sealed record MinutesUnit(string Name, string ShortName);

public enum MinutesViewKind
{
    Own,
    NotOurs,
    None,
}

/// <summary>The written view of one unit.</summary>
public sealed record MinutesView(MinutesUnit Unit, MinutesViewKind Kind, string? Text, string? Basis);

/// <summary>What was agreed; no date means for good.</summary>
public sealed record MinutesResolution(string Text, MinutesUnit Lead, IReadOnlyList<MinutesUnit> Supporting, DateOnly? DueOn);

/// <summary>Under which heading somebody stands, in the order of the document.</summary>
public enum MinutesPart
{
    Host,
    Attend,
    Leave,
    Absent,
    SitIn,
    Recorder,
}

/// <summary>One who was expected; <paramref name="Attendee"/> is post and name, empty where nobody was named.</summary>
public sealed record MinutesAttendee(MinutesPart Part, MinutesUnit Unit, string Attendee, bool IsTownship);
