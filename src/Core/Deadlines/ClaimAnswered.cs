using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Deadlines;

/// <summary>已电话答复过（由专班核对）: a unit says that its view was given by telephone. The office looks, and nothing escalates meanwhile.</summary>
/// <param name="Remark">To whom and what, where told.</param>
public sealed record ClaimAnswered(Guid RecordId, int? Step, string? Remark = null) : IRecordRequest<DeadlineAnswer>
{
    internal sealed class Handler(Rulings rulings) : DeadlineHandler<ClaimAnswered>
    {
        protected override DeadlineAction ActionOf(ClaimAnswered request) => DeadlineAction.ClaimAnswered;

        protected override Task<Refusal?> CheckAsync(ClaimAnswered request, Deadline record, Work work, CancellationToken cancel) =>
            Task.FromResult(FreeText.Check(Texts.FieldReason, request.Remark, FreeText.ReasonLength));

        protected override Task<DeadlineAnswer> ApplyAsync(
            ClaimAnswered request,
            Deadline record,
            DeadlineState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.AskReason = FreeText.Kept(request.Remark);
            Remember(work, record, request, Texts.HistoryClaimed.With(DueWords.Verb(record.Promise)), record.AskReason);
            return rulings.AskAsync(record, RulingKind.AnsweredByPhone, work, cancel);
        }
    }
}
