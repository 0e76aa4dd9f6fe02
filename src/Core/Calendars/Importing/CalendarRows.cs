namespace SupervisionBot.Core.Calendars.Importing;

/// <summary>What a file says, row by row and still as text, with where it stands in the file.</summary>
/// <param name="Hours">Null where the file says nothing of it; so with <paramref name="Seasons"/> and <paramref name="Exceptions"/>.</param>
/// <param name="Problems">What could not be read as rows at all.</param>
internal sealed record CalendarRows(
    IReadOnlyList<YearRow> Years,
    IReadOnlyList<HolidayRow> Holidays,
    HoursRow? Hours,
    IReadOnlyList<HoursRow>? Seasons,
    IReadOnlyList<ExceptionRow>? Exceptions,
    IReadOnlyList<string> Problems
)
{
    public static CalendarRows Unreadable(string problem) => new([], [], null, null, null, [problem]);
}

internal sealed record YearRow(string Where, string Year, bool Published, string Source);

/// <summary>Days off, or days worked instead; <paramref name="To"/> is empty for a single day.</summary>
internal sealed record HolidayRow(string Where, string Year, bool IsWorked, string Name, string From, string To);

internal sealed record HoursRow(string Where, string Name, string From, string To, IReadOnlyList<string> Segments);

/// <summary>No <paramref name="Segments"/>: off; null: the usual hours.</summary>
internal sealed record ExceptionRow(string Where, string Date, string Name, IReadOnlyList<string>? Segments);
