using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>What an order promises as it stands (domain: b2, b3): nothing by the department while the township or the office has the next word.</summary>
internal sealed class OrderPromises(OrderLimits limits) : IPromiseSource
{
    private static readonly OrderState[] Owing =
    [
        OrderState.AwaitingDispatch,
        OrderState.AwaitingAcceptance,
        OrderState.AwaitingRuling,
        OrderState.InHand,
        OrderState.AwaitingCheck,
    ];

    public string Kind => RecordNumber.AssistanceOrder;

    public IQueryable<Guid> Open(WorkDb db) => db.AssistanceOrders.Where(o => Owing.Contains(o.State)).Select(o => o.Id);

    public async Task<Promises?> OfAsync(WorkDb db, Guid recordId, CancellationToken cancel)
    {
        var order = await db
            .AssistanceOrders.AsNoTracking()
            .Include(o => o.Supporters)
            .Include(o => o.HandBacks)
            .FirstOrDefaultAsync(o => o.Id == recordId, cancel);
        return order is null
            ? null
            : new Promises(order.Number, order.Title, order.Urgent is not null, [.. OpenOf(order)], deadline => EndOf(order, deadline));
    }

    private IEnumerable<Promised> OpenOf(AssistanceOrder order) =>
        order.State switch
        {
            OrderState.AwaitingDispatch => [new(Promise.Dispatch, Since: order.PlacedAt)],
            OrderState.AwaitingAcceptance => [Acceptance(order), .. Supporters(order)],
            OrderState.InHand => [.. Completion(order), .. Supporters(order)],
            OrderState.AwaitingRuling when OrderLifecycle.IsForLeaders(order) => [new(Promise.LeaderRuling, Since: order.PausedAt)],
            OrderState.AwaitingRuling => [new(Promise.HandBackRuling, Since: order.PausedAt)],
            OrderState.AwaitingCheck => [new(Promise.RatingCheck, Since: order.RatedAt)],
            _ => [],
        };

    private Promised Acceptance(AssistanceOrder order) =>
        new(Promise.Acceptance, order.LeadUnitId!.Value, Due: order.AcceptDue, Since: order.DispatchedAt, Period: limits.AcceptPeriodOf(order));

    private IEnumerable<Promised> Completion(AssistanceOrder order) =>
        order.CompleteDue is { } due
            ? [new(Promise.Completion, order.LeadUnitId!.Value, Due: due, Since: order.DispatchedAt, Period: limits.CompletePeriodOf(order))]
            : [];

    private IEnumerable<Promised> Supporters(AssistanceOrder order) =>
        order.CompleteDue is { } due
            ? order
                .Supporters.Where(s => s.ReportedAt is null)
                .Select(s => new Promised(Promise.Support, s.UnitId, Due: due, Since: order.DispatchedAt, Period: limits.CompletePeriodOf(order)))
            : [];

    private static DeadlineAction EndOf(AssistanceOrder order, Deadline deadline)
    {
        var done = order.State is OrderState.Completed or OrderState.Rated or OrderState.AwaitingCheck or OrderState.Closed;
        return deadline.Promise switch
        {
            Promise.Acceptance => order.State == OrderState.InHand || done ? DeadlineAction.Keep : DeadlineAction.CallOff,
            Promise.Completion => done ? DeadlineAction.Keep : DeadlineAction.CallOff,
            Promise.Support when order.Supporters.Exists(s => s.UnitId == deadline.UnitId && s.ReportedAt is not null) => DeadlineAction.Keep,
            Promise.Support => done ? DeadlineAction.Lapse : DeadlineAction.CallOff,
            _ => order.State == OrderState.Cancelled ? DeadlineAction.CallOff : DeadlineAction.Keep,
        };
    }
}
