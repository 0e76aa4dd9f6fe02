using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>报进展: stands in the timeline; nobody is written to about it.</summary>
public sealed record ReportOrderProgress(Guid RecordId, int? Step, string Text, IReadOnlyList<Guid> FileIds) : IRecordRequest<OrderAnswer>
{
    internal const int TextLength = 1000;

    internal sealed class Handler : OrderHandler<ReportOrderProgress>
    {
        protected override OrderAction ActionOf(ReportOrderProgress request) => OrderAction.ReportProgress;

        protected override Task<Refusal?> CheckAsync(ReportOrderProgress request, AssistanceOrder record, Work work, CancellationToken cancel) =>
            Task.FromResult(FreeText.Check(Texts.FieldProgress, request.Text, TextLength, Texts.NoProgress));

        protected override async Task<OrderAnswer> ApplyAsync(
            ReportOrderProgress request,
            AssistanceOrder record,
            OrderState from,
            Work work,
            CancellationToken cancel
        )
        {
            var files = await Attachments.AddAsync(work.Db, record.Id, work.Person.Id, request.FileIds, cancel);
            Remember(work, record, request, Texts.HistoryProgress.With(FreeText.Kept(request.Text)));
            return OrderAnswer.Of(record) with { Files = files };
        }
    }
}
