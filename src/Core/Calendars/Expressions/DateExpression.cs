namespace SupervisionBot.Core.Calendars.Expressions;

/// <summary>
/// A piece of text that speaks of a date, and what it means. All dates and hours are local (<see cref="ChinaTime"/>).
/// </summary>
/// <param name="Start">Where it stands in the text, in UTF-16 characters.</param>
/// <param name="Length">Its length in the text, a trailing 前 or 内 included.</param>
/// <param name="Date">The day meant; for a limit the last day that is still in time. Null: vague or ambiguous, ask back.</param>
/// <param name="Time">The hour, where one was said without doubt.</param>
/// <param name="Span">The first and last day, where a week, a month or a range of days was said.</param>
/// <param name="IsLimit">Whether it names a limit (前, 内, 月底) rather than the day itself.</param>
public sealed record DateExpression(int Start, int Length, DateOnly? Date, TimeOnly? Time, DateSpan? Span, bool IsLimit)
{
    /// <summary>Whether it speaks of time without naming a day: 过几天, 春节前, 下周.</summary>
    public bool IsVague => Date is null;

    /// <summary>Whether the day was over when it was said: right for 昨天点的单, to be asked back where the future is meant.</summary>
    public bool IsPast { get; init; }

    public int End => Start + Length;
}

/// <summary>A stretch of days, both ends included.</summary>
public sealed record DateSpan(DateOnly From, DateOnly To)
{
    /// <summary>Monday to Sunday of the week in which <paramref name="day"/> lies.</summary>
    public static DateSpan WeekOf(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new(monday, monday.AddDays(6));
    }

    /// <summary>The whole calendar month.</summary>
    public static DateSpan MonthOf(int year, int month) => new(new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)));
}
