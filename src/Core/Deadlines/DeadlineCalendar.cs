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
            .. open.Select(d => (Deadline: d, To: DueBy(d, before, after))).Where(m => m.To != m.Deadline.Due).Select(m => Words(m.Deadline, m.To)),
        ];
    }

    public async Task MoveAsync(Work work, WorkingCalendar before, WorkingCalendar after, CancellationToken cancel)
    {
        var steps = new Steps(new Ladder(settings, after));
        foreach (var deadline in await OpenOf(work.Db).ToListAsync(cancel))
        {
            var due = DueBy(deadline, before, after);
            if (due != deadline.Due)
            {
                var from = DueWords.Date(deadline);
                (deadline.Due, deadline.RecordDue) = (due, due);
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

    private static DateTimeOffset DueBy(Deadline deadline, WorkingCalendar before, WorkingCalendar after)
    {
        if (deadline.Amount is not { } amount)
        {
            return deadline.Due;
        }

        // What was granted or stood still on top of the rule stays on top of it.
        var rule = DeadlineRules.DueAfter(before, deadline.StartedAt, amount, deadline.Unit);
        var extra = before.WorkingTimeBetween(rule, deadline.Due);
        var due = DeadlineRules.DueAfter(after, deadline.StartedAt, amount, deadline.Unit);
        return (extra > TimeSpan.Zero ? after.AddWorkingTime(due, extra) : due).ToUniversalTime();
    }

    /// <summary>The record shows the same date.</summary>
    private static async Task RecordAsync(Deadline deadline, Work work, CancellationToken cancel)
    {
        if (deadline.RecordKind == RecordNumber.Consultation)
        {
            var record = await work.Db.Consultations.FirstAsync(c => c.Id == deadline.RecordId, cancel);
            record.AdmissionDue = deadline.Promise == Promise.Admission ? deadline.Due : record.AdmissionDue;
            record.ViewsDue = deadline.Promise == Promise.View ? deadline.Due : record.ViewsDue;
            record.Version++;
        }
        else if (deadline.Promise == Promise.Countersign)
        {
            var minutes = await work.Db.Minutes.FirstAsync(m => m.Id == deadline.RecordId, cancel);
            minutes.CountersignDue = deadline.Due;
            minutes.Version++;
        }
    }

    private static MovedDue Words(Deadline deadline, DateTimeOffset to) =>
        new(Texts.MovedWhat.With(deadline.Title, DueWords.Verb(deadline.Promise), deadline.Number), deadline.Due, to);
}
