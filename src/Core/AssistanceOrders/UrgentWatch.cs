using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>
/// An urgent order that nobody has accepted within its hours: the office hears at once, at whatever hour, with the number to call. Nobody else does; the ladder of
/// working mornings goes on beside it.
/// </summary>
internal sealed class UrgentWatch : IOccurrenceStep
{
    private const string Name = "order.urgent";

    public string Step => Name;

    /// <summary>Plans it for the end of the time to accept; an order that is not urgent has none.</summary>
    public static Task PlanAsync(AssistanceOrder order, Work work, CancellationToken cancel) =>
        order is { Urgent: not null, State: OrderState.AwaitingAcceptance, AcceptDue: { } due }
            ? work.PlanAsync(order.Id, Name, Occurrence.ValueOf(due), due, Guid.Empty, cancel)
            : Task.CompletedTask;

    public async Task<Settlement> SettleAsync(Occurrence occurrence, Work work, CancellationToken cancel)
    {
        var order = await work.Db.AssistanceOrders.WithParties().FirstAsync(o => o.Id == occurrence.ItemId, cancel);
        if (order is not { State: OrderState.AwaitingAcceptance, AcceptDue: { } due } || Occurrence.ValueOf(due) != occurrence.DueValue)
        {
            return false;
        }

        var contact = (await Addressees.ContactsOfAsync(work.Db, [order.LeadUnitId!.Value], cancel)).GetValueOrDefault(order.LeadUnitId.Value);
        await Releasing.TellOfficeAsync(OfficeOrderNotices.NotAcceptedInTime(order, contact), work, cancel);
        return true;
    }
}
