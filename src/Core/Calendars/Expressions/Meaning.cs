namespace SupervisionBot.Core.Calendars.Expressions;

/// <summary>What one production of <see cref="DateGrammar"/> has understood so far.</summary>
/// <param name="Date">The day; null while unknown.</param>
/// <param name="Span">The week, month or part of a month, if that was said.</param>
/// <param name="LimitDate">The day meant if 前 or 内 follows; null if that makes no day either.</param>
/// <param name="IsLimit">Whether the words are a limit by themselves (月底).</param>
/// <param name="Time">The hour reached by counting hours.</param>
/// <param name="YearSaid">Whether the year was said or counted, so that the day cannot be another year's.</param>
internal readonly record struct Meaning(
    DateOnly? Date,
    DateSpan? Span = null,
    DateOnly? LimitDate = null,
    bool IsLimit = false,
    TimeOnly? Time = null,
    bool YearSaid = true
)
{
    public static Meaning Vague => new(null);

    public static Meaning Day(DateOnly date, bool yearSaid = true) => new(date, LimitDate: date, YearSaid: yearSaid);

    public static Meaning Limit(DateOnly date, bool yearSaid = true) => new(date, LimitDate: date, IsLimit: true, YearSaid: yearSaid);

    public static Meaning Stretch(DateSpan span, DateOnly? limit) => new(null, span, limit);

    /// <summary>The day of that year and month, or a vague meaning where the calendar has none (2月30日).</summary>
    public static Meaning DayOrVague(int year, int month, int day, bool yearSaid = true) =>
        year is >= 1900 and <= 9000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? Day(new(year, month, day), yearSaid)
            : Vague;
}
