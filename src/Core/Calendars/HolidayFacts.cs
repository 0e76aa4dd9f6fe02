using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupervisionBot.Core.Calendars;

/// <summary>
/// What the State Council announced for each year: blocks of days off, and weekend days that are worked instead (调休上班).
/// A year that is not <see cref="HolidayYear.Published"/> has no facts yet, and dates in it go by weekends only.
/// </summary>
public sealed record HolidayFacts(IReadOnlyList<HolidayYear> Years)
{
    /// <summary>The facts shipped with the program.</summary>
    public static HolidayFacts Shipped()
    {
        using var json =
            typeof(HolidayFacts).Assembly.GetManifestResourceStream("SupervisionBot.Core.Calendars.Data.holidays.json")
            ?? throw new InvalidOperationException("The holiday facts are missing from the program.");
        return JsonSerializer.Deserialize(json, HolidayFactsJson.Default.HolidayFacts)
            ?? throw new InvalidDataException("The holiday facts are empty.");
    }
}

/// <summary>One year's arrangement; <paramref name="Source"/> is the address of the notice it was taken from.</summary>
public sealed record HolidayYear(
    int Year,
    bool Published,
    string Source,
    IReadOnlyList<HolidayBlock> Holidays,
    IReadOnlyList<DateOnly> MakeUpWorkdays
);

/// <summary>Days off from <paramref name="From"/> to <paramref name="To"/>, both included, weekends inside counted in.</summary>
public sealed record HolidayBlock(string Name, DateOnly From, DateOnly To);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HolidayFacts))]
internal sealed partial class HolidayFactsJson : JsonSerializerContext;
