using SupervisionBot.Core.Calendars;

namespace SupervisionBot.Core.Documents.Spreadsheets;

/// <summary>How a cell is stored, so that a spreadsheet program can sort and count it.</summary>
public enum SheetCellKind
{
    Empty,
    Text,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A day with hour and minute.</summary>
    Moment,
    Number,
}

/// <summary>One cell: a text, or a number; days are counted as spreadsheets count them, in China time.</summary>
public readonly record struct SheetCell(SheetCellKind Kind, string? Text, double Number)
{
    // Day 0 of every spreadsheet program, for dates from March 1900 on.
    private static readonly DateTime Day0 = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    public static SheetCell Of(string? text) => string.IsNullOrEmpty(text) ? default : new(SheetCellKind.Text, text, 0);

    public static SheetCell Of(int number) => new(SheetCellKind.Number, null, number);

    public static SheetCell Of(DateOnly? day) =>
        day is { } date ? new(SheetCellKind.Day, null, date.DayNumber - DateOnly.FromDateTime(Day0).DayNumber) : default;

    public static SheetCell Of(DateTimeOffset? moment) =>
        moment is { } at ? new(SheetCellKind.Moment, null, (ChinaTime.ToLocal(at).DateTime - Day0).TotalDays) : default;
}
