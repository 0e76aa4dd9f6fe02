using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>材料已收到: it came on paper or by telephone, so that the township need not send it a second time. Time runs again.</summary>
public sealed record ReceiveMaterial(Guid RecordId, int? Step) : IRecordRequest<OrderAnswer>
{
    internal sealed class Handler(OrderLimits limits) : OrderHandler<ReceiveMaterial>
    {
        protected override OrderAction ActionOf(ReceiveMaterial request) => OrderAction.ReceiveMaterial;

        protected override async Task<OrderAnswer> ApplyAsync(
            ReceiveMaterial request,
            AssistanceOrder record,
            OrderState from,
            Work work,
            CancellationToken cancel
        )
        {
            limits.Resume(record, work.Now);
            await UrgentWatch.PlanAsync(record, work, cancel);
            Remember(work, record, request, Texts.HistoryMaterialReceived);
            return OrderAnswer.Of(record);
        }
    }
}
