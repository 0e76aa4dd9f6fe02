using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Deadlines;

/// <summary>恢复 by the office before the pause ends by itself. The due date moves by the office hours that stood still; the original one is kept.</summary>
public sealed record ResumeDeadline(Guid RecordId, int? Step) : IRecordRequest<DeadlineAnswer>
{
    internal sealed class Handler(Resuming resuming) : DeadlineHandler<ResumeDeadline>
    {
        protected override DeadlineAction ActionOf(ResumeDeadline request) => DeadlineAction.Resume;

        protected override async Task<DeadlineAnswer> ApplyAsync(
            ResumeDeadline request,
            Deadline record,
            DeadlineState from,
            Work work,
            CancellationToken cancel
        )
        {
            await resuming.RunAsync(record, work, cancel);
            return Answer(record);
        }
    }
}

/// <summary>Time runs again.</summary>
internal sealed class Resuming(Steps steps, WorkingCalendar calendar)
{
    public async Task RunAsync(Deadline record, Work work, CancellationToken cancel)
    {
        // A limit that names its day is moved by days, every other by office hours.
        var stood = calendar.WorkingTimeBetween(record.PausedAt!.Value, work.Now);
        var days = calendar.WorkingDaysBetween(ChinaTime.DateOf(record.PausedAt.Value), work.Today);
        record.Due = record.WholeDay
            ? ChinaTime.FromLocal(calendar.AddWorkingDays(ChinaTime.DateOf(record.Due), days).AddDays(1), TimeOnly.MinValue).AddMinutes(-1)
            : calendar.AddWorkingTime(record.Due, stood);
        (record.PausedAt, record.PausedUntil, record.PauseReason) = (null, null, null);
        await steps.BeginAsync(work.Db, record, work.Now, cancel);
        work.Remember(record.RecordKind, record.RecordId, nameof(DeadlineAction.Resume), Texts.HistoryResumed.With(DueWords.Date(record)));
    }
}

/// <summary>The end of a pause has come.</summary>
internal sealed class ResumeStep(Resuming resuming) : IOccurrenceStep
{
    private const string Name = "resume";

    public string Step => Name;

    public static Task PlanAsync(Deadline deadline, Work work, CancellationToken cancel)
    {
        deadline.NextStepAt = deadline.PausedUntil;
        return work.PlanAsync(deadline.Id, Name, DueValue(deadline), deadline.PausedUntil!.Value, Guid.Empty, cancel);
    }

    public async Task<Settlement> SettleAsync(Occurrence occurrence, Work work, CancellationToken cancel)
    {
        var deadline = await work.Db.Deadlines.FirstAsync(d => d.Id == occurrence.ItemId, cancel);
        if (deadline.State != DeadlineState.Paused || DueValue(deadline) != occurrence.DueValue)
        {
            return Settlement.Untrue;
        }

        DeadlineLifecycle.Table.Follow(work.Actor, DeadlineAction.Resume, deadline);
        await resuming.RunAsync(deadline, work, cancel);
        return Settlement.Done;
    }

    private static string DueValue(Deadline deadline) => Occurrence.ValueOf(deadline.PausedAt!.Value);
}
