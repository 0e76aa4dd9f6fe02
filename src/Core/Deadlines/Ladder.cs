using SupervisionBot.Core.Calendars;

namespace SupervisionBot.Core.Deadlines;

/// <summary>What decides which rungs a deadline has: who owes it, and whether anybody else hears of a lateness.</summary>
public readonly record struct LadderKind(Debtor Debtor, bool Escalates)
{
    /// <summary>
    /// A release stays between a unit and its leader; a round of countersigning the office may close without who is missing, so that nobody above need hear.
    /// </summary>
    public static LadderKind Of(Promise promise) =>
        promise switch
        {
            Promise.View or Promise.Resolution or Promise.Acceptance or Promise.Completion or Promise.Support => new(Debtor.Unit, true),
            Promise.Countersign => new(Debtor.Unit, false),
            Promise.Release => new(Debtor.UnitLeader, false),
            Promise.SignOff or Promise.LeaderRuling => new(Debtor.Chair, true),
            _ => new(Debtor.Office, true),
        };
}

/// <summary>A rung and when it comes (business clock).</summary>
public sealed record PlannedRung(LadderRung Rung, DateTimeOffset At);

/// <summary>
/// Who hears of a deadline on which morning, in working days around the due date. Until the day after it only the owner; then, a working day each, never two
/// on one day, those above: nobody learns of a lateness on the morning on which the owner does.
/// </summary>
public sealed class Ladder(DeadlineSettings settings, WorkingCalendar calendar)
{
    /// <summary>The rungs that mean somebody, for this kind of deadline.</summary>
    public IReadOnlyList<LadderRung> RungsOf(LadderKind kind) =>
        [.. settings.Rungs.Select(r => r with { To = [.. r.To.Where(a => Concerns(a, kind))] }).Where(r => r.To.Count > 0)];

    /// <summary>The first rung that still lies ahead; for what is late already, the first one after the due date, next morning.</summary>
    /// <param name="settled">The rung that was settled last for this due date; null before the first.</param>
    public PlannedRung? First(LadderKind kind, DateTimeOffset due, DateTimeOffset now, int? settled = null)
    {
        foreach (var rung in RungsOf(kind).Where(r => settled is null || r.Day > settled))
        {
            var at = MomentOf(rung.Day, due);
            if (at > now)
            {
                return new PlannedRung(rung, at);
            }

            if (rung.Day > 0)
            {
                return new PlannedRung(rung, NextMorning(now));
            }
        }

        return null;
    }

    /// <summary>
    /// The rung after one that was settled at <paramref name="now"/>. Of reminders missed meanwhile only the last remains; those above hear at least a
    /// working day after the rung before, so that a time without a worker embarrasses nobody.
    /// </summary>
    /// <param name="held">The office holds the copy to the unit's leader back for one working day.</param>
    public PlannedRung? After(LadderKind kind, DateTimeOffset due, int settled, DateTimeOffset now, bool held)
    {
        var ahead = RungsOf(kind).Where(r => r.Day > settled).ToList();
        var missed = ahead.FindLastIndex(r => r.To.Contains(Audience.Owner) && MomentOf(r.Day, due) <= now);
        if (missed >= 0)
        {
            return new PlannedRung(ahead[missed], MomentOf(ahead[missed].Day, due));
        }

        if (ahead is not [var next, ..])
        {
            return null;
        }

        var at = MomentOf(next.Day, due);
        if (next.To.Contains(Audience.Owner))
        {
            return new PlannedRung(next, at);
        }

        at = at > NextMorning(now) ? at : NextMorning(now);
        return new PlannedRung(
            next,
            held && next.To.Contains(Audience.UnitLeader) ? MorningOf(calendar.AddWorkingDays(ChinaTime.DateOf(at), 1)) : at
        );
    }

    /// <summary>Whether this reminder need not be sent any more: a later one is due as well, or what it should remind of in time is late by now.</summary>
    public bool IsOvertaken(LadderKind kind, DateTimeOffset due, int day, DateTimeOffset now) =>
        RungsOf(kind).Any(r => r.Day > day && r.To.Contains(Audience.Owner) && (MomentOf(r.Day, due) <= now || (day <= 0 && r.Day > 0 && now > due)));

    /// <summary>
    /// The morning of the day: before the due date counted back from the last working day up to it, so that nothing due on a Sunday is reminded of on one
    /// (domain: e2), after it counted on from the date itself.
    /// </summary>
    public DateTimeOffset MomentOf(int day, DateTimeOffset due)
    {
        var date = ChinaTime.DateOf(due);
        return MorningOf(calendar.AddWorkingDays(day > 0 ? date : calendar.LastWorkingDayUpTo(date), day));
    }

    /// <summary>When the digest goes out on a day; moved into office hours where it lies outside.</summary>
    public DateTimeOffset MorningOf(DateOnly date) => calendar.NextWorkingInstant(ChinaTime.FromLocal(date, settings.Morning));

    /// <summary>
    /// From when something that is due by <paramref name="now"/> may be said: in office hours, and not before the digest of that day, so that what a worker makes up for early in the
    /// morning and what is due that morning are one message.
    /// </summary>
    public DateTimeOffset SayFrom(DateTimeOffset now)
    {
        var instant = calendar.NextWorkingInstant(now);
        var morning = MorningOf(ChinaTime.DateOf(instant));
        return instant < morning ? morning : instant;
    }

    /// <summary>The digest of the working day after that of <paramref name="now"/>.</summary>
    public DateTimeOffset NextMorning(DateTimeOffset now) => MorningOf(calendar.AddWorkingDays(ChinaTime.DateOf(now), 1));

    private static bool Concerns(Audience audience, LadderKind kind) =>
        audience switch
        {
            Audience.Owner => true,
            _ when !kind.Escalates => false,
            Audience.Preview or Audience.UnitLeader => kind.Debtor == Debtor.Unit,
            Audience.Office => kind.Debtor is Debtor.Unit or Debtor.Chair,
            _ => kind.Debtor is Debtor.Unit or Debtor.Office,
        };
}
