using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>派单 by the office: which department leads (首接负责), which support it (domain: b3, 4).</summary>
/// <param name="SupporterIds">协办; null takes the other departments that the township named.</param>
public sealed record DispatchOrder(Guid RecordId, int? Step, Guid LeadUnitId, IReadOnlyList<Guid>? SupporterIds = null) : IRecordRequest<OrderAnswer>
{
    internal sealed class Handler(OrderLimits limits) : OrderHandler<DispatchOrder>
    {
        protected override OrderAction ActionOf(DispatchOrder request) => OrderAction.Dispatch;

        protected override Task<Refusal?> CheckAsync(DispatchOrder request, AssistanceOrder record, Work work, CancellationToken cancel) =>
            Dispatching.CheckAsync(record, request.LeadUnitId, SupportersOf(request, record), work, cancel);

        protected override async Task<OrderAnswer> ApplyAsync(
            DispatchOrder request,
            AssistanceOrder record,
            OrderState from,
            Work work,
            CancellationToken cancel
        )
        {
            var told = await Dispatching.SendAsync(record, request.LeadUnitId, SupportersOf(request, record), limits, work, cancel);
            Remember(work, record, request, Texts.HistoryDispatched.With(record.LeadUnit!.ShortName));
            work.Tell(record.RequesterId, TownshipNotices.Dispatched(record));
            return OrderAnswer.Of(record, told);
        }

        private static IReadOnlyList<Guid> SupportersOf(DispatchOrder request, AssistanceOrder record) =>
            request.SupporterIds ?? [.. record.CandidateUnitIds.Where(id => id != request.LeadUnitId)];
    }
}
