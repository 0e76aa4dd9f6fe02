using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Deadlines;

/// <summary>暂停 by the office, with a reason, until a day on whose morning time runs again by itself.</summary>
/// <param name="Until">The first day on which it counts again.</param>
public sealed record PauseDeadline(Guid RecordId, int? Step, DateOnly Until, string Reason) : IRecordRequest<DeadlineAnswer>
{
    private const int LongestWorkingDays = 60;

    internal sealed class Handler(Ladder ladder, WorkingCalendar calendar) : DeadlineHandler<PauseDeadline>
    {
        protected override DeadlineAction ActionOf(PauseDeadline request) => DeadlineAction.Pause;

        protected override Task<Refusal?> CheckAsync(PauseDeadline request, Deadline record, Work work, CancellationToken cancel)
        {
            var latest = calendar.AddWorkingDays(work.Today, LongestWorkingDays);
            return Task.FromResult(
                request.Until <= work.Today ? new Refusal(Refusal.Invalid, Texts.PauseInPast)
                : request.Until > latest ? new Refusal(Refusal.Invalid, Texts.PauseTooLong.With(ChinaTime.Day(latest)))
                : FreeText.Check(Texts.FieldReason, request.Reason, FreeText.ReasonLength, Texts.NoReason)
            );
        }

        protected override async Task<DeadlineAnswer> ApplyAsync(
            PauseDeadline request,
            Deadline record,
            DeadlineState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.PausedAt = work.Now;
            record.PausedUntil = ladder.MorningOf(request.Until);
            record.PauseReason = FreeText.Kept(request.Reason);
            await Steps.StopAsync(work.Db, record, work.Now, cancel);
            await ResumeStep.PlanAsync(record, work, cancel);
            Remember(work, record, request, Texts.HistoryPaused.With(DueWords.Day(record.PausedUntil.Value)), record.PauseReason);
            return Answer(record);
        }
    }
}
