using SupervisionBot.Core.Calendars;

namespace SupervisionBot.Core.Deadlines;

/// <summary>Until when a promise is due, by the settings and the calendar as it stands.</summary>
public sealed class DeadlineRules(DeadlineSettings settings, WorkingCalendar calendar)
{
    /// <summary>Working days end with office hours of the last one, working hours run from the moment; the first day is not counted (domain: e2).</summary>
    public DateTimeOffset DueOf(Promise promise, DateTimeOffset from, bool urgent) => DueOf(promise, from, urgent, calendar);

    /// <summary>How many units the rule gives, and which.</summary>
    public (int Amount, PeriodUnit Unit) PeriodOf(Promise promise, bool urgent)
    {
        var rule = settings.RuleOf(promise);
        return (urgent && rule.UrgentAmount > 0 ? rule.UrgentAmount : rule.Amount, rule.Unit);
    }

    internal DateTimeOffset DueOf(Promise promise, DateTimeOffset from, bool urgent, WorkingCalendar by)
    {
        var (amount, unit) = PeriodOf(promise, urgent);
        return DueAfter(by, from, amount, unit);
    }

    internal static DateTimeOffset DueAfter(WorkingCalendar calendar, DateTimeOffset from, int amount, PeriodUnit unit) =>
        unit switch
        {
            PeriodUnit.WorkingDay => calendar.EndOfBusiness(calendar.AddWorkingDays(ChinaTime.DateOf(from), amount)),
            PeriodUnit.WorkingHour => calendar.AddWorkingHours(from, amount),
            _ => calendar.EndOfBusiness(calendar.AddCalendarDays(ChinaTime.DateOf(from), amount)),
        };
}
