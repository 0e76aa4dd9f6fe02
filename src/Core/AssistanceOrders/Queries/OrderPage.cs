using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.AssistanceOrders.Queries;

/// <summary>Everything about an order for <c>/records/{number}</c>: the same timeline for both sides.</summary>
/// <param name="Where">Where it stands, in words.</param>
/// <param name="Actions">What the reader may do now, by the lifecycle table.</param>
public sealed record OrderPage(
    AssistanceOrder Order,
    string Where,
    string DepartmentContact,
    IReadOnlyList<OrderAction> Actions,
    IReadOnlyList<PageFile> Files,
    IReadOnlyList<PageEvent> Timeline
)
{
    /// <summary>Loads the page of an order by its full number, <c>XZ-2026-0041</c>.</summary>
    /// <returns>Null where there is none, or the actor may not see it.</returns>
    public static async Task<OrderPage?> LoadAsync(WorkDb db, Actor actor, string number, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var order = await db
            .AssistanceOrders.AsNoTracking()
            .VisibleTo(actor)
            .WithParties()
            .AsSplitQuery()
            .FirstOrDefaultAsync(o => o.Number == number, cancel);
        if (order is null)
        {
            return null;
        }

        await Parties.LoadCandidatesAsync(db, order, cancel);
        var contact = order.LeadUnitId is { } lead
            ? (await Consultations.Addressees.ContactsOfAsync(db, [lead], cancel)).GetValueOrDefault(lead)
            : null;
        var files = await db
            .Files.AsNoTracking()
            .Where(f => f.RecordId == order.Id)
            .OrderBy(f => f.Number)
            .Select(f => new PageFile(f.Id, f.Number ?? 0, f.Name, f.ContentType, f.Size))
            .ToListAsync(cancel);
        var timeline = await Timelines.OfAsync(db, db.History.AsNoTracking().Where(h => h.RecordId == order.Id), cancel);
        return new OrderPage(
            order,
            await OrderStatus.WhereAsync(db, order, now, cancel),
            OrderWords.Contact(contact),
            [.. OrderLifecycle.Table.ActionsOf(actor, order)],
            files,
            timeline
        );
    }
}
