using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>可共享: other townships with a similar matter are shown how this one was answered, without the township's name.</summary>
public sealed record ShareAnswer(Guid RecordId) : IRecordRequest<OrderAnswer>
{
    int? IRecordRequest<OrderAnswer>.Step => null;

    internal sealed class Handler : OrderHandler<ShareAnswer>
    {
        protected override OrderAction ActionOf(ShareAnswer request) => OrderAction.Share;

        protected override Task<OrderAnswer> ApplyAsync(
            ShareAnswer request,
            AssistanceOrder record,
            OrderState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.Shared = true;
            Remember(work, record, request, Texts.HistoryShared);
            return Task.FromResult(OrderAnswer.Of(record));
        }
    }
}
