using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Deadlines;

/// <summary>
/// Before every commit: the deadlines of each record that changed are brought to what the record now promises. New promises open one, kept and lapsed ones
/// close theirs, a limit that the record moved moves theirs, and what was planned goes with them.
/// </summary>
internal sealed class DeadlineFollower(IEnumerable<IPromiseSource> sources, DeadlineRules rules, Steps steps, BusinessClock clock) : IBeforeCommit
{
    private readonly Dictionary<string, IPromiseSource> sources = sources.ToDictionary(s => s.Kind, StringComparer.Ordinal);

    public async Task RunAsync(WorkDb db, CancellationToken cancel)
    {
        foreach (var record in db.TakePromising())
        {
            await FollowAsync(db, record, cancel);
        }
    }

    /// <summary>Brings the deadlines of one record to what it promises now.</summary>
    /// <returns>How many had to be opened, moved or closed.</returns>
    public async Task<int> FollowAsync(WorkDb db, PromisingRecord record, CancellationToken cancel)
    {
        var now = clock.Now;
        var promises = await sources[record.Kind].OfAsync(db, record.Id, cancel);
        var open = await db.Deadlines.Where(d => d.RecordId == record.Id && d.ClosedAt == null && d.Promise != Promise.Ruling).ToListAsync(cancel);
        var changed = 0;
        foreach (var promised in promises?.Open ?? [])
        {
            var known = open.Find(d => d.Promise == promised.Promise && d.UnitId == promised.UnitId && d.Round == promised.Round);
            if (known is null)
            {
                changed++;
                await OpenAsync(db, record, promises!, promised, now, cancel);
                continue;
            }

            open.Remove(known);
            changed += await KeepUpAsync(db, known, promises!, promised, now, cancel) ? 1 : 0;
        }

        foreach (var gone in open)
        {
            changed++;
            await CloseAsync(db, gone, promises?.EndOf(gone) ?? DeadlineAction.CallOff, now, cancel);
        }

        return changed;
    }

    /// <summary>Ends a deadline, and with it a ruling that was asked for.</summary>
    public static async Task CloseAsync(WorkDb db, Deadline deadline, DeadlineAction end, DateTimeOffset now, CancellationToken cancel)
    {
        DeadlineLifecycle.Table.Follow(actor: null, end, deadline);
        deadline.ClosedAt = now;
        await Steps.StopAsync(db, deadline, now, cancel);
        var ruling = await db.Deadlines.FirstOrDefaultAsync(d => d.RecordId == deadline.Id && d.ClosedAt == null, cancel);
        if (ruling is not null)
        {
            await CloseAsync(db, ruling, DeadlineAction.CallOff, now, cancel);
        }
    }

    private Task OpenAsync(WorkDb db, PromisingRecord record, Promises promises, Promised promised, DateTimeOffset now, CancellationToken cancel)
    {
        var since = promised.Since ?? now;
        var due = DueOf(promised, since, promises.Urgent);
        var period = PeriodOf(promised, since, due, promises.Urgent);
        var deadline = new Deadline
        {
            Id = Guid.CreateVersion7(now),
            RecordKind = record.Kind,
            RecordId = record.Id,
            Number = promises.Number,
            Title = promises.Title,
            Promise = promised.Promise,
            UnitId = promised.UnitId,
            PersonId = promised.PersonId,
            Round = promised.Round,
            Urgent = promises.Urgent,
            StartedAt = since,
            Amount = period?.Amount,
            Unit = period?.Unit ?? PeriodUnit.WorkingDay,
            WholeDay = promised.Day is not null,
            OriginalDue = due,
            RecordDue = due,
            Due = due,
        };
        db.Deadlines.Add(deadline);
        return steps.BeginAsync(db, deadline, now, cancel);
    }

    private async Task<bool> KeepUpAsync(
        WorkDb db,
        Deadline deadline,
        Promises promises,
        Promised promised,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        (deadline.Title, deadline.Urgent, deadline.PersonId) = (promises.Title, promises.Urgent, promised.PersonId);
        var due = promised is { Due: null, Day: null } ? deadline.RecordDue : DueOf(promised, deadline.StartedAt, promises.Urgent);
        if (due.ToUniversalTime() == deadline.RecordDue)
        {
            return false;
        }

        // The record gave another limit: that is what was promised from now on, whatever was granted on the one before.
        (deadline.RecordDue, deadline.OriginalDue, deadline.Due) = (due, due, due);
        deadline.Amount = null;
        deadline.Version++;
        if (deadline.State == DeadlineState.Open)
        {
            await steps.BeginAsync(db, deadline, now, cancel);
        }

        return true;
    }

    /// <summary>The rule by which the date came about; null where the limit was named, or the record has moved it.</summary>
    private Period? PeriodOf(Promised promised, DateTimeOffset since, DateTimeOffset due, bool urgent)
    {
        if (promised.Period is not null || promised.Day is not null || !DeadlineSettings.HasRule(promised.Promise))
        {
            return promised.Period;
        }

        var (amount, unit) = rules.PeriodOf(promised.Promise, urgent);
        return rules.DueOf(promised.Promise, since, urgent) == due ? new Period(amount, unit) : null;
    }

    private DateTimeOffset DueOf(Promised promised, DateTimeOffset since, bool urgent) =>
        promised.Day is { } day ? EndOf(day) : promised.Due ?? rules.DueOf(promised.Promise, since, urgent);

    // A limit that names its day holds until the day is over (domain: e2).
    private static DateTimeOffset EndOf(DateOnly day) => ChinaTime.FromLocal(day.AddDays(1), TimeOnly.MinValue).AddMinutes(-1);
}
