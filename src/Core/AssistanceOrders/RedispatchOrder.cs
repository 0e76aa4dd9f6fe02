using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>
/// 同意退单，改派: another department gets it. The clock begins anew once, after the first hand-back; after the second the limit of the whole moves only by the time that
/// stood still (domain: b3, 3).
/// </summary>
public sealed record RedispatchOrder(Guid RecordId, int? Step, Guid UnitId) : IRecordRequest<OrderAnswer>
{
    internal sealed class Handler(OrderLimits limits) : OrderHandler<RedispatchOrder>
    {
        protected override OrderAction ActionOf(RedispatchOrder request) => OrderAction.Redispatch;

        protected override async Task<Refusal?> CheckAsync(RedispatchOrder request, AssistanceOrder record, Work work, CancellationToken cancel) =>
            request.UnitId == record.LeadUnitId
                ? new Refusal(Refusal.Invalid, Texts.SameDepartment)
                : await Dispatching.CheckAsync(record, request.UnitId, [], work, cancel);

        protected override async Task<OrderAnswer> ApplyAsync(
            RedispatchOrder request,
            AssistanceOrder record,
            OrderState from,
            Work work,
            CancellationToken cancel
        )
        {
            var before = record.LeadUnit!;
            Ruling.Settle(record, granted: true, reason: null, work);
            record.LeadUnitId = request.UnitId;
            (record.MaterialAsked, record.MaterialWanted) = (false, null);
            record.Supporters.RemoveAll(s => s.UnitId == request.UnitId);
            if (record.Restarted)
            {
                limits.GoOn(record, work.Now);
            }
            else
            {
                limits.Start(record, work.Now);
                record.Restarted = true;
            }

            await Parties.LoadAsync(work.Db, record, cancel);
            await UrgentWatch.PlanAsync(record, work, cancel);
            Remember(work, record, request, Texts.HistoryRedispatched.With(record.LeadUnit!.ShortName));
            await RulingNotices.TellGrantedAsync(record, before, Texts.NoticeGrantedTo.With(record.LeadUnit.ShortName), work, cancel);
            work.Tell(record.RequesterId, TownshipNotices.Dispatched(record));
            return OrderAnswer.Of(record, await Dispatching.TellAsync(record, work, cancel));
        }
    }
}
