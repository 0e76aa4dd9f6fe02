using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>不同意退单, with the reason: the order stays where it was, and time runs again with what was left of it.</summary>
public sealed record RefuseHandBack(Guid RecordId, int? Step, string Reason) : IRecordRequest<OrderAnswer>
{
    internal sealed class Handler(OrderLimits limits) : OrderHandler<RefuseHandBack>
    {
        protected override OrderAction ActionOf(RefuseHandBack request) => OrderAction.RefuseHandBack;

        protected override Task<Refusal?> CheckAsync(RefuseHandBack request, AssistanceOrder record, Work work, CancellationToken cancel) =>
            Task.FromResult(FreeText.Check(Texts.FieldReason, request.Reason, FreeText.ReasonLength, Texts.NoReason));

        protected override async Task<OrderAnswer> ApplyAsync(
            RefuseHandBack request,
            AssistanceOrder record,
            OrderState from,
            Work work,
            CancellationToken cancel
        )
        {
            Ruling.Settle(record, granted: false, request.Reason, work);
            limits.Resume(record, work.Now);
            await UrgentWatch.PlanAsync(record, work, cancel);
            Remember(work, record, request, Texts.HistoryHandBackRefused, after: FreeText.Kept(request.Reason));
            await RulingNotices.TellRefusedAsync(record, FreeText.Kept(request.Reason)!, work, cancel);
            work.Tell(record.RequesterId, TownshipNotices.StaysWith(record));
            return OrderAnswer.Of(record, record.LeadUnit!.ShortName);
        }
    }
}
