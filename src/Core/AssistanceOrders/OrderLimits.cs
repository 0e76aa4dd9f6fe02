using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Deadlines;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>Until when an order is to be accepted, finished and rated, by the settings and the calendar.</summary>
public sealed class OrderLimits(OrderSettings settings, WorkingCalendar calendar)
{
    private static readonly TimeOnly LateEvening = new(23, 59);

    /// <summary>接单时限 of an order that is dispatched at that moment; when urgent by the clock, at any hour (domain: b2).</summary>
    public DateTimeOffset AcceptDue(DateTimeOffset dispatched, bool urgent) =>
        urgent ? dispatched.AddHours(settings.UrgentAcceptanceHours) : EndAfter(dispatched, settings.AcceptanceDays);

    /// <summary>办结期限 by the rule; null for what is done as agreed.</summary>
    public DateTimeOffset? CompleteDue(OrderKind kind, DateTimeOffset dispatched, bool urgent) =>
        settings.DaysOf(kind, urgent) is { } days ? EndAfter(dispatched, days) : null;

    /// <summary>Until when the township may rate.</summary>
    public DateTimeOffset RatableUntil(DateTimeOffset completed) => EndAfter(completed, settings.RatingDays);

    /// <summary>The clock begins, or begins anew.</summary>
    internal void Start(AssistanceOrder order, DateTimeOffset now)
    {
        var urgent = order.Urgent is not null;
        (order.DispatchedAt, order.PausedAt) = (now, null);
        order.AcceptDue = AcceptDue(now, urgent);
        order.CompleteDue = CompleteDue(order.Kind, now, urgent);
    }

    /// <summary>A second change of the department: it gets its time to accept, but the limit of the whole only moves by the time that stood still.</summary>
    internal void GoOn(AssistanceOrder order, DateTimeOffset now)
    {
        Resume(order, now);
        order.AcceptDue = AcceptDue(now, order.Urgent is not null);
        if (order.CompleteDue < order.AcceptDue)
        {
            order.CompleteDue = CloseOf(order.AcceptDue!.Value);
        }
    }

    /// <summary>
    /// Time runs again. An urgent acceptance moves by the clock; every other limit to the close of business of the working day on which the office hours that stood still have been
    /// given back. So a limit that ends with a day ends with one afterwards, the same where no office hour was lost, else a later one: a department gains less than a day by it, and
    /// never loses a minute; a limit in the morning would cost the reminder of its day.
    /// </summary>
    internal void Resume(AssistanceOrder order, DateTimeOffset now)
    {
        if (order.PausedAt is not { } since)
        {
            return;
        }

        var stood = calendar.WorkingTimeBetween(since, now);
        if (order.AcceptedAt is null && order.AcceptDue is { } accept)
        {
            order.AcceptDue = order.Urgent is null ? GivenBack(accept, stood) : accept + (now - since);
        }

        order.CompleteDue = order.CompleteDue is { } due ? GivenBack(due, stood) : null;
        order.PausedAt = null;
    }

    /// <summary>A day confirmed at 接单 binds: the wished one where it is earlier than the rule, any for what is done as agreed (domain: b3).</summary>
    internal void Confirm(AssistanceOrder order)
    {
        if (order.IsAsAgreed)
        {
            var last = order.PeriodTo > order.AgreedOn ? order.PeriodTo : order.AgreedOn ?? order.PeriodTo;
            order.CompleteDue = last is { } day ? EndOf(day) : order.CompleteDue;
        }
        else if (order.AgreedOn is { } agreed && agreed == order.WishedOn && EndOf(agreed) < order.CompleteDue)
        {
            order.CompleteDue = EndOf(agreed);
        }
    }

    /// <summary>A completed order is done again: a fresh limit by the rule.</summary>
    internal void Reopen(AssistanceOrder order, DateTimeOffset now) =>
        order.CompleteDue = CompleteDue(order.Kind, now, order.Urgent is not null) ?? EndAfter(now, settings.AcceptanceDays);

    /// <summary>The rule behind 接单时限, where it stands as the rule gave it; none by the clock.</summary>
    internal Period? AcceptPeriodOf(AssistanceOrder order) =>
        order is { Urgent: null, DispatchedAt: { } from } && AcceptDue(from, urgent: false) == order.AcceptDue
            ? new Period(settings.AcceptanceDays, PeriodUnit.WorkingDay)
            : null;

    /// <summary>The rule behind 办结期限, where it stands as the rule gave it.</summary>
    internal Period? CompletePeriodOf(AssistanceOrder order) =>
        order.DispatchedAt is { } from
        && settings.DaysOf(order.Kind, order.Urgent is not null) is { } days
        && EndAfter(from, days) == order.CompleteDue
            ? new Period(days, PeriodUnit.WorkingDay)
            : null;

    /// <summary>Another calendar counts: limits that stand as the rule gave them by the calendar before are given by this one.</summary>
    internal void Follow(OrderLimits before, AssistanceOrder order)
    {
        var (accept, complete) = (before.AcceptPeriodOf(order), before.CompletePeriodOf(order));
        order.AcceptDue = accept is { Amount: var days } ? EndAfter(order.DispatchedAt!.Value, days) : order.AcceptDue;
        order.CompleteDue = complete is { Amount: var whole } ? EndAfter(order.DispatchedAt!.Value, whole) : order.CompleteDue;
    }

    private DateTimeOffset GivenBack(DateTimeOffset due, TimeSpan stood) =>
        stood > TimeSpan.Zero ? CloseOf(calendar.AddWorkingTime(due, stood)) : due;

    /// <summary>The first close of business that is not before that moment.</summary>
    private DateTimeOffset CloseOf(DateTimeOffset moment)
    {
        var day = ChinaTime.DateOf(moment);
        return calendar.IsWorkingDay(day) && calendar.EndOfBusiness(day) >= moment ? calendar.EndOfBusiness(day) : EndAfter(moment, 1);
    }

    private DateTimeOffset EndAfter(DateTimeOffset from, int workingDays) =>
        calendar.EndOfBusiness(calendar.AddWorkingDays(ChinaTime.DateOf(from), workingDays));

    private DateTimeOffset EndOf(DateOnly day) => calendar.IsWorkingDay(day) ? calendar.EndOfBusiness(day) : ChinaTime.FromLocal(day, LateEvening);
}
