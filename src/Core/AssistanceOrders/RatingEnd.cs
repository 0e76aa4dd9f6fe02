using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>归档: three working days after 办结 the worker files the order. Without a rating it stays 未评价, it never becomes 满意 (domain: b3, 8). Nobody is reminded.</summary>
internal sealed class RatingEnd : IOccurrenceStep
{
    internal const string Name = "order.rating-end";

    public string Step => Name;

    public static Task PlanAsync(AssistanceOrder order, Work work, CancellationToken cancel) =>
        work.PlanAsync(order.Id, Name, DueValue(order), order.RatableUntil!.Value, Guid.Empty, cancel);

    public async Task<Settlement> SettleAsync(Occurrence occurrence, Work work, CancellationToken cancel)
    {
        var order = await work.Db.AssistanceOrders.FirstAsync(o => o.Id == occurrence.ItemId, cancel);
        if (DueValue(order) != occurrence.DueValue || !OrderLifecycle.Table.Can(work.Actor, OrderAction.Close, order))
        {
            return false;
        }

        OrderLifecycle.Table.Follow(work.Actor, OrderAction.Close, order);
        work.Remember(
            RecordNumber.AssistanceOrder,
            order.Id,
            nameof(OrderAction.Close),
            order.Rating is { } rating ? Texts.HistoryClosed.With(OrderWords.RatingName(rating)) : Texts.HistoryClosedUnrated
        );
        return true;
    }

    internal static string DueValue(AssistanceOrder order) => Occurrence.ValueOf(order.RatableUntil ?? order.PlacedAt);
}
