using SupervisionBot.Core.Calendars;

namespace SupervisionBot.Core.Tests.Calendars;

/// <summary>An invented county that has settled everything itself that may be settled: summer and winter hours, days off, days on, half days.</summary>
internal static class LocalCounty
{
    private static readonly IReadOnlyList<WorkingSegment> Morning = [new(new(8, 0), new(12, 0))];

    public static CalendarFacts Facts { get; } =
        CalendarFacts.Shipped() with
        {
            Seasons =
            [
                new("夏令", new(6, 1), new(9, 30), [.. Morning, new(new(15, 0), new(18, 30))]),
                // Over the end of the year.
                new("冬令", new(12, 1), new(2, 28), [new(new(8, 30), new(12, 0)), new(new(14, 0), new(17, 30))]),
            ],
            Exceptions =
            [
                new(new(2026, 2, 13), "春节前提前放假", Morning),
                new(new(2026, 6, 24), "全市停电检修", []),
                new(new(2026, 6, 27), "防汛值守", null),
                new(new(2026, 10, 7), "案卷评查", [new(new(9, 0), new(11, 30))]),
                // Off on the very day that the State Council declared worked.
                new(new(2026, 10, 10), "换届选举", []),
            ],
        };
}
