using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>同意退单，不再派: the township has the power itself, another order covers it, or it cannot be done. The township hears why.</summary>
public sealed record DeclineOrder(Guid RecordId, int? Step, string Reason) : IRecordRequest<OrderAnswer>
{
    internal sealed class Handler : OrderHandler<DeclineOrder>
    {
        protected override OrderAction ActionOf(DeclineOrder request) => OrderAction.Decline;

        protected override Task<Refusal?> CheckAsync(DeclineOrder request, AssistanceOrder record, Work work, CancellationToken cancel) =>
            Task.FromResult(FreeText.Check(Texts.FieldReason, request.Reason, FreeText.ReasonLength, Texts.NoDeclineReason));

        protected override async Task<OrderAnswer> ApplyAsync(
            DeclineOrder request,
            AssistanceOrder record,
            OrderState from,
            Work work,
            CancellationToken cancel
        )
        {
            Ruling.Settle(record, granted: true, request.Reason, work);
            record.PausedAt = null;
            Remember(work, record, request, Texts.HistoryDeclined, after: FreeText.Kept(request.Reason));
            await RulingNotices.TellGrantedAsync(record, record.LeadUnit!, Texts.NoticeGrantedEnd, work, cancel);
            work.Tell(record.RequesterId, TownshipNotices.Declined(record, FreeText.Kept(request.Reason)!, work.Person.Person));
            return OrderAnswer.Of(record, record.Requester!.Name);
        }
    }
}
