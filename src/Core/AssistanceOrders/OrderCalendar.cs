using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Calendars.Importing;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>A new calendar moves the limits of open orders that stand as the rule gave them. Which those are, their deadlines show in the preview.</summary>
internal sealed class OrderCalendar(OrderSettings settings) : ICalendarDependent
{
    /// <summary>The clock of a department runs or stands still.</summary>
    private static readonly OrderState[] Running =
    [
        OrderState.AwaitingAcceptance,
        OrderState.AwaitingMaterial,
        OrderState.AwaitingRuling,
        OrderState.InHand,
    ];

    public Task<IReadOnlyList<MovedDue>> MovedByAsync(Work work, WorkingCalendar before, WorkingCalendar after, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<MovedDue>>([]);

    public async Task MoveAsync(Work work, WorkingCalendar before, WorkingCalendar after, CancellationToken cancel)
    {
        var (was, becomes) = (new OrderLimits(settings, before), new OrderLimits(settings, after));
        foreach (var order in await work.Db.AssistanceOrders.Where(o => Running.Contains(o.State)).ToListAsync(cancel))
        {
            var stood = (order.AcceptDue, order.CompleteDue);
            becomes.Follow(was, order);
            order.Version += stood == (order.AcceptDue, order.CompleteDue) ? 0 : 1;
        }
    }
}
