using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Calendars.Importing;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Deadlines;

/// <summary>
/// A new calendar moves the open due dates that it computes otherwise, once it is confirmed; those that were named stay. The mornings of reminders move with it in
/// any case.
/// </summary>
internal sealed class DeadlineCalendar(DeadlineSettings settings) : ICalendarDependent
{
    public async Task<IReadOnlyList<MovedDue>> MovedByAsync(Work work, WorkingCalendar before, WorkingCalendar after, CancellationToken cancel)
    {
        var open = await OpenOf(work.Db).AsNoTracking().ToListAsync(cancel);
        return
        [
            .. open.Select(d => (Deadline: d, To: DueBy(d, d.Due, before, after)))
                .Where(m => m.To != m.Deadline.Due)
                .Select(m => Words(m.Deadline, m.To)),
        ];
    }

    public async Task MoveAsync(Work work, WorkingCalendar before, WorkingCalendar after, CancellationToken cancel)
    {
        var steps = new Steps(new Ladder(settings, after));
        foreach (var deadline in await OpenOf(work.Db).ToListAsync(cancel))
        {
            var due = DueBy(deadline, deadline.Due, before, after);
            if (due != deadline.Due)
            {
                var from = DueWords.Date(deadline);
                (deadline.Due, deadline.RecordDue) = (due, DueBy(deadline, deadline.RecordDue, before, after));
                await RecordAsync(deadline, work, cancel);
                work.Remember(
                    deadline.RecordKind,
                    deadline.RecordId,
                    nameof(CalendarVersion),
                    Texts.HistoryCalendarMoved.With(DueWords.Verb(deadline.Promise), from, DueWords.Date(deadline))
                );
            }

            deadline.Version++;
            if (deadline.State == DeadlineState.Open)
            {
                await steps.BeginAsync(work.Db, deadline, work.Now, cancel);
            }
        }
    }

    private static IQueryable<Deadline> OpenOf(WorkDb db) => db.Deadlines.Where(d => d.ClosedAt == null).OrderBy(d => d.Due).ThenBy(d => d.Id);

    private static DateTimeOffset DueBy(Deadline deadline, DateTimeOffset current, WorkingCalendar before, WorkingCalendar after)
    {
        if (deadline.Amount is not { } amount)
        {
            return current;
        }

        // What was granted or stood still on top of the rule stays on top of it.
        var rule = DeadlineRules.DueAfter(before, deadline.StartedAt, amount, deadline.Unit);
        var extra = before.WorkingTimeBetween(rule, current);
        var due = DeadlineRules.DueAfter(after, deadline.StartedAt, amount, deadline.Unit);
        return (extra > TimeSpan.Zero ? after.AddWorkingTime(due, extra) : due).ToUniversalTime();
    }

    /// <summary>The record shows the date that is its own. Orders see to theirs themselves.</summary>
    private static async Task RecordAsync(Deadline deadline, Work work, CancellationToken cancel)
    {
        if (deadline.RecordKind == RecordNumber.Consultation)
        {
            var record = await work.Db.Consultations.FirstAsync(c => c.Id == deadline.RecordId, cancel);
            record.AdmissionDue = deadline.Promise == Promise.Admission ? deadline.RecordDue : record.AdmissionDue;
            record.ViewsDue = deadline.Promise == Promise.View ? deadline.RecordDue : record.ViewsDue;
            record.Version++;
        }
        else if (deadline.Promise == Promise.Countersign)
        {
            var minutes = await work.Db.Minutes.FirstAsync(m => m.Id == deadline.RecordId, cancel);
            minutes.CountersignDue = deadline.RecordDue;
            minutes.Version++;
        }
    }

    private static MovedDue Words(Deadline deadline, DateTimeOffset to) =>
        new(Texts.MovedWhat.With(deadline.Title, DueWords.Verb(deadline.Promise), deadline.Number), deadline.Due, to);
}
