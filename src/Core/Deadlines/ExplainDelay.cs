using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Deadlines;

/// <summary>说明情况、报预计日期（不改原期限）: in the unit's words; the office and the unit's leader read it beside the date.</summary>
public sealed record ExplainDelay(Guid RecordId, int? Step, string Text) : IRecordRequest<DeadlineAnswer>
{
    internal sealed class Handler : DeadlineHandler<ExplainDelay>
    {
        protected override DeadlineAction ActionOf(ExplainDelay request) => DeadlineAction.Explain;

        protected override Task<Refusal?> CheckAsync(ExplainDelay request, Deadline record, Work work, CancellationToken cancel) =>
            Task.FromResult(FreeText.Check(Texts.FieldExplanation, request.Text, FreeText.ReasonLength, Texts.NoExplanation));

        protected override Task<DeadlineAnswer> ApplyAsync(
            ExplainDelay request,
            Deadline record,
            DeadlineState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.Explanation = FreeText.Kept(request.Text);
            Remember(work, record, request, Texts.HistoryExplained.With(DueWords.Verb(record.Promise)), record.Explanation);
            return Task.FromResult(Answer(record));
        }
    }
}
