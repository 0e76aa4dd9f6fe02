namespace SupervisionBot.Core.Documents;

/// <summary>What minutes are compiled from. Lists are in protocol order already; every text is as people typed it.</summary>
public sealed record MinutesFacts(
    string Title,
    string Number,
    DateOnly Day,
    string Place,
    IReadOnlyList<MinutesItem> Items,
    IReadOnlyList<MinutesAttendee> Attendees
);

/// <summary>One item of the agenda. <paramref name="Discussion"/> is what the recorder wrote, one paragraph a line.</summary>
public sealed record MinutesItem(
    string Title,
    string Account,
    string? Negotiation,
    IReadOnlyList<MinutesView> Views,
    string Discussion,
    IReadOnlyList<MinutesResolution> Resolutions
);

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
