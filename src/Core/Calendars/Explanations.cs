namespace SupervisionBot.Core.Calendars;

/// <summary>Counts a period the slow way, one day after another, so that each can be named.</summary>
internal static class Explanations
{
    public static DeadlineExplanation Of(CalendarTable calendar, DateTimeOffset from, int amount, PeriodUnit unit)
    {
        var first = DateOnly.FromDateTime(from.DateTime);
        return unit switch
        {
            PeriodUnit.WorkingDay => InDays(calendar, from, amount, unit, calendar.AddDays(first, amount), calendar.AddDays(first, amount)),
            PeriodUnit.CalendarDay => InDays(calendar, from, amount, unit, first.AddDays(amount), RolledOver(calendar, first.AddDays(amount))),
            _ => InHours(calendar, from, amount),
        };
    }

    /// <summary>The words for one day: its kind, where that was announced, and whether it was only judged by weekends.</summary>
    public static string Why(CalendarTable calendar, DateOnly date)
    {
        var plan = calendar[date];
        var why = plan.Kind switch
        {
            DayKind.MakeUpWorkday => Texts.MakeUpWorkday.With(plan.NoticeYear),
            DayKind.Weekend => Texts.Weekend,
            DayKind.Holiday => Texts.Holiday.With(plan.Name, plan.NoticeYear),
            DayKind.LocalDayOff => Texts.LocalDayOff.With(plan.Name),
            DayKind.LocalWorkingDay => Texts.LocalWorkingDay.With(plan.Name, string.Join(Texts.ListComma, plan.Hours)),
            _ => Texts.Workday,
        };
        return plan.IsProvisional ? why + Texts.Provisional : why;
    }

    private static DateOnly RolledOver(CalendarTable calendar, DateOnly date) => calendar[date].IsWorked ? date : calendar.AddDays(date, 1);

    private static DeadlineExplanation InDays(
        CalendarTable calendar,
        DateTimeOffset from,
        int amount,
        PeriodUnit unit,
        DateOnly lastCounted,
        DateOnly due
    )
    {
        var first = DateOnly.FromDateTime(from.DateTime);
        var days = new List<ExplainedDay> { new(first, Counted: false, Texts.FirstDay) };
        var provisional = false;
        for (var date = first.AddDays(1); date <= due; date = date.AddDays(1))
        {
            var plan = calendar[date];
            var counted = date <= lastCounted && (unit == PeriodUnit.CalendarDay || plan.IsWorked);
            var rolls = unit == PeriodUnit.CalendarDay && lastCounted < due && date >= lastCounted;
            // Calendar days count whatever they are; only the end of the period asks.
            provisional |= plan.IsProvisional && (unit == PeriodUnit.WorkingDay || date >= lastCounted);
            days.Add(new(date, counted, Reason(calendar, unit, date, rolls)));
        }

        return new(from, ChinaTime.FromLocal(due, calendar[due].Hours[^1].End), unit, amount, provisional, days);
    }

    private static string Reason(CalendarTable calendar, PeriodUnit unit, DateOnly date, bool rolls) =>
        (unit, rolls, calendar[date].IsWorked) switch
        {
            (PeriodUnit.WorkingDay, _, _) => Why(calendar, date),
            (_, true, true) => Texts.RolledTo.With(Why(calendar, date)),
            (_, true, false) => Texts.RollsOver.With(Why(calendar, date)),
            _ => Texts.CalendarDay,
        };

    private static DeadlineExplanation InHours(CalendarTable calendar, DateTimeOffset from, int amount)
    {
        var due = calendar.AddTime(from.DateTime, TimeSpan.FromHours(amount));
        var days = new List<ExplainedDay>();
        var provisional = false;
        for (var date = DateOnly.FromDateTime(from.DateTime); date <= DateOnly.FromDateTime(due); date = date.AddDays(1))
        {
            var (opens, closes) = (date.ToDateTime(TimeOnly.MinValue), date.ToDateTime(TimeOnly.MaxValue));
            var time = calendar.TimeBetween(from.DateTime > opens ? from.DateTime : opens, due < closes ? due : closes);
            provisional |= calendar[date].IsProvisional;
            days.Add(new(date, time > TimeSpan.Zero, HoursOf(calendar, date, time)));
        }

        return new(
            from,
            ChinaTime.FromLocal(DateOnly.FromDateTime(due), TimeOnly.FromDateTime(due)),
            PeriodUnit.WorkingHour,
            amount,
            provisional,
            days
        );
    }

    private static string HoursOf(CalendarTable calendar, DateOnly date, TimeSpan time) =>
        (time > TimeSpan.Zero, calendar[date].IsWorked) switch
        {
            (true, _) => Texts.WorkedTime.With(Why(calendar, date), (int)time.TotalHours, time.Minutes),
            (false, true) => Texts.NoHoursLeft.With(Why(calendar, date)),
            _ => Why(calendar, date),
        };
}
