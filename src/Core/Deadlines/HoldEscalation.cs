using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Deadlines;

/// <summary>缓一个工作日: before the unit's leader hears, the office may hold that back for one working day, once, with a reason.</summary>
public sealed record HoldEscalation(Guid RecordId, int? Step, string Reason) : IRecordRequest<DeadlineAnswer>
{
    internal sealed class Handler(Ladder ladder, Steps steps, WorkingCalendar calendar) : DeadlineHandler<HoldEscalation>
    {
        protected override DeadlineAction ActionOf(HoldEscalation request) => DeadlineAction.Hold;

        protected override Task<Refusal?> CheckAsync(HoldEscalation request, Deadline record, Work work, CancellationToken cancel) =>
            Task.FromResult(FreeText.Check(Texts.FieldReason, request.Reason, FreeText.ReasonLength, Texts.NoReason));

        protected override async Task<DeadlineAnswer> ApplyAsync(
            HoldEscalation request,
            Deadline record,
            DeadlineState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.HoldReason = FreeText.Kept(request.Reason);
            var day = calendar.AddWorkingDays(ChinaTime.DateOf(record.NextStepAt!.Value), 1);
            await steps.MoveAsync(work.Db, record, ladder.MorningOf(day), work.Now, cancel);
            Remember(work, record, request, Texts.HistoryHeld.With(ChinaTime.Day(day)), record.HoldReason);
            return Answer(record);
        }
    }
}
