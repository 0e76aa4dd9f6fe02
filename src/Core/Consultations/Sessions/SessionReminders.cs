using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>Plans what a session reminds of: a line in the digest of the working day before, and a message an hour before it begins.</summary>
internal sealed class SessionReminders(Ladder ladder, WorkingCalendar calendar)
{
    private static readonly TimeSpan Before = TimeSpan.FromHours(1);
    private static readonly TimeSpan LastHalfHour = TimeSpan.FromMinutes(30);

    /// <summary>Plans both for the beginning as it stands now.</summary>
    public async Task PlanAsync(Session session, Work work, CancellationToken cancel)
    {
        foreach (var (step, due, at) in Of(session, work.Now))
        {
            await work.PlanAsync(session.Id, step, due, at, Guid.Empty, cancel);
        }
    }

    /// <summary>What is to be planned; what has passed already is left out.</summary>
    public IEnumerable<(string Step, string DueValue, DateTimeOffset At)> Of(Session session, DateTimeOffset now)
    {
        var due = DueValue(session);
        var dayBefore = ladder.MorningOf(calendar.AddWorkingDays(ChinaTime.DateOf(session.StartsAt), -1));
        if (dayBefore > now)
        {
            yield return (DayBeforeSession.Name, due, dayBefore);
        }

        var hourBefore = HourBefore(session.StartsAt);
        if (hourBefore > now)
        {
            yield return (HourBeforeSession.Name, due, hourBefore);
        }
    }

    public static async Task WithdrawAsync(Session session, Work work, CancellationToken cancel)
    {
        await work.WithdrawAsync(session.Id, DayBeforeSession.Name, cancel);
        await work.WithdrawAsync(session.Id, HourBeforeSession.Name, cancel);
    }

    /// <summary>Those who are expected, without the units that asked for leave; for who is away their B角.</summary>
    internal static async Task<IReadOnlyList<Guid>> ExpectedAsync(Session session, Work work, CancellationToken cancel)
    {
        var onLeave = session.Attendances.Where(a => a.Reply == AttendanceReply.Leave).Select(a => a.UnitId).ToHashSet();
        var concerned = await Concerned.OfAsync(work.Db, session, cancel);
        var ids = concerned.Where(c => c.UnitId is not { } unit || !onLeave.Contains(unit)).Select(c => c.PersonId).ToList();
        var people = await work.Db.People.Where(p => p.Active && ids.Contains(p.Id)).OrderBy(p => p.Order).ToListAsync(cancel);
        return await DeadlineAddressees.StandInsAsync(work.Db, people, work.Today, cancel);
    }

    /// <summary>Whether it is still to come, at the time for which this was planned.</summary>
    internal static bool IsAhead(Session session, Occurrence occurrence, DateTimeOffset now) =>
        session.State == SessionState.Scheduled && now < session.StartsAt && DueValue(session) == occurrence.DueValue;

    private static string DueValue(Session session) => Occurrence.ValueOf(session.StartsAt);

    /// <summary>An hour before; where that falls into the break, when office hours go on, and if that is too late, in the last half hour before the break.</summary>
    private DateTimeOffset HourBefore(DateTimeOffset startsAt)
    {
        var at = calendar.NextWorkingInstant(startsAt - Before);
        if (at < startsAt)
        {
            return at;
        }

        var date = ChinaTime.DateOf(startsAt);
        var earlier = calendar.HoursOf(date).Where(s => ChinaTime.FromLocal(date, s.End) < startsAt).Select(s => s.End).LastOrDefault();
        return earlier == default ? startsAt - Before : ChinaTime.FromLocal(date, earlier) - LastHalfHour;
    }
}

/// <summary>The morning of the working day before: one line for the digest of everybody expected.</summary>
internal sealed class DayBeforeSession(Ladder ladder) : IOccurrenceStep, IDigestLines
{
    /// <summary>Begins as a rung of a deadline does, so that digests of that morning wait for it.</summary>
    public const string Name = $"{Steps.Rung}-of-session";

    public string Step => Name;

    public string Kind => "session";

    public async Task<Settlement> SettleAsync(Occurrence occurrence, Work work, CancellationToken cancel)
    {
        var session = await work.Db.Sessions.WithAgenda().FirstAsync(s => s.Id == occurrence.ItemId, cancel);
        if (!SessionReminders.IsAhead(session, occurrence, work.Now))
        {
            return Settlement.Untrue;
        }

        // Made up for in the evening it is said in the morning, and who is away may be somebody else by then.
        if (ladder.SayFrom(work.Now) is var later && later > work.Now)
        {
            return Settlement.At(later);
        }

        foreach (var person in await SessionReminders.ExpectedAsync(session, work, cancel))
        {
            await work.PlanAsync(session.Id, DigestStep.StepOf(Kind, Audience.Owner, -1), occurrence.DueValue, work.Now, person, cancel);
        }

        return Settlement.Done;
    }

    public async Task<IReadOnlyDictionary<Occurrence, DigestLine>> LinesAsync(
        IReadOnlyList<Occurrence> occurrences,
        Actor reader,
        Work work,
        CancellationToken cancel
    )
    {
        var ids = occurrences.Select(o => o.ItemId).ToList();
        var sessions = await work.Db.Sessions.AsNoTracking().WithAgenda().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancel);
        var lines = new Dictionary<Occurrence, DigestLine>();
        foreach (var occurrence in occurrences)
        {
            var session = sessions[occurrence.ItemId];
            if (SessionReminders.IsAhead(session, occurrence, work.Now))
            {
                lines.Add(occurrence, SessionReminderNotices.DayBefore(session, reader, work.Today));
            }
        }

        return lines;
    }
}

/// <summary>An hour before it begins: time and place once more, to everybody expected.</summary>
internal sealed class HourBeforeSession : IOccurrenceStep
{
    public const string Name = "session.hour-before";

    public string Step => Name;

    public async Task<Settlement> SettleAsync(Occurrence occurrence, Work work, CancellationToken cancel)
    {
        var session = await work.Db.Sessions.WithAgenda().FirstAsync(s => s.Id == occurrence.ItemId, cancel);
        if (!SessionReminders.IsAhead(session, occurrence, work.Now))
        {
            return Settlement.Untrue;
        }

        foreach (var person in await SessionReminders.ExpectedAsync(session, work, cancel))
        {
            work.Tell(person, SessionReminderNotices.HourBefore(session));
        }

        return Settlement.Done;
    }
}
