using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupervisionBot.Core.Calendars;

/// <summary>
/// Everything a working calendar is made of: what the State Council announced for each year, and what the county settled itself: office hours,
/// other hours in a season (夏令), and single days that are different here.
/// </summary>
/// <param name="Years">Ascending. A year that is missing or not published goes by weekends only.</param>
/// <param name="Hours">Office hours of every day that neither a season nor an exception gives other hours.</param>
/// <param name="Seasons">They do not overlap.</param>
/// <param name="Exceptions">At most one for a day; it outweighs everything else.</param>
public sealed record CalendarFacts(
    IReadOnlyList<HolidayYear> Years,
    IReadOnlyList<WorkingSegment> Hours,
    IReadOnlyList<Season> Seasons,
    IReadOnlyList<LocalException> Exceptions
)
{
    /// <summary>The facts shipped with the program.</summary>
    public static CalendarFacts Shipped()
    {
        using var json =
            typeof(CalendarFacts).Assembly.GetManifestResourceStream("SupervisionBot.Core.Calendars.Data.holidays.json")
            ?? throw new InvalidOperationException("The holiday facts are missing from the program.");
        return JsonSerializer.Deserialize(json, CalendarJson.Readable.CalendarFacts)
            ?? throw new InvalidDataException("The holiday facts are empty.");
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    internal static CalendarFacts FromJson(string json) =>
        JsonSerializer.Deserialize(json, CalendarJson.Readable.CalendarFacts) ?? throw new InvalidDataException("The stored calendar is empty.");

    internal string ToJson() => JsonSerializer.Serialize(this, CalendarJson.Readable.CalendarFacts);
}

/// <summary>One year's arrangement; <paramref name="Source"/> is the address or number of the notice it was taken from.</summary>
public sealed record HolidayYear(
    int Year,
    bool Published,
    string Source,
    IReadOnlyList<HolidayBlock> Holidays,
    IReadOnlyList<DateOnly> MakeUpWorkdays
);

/// <summary>Days off from <paramref name="From"/> to <paramref name="To"/>, both included, weekends inside counted in.</summary>
public sealed record HolidayBlock(string Name, DateOnly From, DateOnly To);

/// <summary>Other office hours from one day of the year to another, both included; a season may cross the end of the year.</summary>
public sealed record Season(string Name, MonthDay From, MonthDay To, IReadOnlyList<WorkingSegment> Hours)
{
    public bool Covers(DateOnly date)
    {
        var day = new MonthDay(date.Month, date.Day);
        return From <= To ? From <= day && day <= To : From <= day || day <= To;
    }
}

/// <summary>
/// A day that is different in this county. No <paramref name="Hours"/>: nobody works; null: a working day with its usual hours, whatever it would be
/// otherwise; some: a working day with these hours, for instance the morning only.
/// </summary>
public sealed record LocalException(DateOnly Date, string Name, IReadOnlyList<WorkingSegment>? Hours);

/// <summary>The names in the file are those of the records, in camel case; hours are written 08:00-12:00, a day of the year 06-01.</summary>
[JsonSerializable(typeof(CalendarFacts))]
internal sealed partial class CalendarJson : JsonSerializerContext
{
    /// <summary>Chinese stays readable in the database.</summary>
    public static CalendarJson Readable { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                Converters = { new WorkingSegmentJson(), new MonthDayJson() },
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                WriteIndented = true,
            }
        );
}
