using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using Xunit;

namespace SupervisionBot.Core.Tests.AssistanceOrders;

public sealed class OrderLifecycleTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_state_can_be_reached_and_no_action_is_without_a_row()
    {
        var rows = OrderLifecycle.Table.Rows;
        var reached = new HashSet<OrderState> { OrderState.AwaitingDispatch };
        while (rows.Any(r => reached.Contains(r.From) && reached.Add(r.To))) { }

        Assert.Equal(Enum.GetValues<OrderState>(), reached.Order());
        Assert.Equal(Enum.GetValues<OrderAction>(), rows.Select(r => r.Action).Distinct().Order());
    }

    [Fact]
    public async Task Every_row_can_be_walked_through_the_door()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        foreach (var row in OrderLifecycle.Table.Rows.Where(r => r.Action != OrderAction.Close))
        {
            var accepted = row.To == OrderState.InHand;
            var id =
                row.Action == OrderAction.ReportPart
                    ? await SupportedAsync(county, row.From)
                    : await Ordering.InAsync(county, row.From, Cancel, accepted, reopened: row.Action == OrderAction.UpholdRating);
            var who =
                row is { Action: OrderAction.AskMaterial } && row.Who.Name == Texts.PartyOffice ? County.Office : OrderDeeds.ActorOf(row.Action);
            var before = (await county.HistoryAsync(id, Cancel)).Count;

            await county.DoAsync(who, OrderDeeds.Request(county, row.Action, id, null), Cancel);

            Assert.Equal((row.From, row.Action, row.To), (row.From, row.Action, (await Ordering.OrderAsync(county, id, Cancel)).State));
            Assert.Equal(before + 1, (await county.HistoryAsync(id, Cancel)).Count);
        }
    }

    private static async Task<Guid> SupportedAsync(County county, OrderState state)
    {
        var id = await Ordering.UnclearAsync(county, Cancel);
        await county.DoAsync(County.Office, new DispatchOrder(id, null, county.Unit("shuiwu")), Cancel);
        if (state == OrderState.InHand)
        {
            await county.DoAsync(Ordering.Water, new AcceptOrder(id, null), Cancel);
        }

        return id;
    }
}
