using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Tests.Consultations;

namespace SupervisionBot.Core.Tests.AssistanceOrders;

/// <summary>Orders of 樊村镇 and the people around them.</summary>
internal static class Ordering
{
    /// <summary>孙莉 of 樊村镇, who asks.</summary>
    public const string Asker = "sunli";

    /// <summary>The liaison of 市水务局.</summary>
    public const string Water = County.Water;

    /// <summary>The liaison of 市自然资源局.</summary>
    public const string Land = County.Land;
    public const string FirstLeader = "yangjianguo";
    public const string SecondLeader = "wangxiuying";

    public static OrderContent Content(County county, OrderKind kind = OrderKind.OnSite, params string[] units) =>
        new("河堤内堆料查处", kind, "河堤里有人堆料，请来人看看", [.. units.Select(county.Unit)], PeopleWanted: 2);

    /// <summary>An order in its first state: with 市水务局, or with those named.</summary>
    public static async Task<Guid> PlacedAsync(County county, CancellationToken cancel, OrderKind kind = OrderKind.OnSite, params string[] units) =>
        (await county.DoAsync(Asker, new PlaceOrder(Guid.NewGuid(), Content(county, kind, units.Length == 0 ? ["shuiwu"] : units), []), cancel))
            .Order
            .Id;

    /// <summary>One that waits to be dispatched.</summary>
    public static async Task<Guid> UnclearAsync(County county, CancellationToken cancel) =>
        (await county.DoAsync(Asker, new PlaceOrder(Guid.NewGuid(), Content(county, OrderKind.OnSite, "shuiwu", "ziran"), []), cancel)).Order.Id;

    public static Task<AssistanceOrder> OrderAsync(County county, Guid id, CancellationToken cancel) =>
        county.Host.Database.ReadAsync((db, token) => db.AssistanceOrders.AsNoTracking().WithParties().FirstAsync(o => o.Id == id, token), cancel);

    /// <summary>An order of 市水务局 that has been led to a state.</summary>
    public static async Task<Guid> InAsync(County county, OrderState state, CancellationToken cancel, bool accepted = false, bool reopened = false)
    {
        if (state == OrderState.AwaitingDispatch)
        {
            return await UnclearAsync(county, cancel);
        }

        var id = await PlacedAsync(county, cancel);
        foreach (var step in Way(state, accepted, reopened))
        {
            await county.DoAsync(OrderDeeds.ActorOf(step), OrderDeeds.Request(county, step, id, null), cancel);
        }

        return id;
    }

    private static OrderAction[] Way(OrderState state, bool accepted, bool reopened) =>
        (state, accepted, reopened) switch
        {
            (OrderState.AwaitingAcceptance, _, _) => [],
            (OrderState.AwaitingMaterial, false, _) => [OrderAction.AskMaterial],
            (OrderState.AwaitingMaterial, true, _) => [OrderAction.Accept, OrderAction.AskMaterial],
            (OrderState.AwaitingRuling, _, _) => [OrderAction.HandBack],
            (OrderState.InHand, _, _) => [OrderAction.Accept],
            (OrderState.Completed, _, _) => [OrderAction.Complete],
            (OrderState.Rated, _, _) => [OrderAction.Complete, OrderAction.Rate],
            (OrderState.AwaitingCheck, _, false) => [OrderAction.Complete, OrderAction.RateDissatisfied],
            (OrderState.AwaitingCheck, _, true) =>
            [
                OrderAction.Complete,
                OrderAction.RateDissatisfied,
                OrderAction.Reopen,
                OrderAction.Complete,
                OrderAction.RateDissatisfied,
            ],
            (OrderState.Closed, _, _) => [OrderAction.Complete, OrderAction.RateDissatisfied, OrderAction.DismissRating],
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
        };
}
