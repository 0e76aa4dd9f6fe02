namespace SupervisionBot.Core.Calendars;

/// <summary>
/// How a due date came about, day by day: the answer to 为什么是这天. Both instants carry the local offset.
/// <paramref name="Provisional"/>: a day was judged by weekends only because its year's arrangement is not published (暂按周末推算).
/// </summary>
public sealed record DeadlineExplanation(
    DateTimeOffset From,
    DateTimeOffset Due,
    int WorkingDays,
    bool Provisional,
    IReadOnlyList<ExplainedDay> Days
);

/// <summary>One day of an explanation; <paramref name="Why"/> is the Chinese reason people read.</summary>
public sealed record ExplainedDay(DateOnly Date, bool Counted, string Why);
