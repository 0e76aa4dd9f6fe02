namespace SupervisionBot.Core.Calendars;

/// <summary>
/// How a due date came about, day by day: the answer to 为什么是这天. Both instants carry the local offset.
/// <paramref name="Provisional"/>: a day was judged by weekends only because its year's arrangement is not published (暂按周末推算).
/// </summary>
public sealed record DeadlineExplanation(
    DateTimeOffset From,
    DateTimeOffset Due,
    PeriodUnit Unit,
    int Amount,
    bool Provisional,
    IReadOnlyList<ExplainedDay> Days
)
{
    /// <summary>
    /// The lines of the message: from when, each run of days that count or do not count for the same reason, until when, by which rule. Short enough
    /// for a telephone also where the period is long.
    /// </summary>
    public IReadOnlyList<string> ToLines() =>
        [
            Texts.ExplainFrom.With(ChinaTime.Moment(From)),
            Texts.ExplainAmount.With(Amount, UnitName),
            .. Runs(),
            Texts.ExplainDue.With(ChinaTime.Moment(Due)),
            Unit switch
            {
                PeriodUnit.WorkingDay => Texts.RuleWorkingDays,
                PeriodUnit.WorkingHour => Texts.RuleWorkingHours,
                _ => Texts.RuleCalendarDays,
            },
            .. Provisional ? [Texts.ExplainProvisional] : (string[])[],
        ];

    private string UnitName =>
        Unit switch
        {
            PeriodUnit.WorkingDay => Texts.UnitWorkingDay,
            PeriodUnit.WorkingHour => Texts.UnitWorkingHour,
            _ => Texts.UnitCalendarDay,
        };

    private IEnumerable<string> Runs()
    {
        var counted = 0;
        for (var first = 0; first < Days.Count; )
        {
            var day = Days[first];
            var last = first;
            while (last + 1 < Days.Count && Days[last + 1].Counted == day.Counted && Days[last + 1].Why == day.Why)
            {
                last++;
            }

            counted += day.Counted ? last - first + 1 : 0;
            var days =
                first == last
                    ? ChinaTime.Day(day.Date)
                    : Texts.ExplainRun.With(ChinaTime.Day(day.Date), ChinaTime.Day(Days[last].Date), last - first + 1);
            yield return (day.Counted, Unit) switch
            {
                (true, PeriodUnit.WorkingHour) => Texts.ExplainTime.With(days, day.Why),
                (true, _) => Texts.ExplainCounted.With(days, day.Why, counted),
                _ => Texts.ExplainNotCounted.With(days, day.Why),
            };
            first = last + 1;
        }
    }
}

/// <summary>One day of an explanation; <paramref name="Why"/> is the Chinese reason people read.</summary>
public sealed record ExplainedDay(DateOnly Date, bool Counted, string Why);
