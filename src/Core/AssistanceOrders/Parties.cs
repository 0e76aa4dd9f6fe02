using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>Who takes part in an order, with names and numbers, after the units of it have changed.</summary>
internal static class Parties
{
    /// <summary>Loads what the messages about an order need to name.</summary>
    public static async Task LoadAsync(WorkDb db, AssistanceOrder order, CancellationToken cancel)
    {
        var entry = db.Entry(order);
        await entry.Reference(o => o.Unit).LoadAsync(cancel);
        await entry.Reference(o => o.Requester).LoadAsync(cancel);
        if (order.LeadUnitId is { } lead && order.LeadUnit?.Id != lead)
        {
            order.LeadUnit = await db.Units.FirstAsync(u => u.Id == lead, cancel);
        }

        await LoadCandidatesAsync(db, order, cancel);
        foreach (var supporter in order.Supporters)
        {
            await db.Entry(supporter).Reference(s => s.Unit).LoadAsync(cancel);
        }

        foreach (var handBack in order.HandBacks)
        {
            await db.Entry(handBack).Reference(h => h.Unit).LoadAsync(cancel);
            await db.Entry(handBack).Reference(h => h.SuggestedUnit).LoadAsync(cancel);
        }
    }

    /// <summary>The departments named by the words, in protocol order; none once it is dispatched.</summary>
    public static async Task LoadCandidatesAsync(WorkDb db, AssistanceOrder order, CancellationToken cancel)
    {
        var ids = order.State == OrderState.AwaitingDispatch ? order.CandidateUnitIds : [];
        order.Candidates =
            ids.Count == 0 ? [] : await db.Units.AsNoTracking().Where(u => ids.Contains(u.Id)).OrderBy(u => u.Order).ToListAsync(cancel);
    }
}
