namespace SupervisionBot.Core.Calendars;

/// <summary>One year of a calendar, counted once: how many days and how much time is worked up to each of its days.</summary>
internal sealed class CalendarYear
{
    private readonly DayPlan[] plans;
    private readonly long[] days;
    private readonly long[] ticks;

    public CalendarYear(int year, Func<DateOnly, DayPlan> plan)
    {
        var first = new DateOnly(year, 1, 1);
        plans = new DayPlan[DateTime.IsLeapYear(year) ? 366 : 365];
        days = new long[plans.Length + 1];
        ticks = new long[plans.Length + 1];
        for (var index = 0; index < plans.Length; index++)
        {
            plans[index] = plan(first.AddDays(index));
            days[index + 1] = days[index] + (plans[index].IsWorked ? 1 : 0);
            ticks[index + 1] = ticks[index] + plans[index].Length.Ticks;
        }
    }

    public DayPlan this[DateOnly date] => plans[date.DayOfYear - 1];

    /// <summary>Worked days up to and including each day of the year; the first entry is zero.</summary>
    public ReadOnlySpan<long> Days => days;

    /// <summary>Worked time up to the end of each day of the year, in ticks; the first entry is zero.</summary>
    public ReadOnlySpan<long> Ticks => ticks;
}
