using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.AssistanceOrders.Queries;

/// <summary>
/// The part of 我的待办 that comes from orders. Each part is asked for by state and unit, so that the cost grows with what waits, not with what exists. A rating is no duty
/// and stands in no list of duties.
/// </summary>
internal static class OrderTodos
{
    public static async Task<IEnumerable<TodoItem>> OfAsync(WorkDb db, Actor actor, IReadOnlySet<Guid> answersFor, CancellationToken cancel)
    {
        var items = new List<TodoItem>();
        if (answersFor.Count > 0)
        {
            await AddDepartmentAsync(items, db, actor, [.. answersFor], cancel);
        }

        await AddTownshipAsync(items, db, actor, cancel);

        if (actor.IsOffice)
        {
            await AddOfficeAsync(items, db, actor, cancel);
        }

        if (actor.IsTaskForceLeader)
        {
            await AddLeadersAsync(items, db, actor, cancel);
        }

        return items;
    }

    private static async Task AddDepartmentAsync(List<TodoItem> items, WorkDb db, Actor actor, List<Guid> units, CancellationToken cancel)
    {
        var mine = await db
            .AssistanceOrders.AsNoTracking()
            .WithParties()
            .Where(o =>
                (o.State == OrderState.AwaitingAcceptance || o.State == OrderState.InHand)
                && o.LeadUnitId != null
                && units.Contains(o.LeadUnitId.Value)
            )
            .AsSplitQuery()
            .ToListAsync(cancel);
        items.AddRange(
            mine.Select(o =>
                o.State == OrderState.AwaitingAcceptance
                    ? Item(actor, o, Texts.TodoAccept.With(o.Unit!.ShortName), o.AcceptDue, Promise.Acceptance, o.LeadUnitId!.Value)
                    : Item(actor, o, Texts.TodoComplete.With(o.Unit!.ShortName), o.CompleteDue, Promise.Completion, o.LeadUnitId!.Value)
            )
        );
        var supported = await db
            .AssistanceOrders.AsNoTracking()
            .WithParties()
            .Where(o =>
                (o.State == OrderState.AwaitingAcceptance || o.State == OrderState.InHand)
                && o.Supporters.Any(s => units.Contains(s.UnitId) && s.ReportedAt == null)
            )
            .AsSplitQuery()
            .ToListAsync(cancel);
        items.AddRange(
            from order in supported
            from part in order.Supporters
            where units.Contains(part.UnitId) && part.ReportedAt is null
            select Item(actor, order, Texts.TodoSupport.With(order.LeadUnit!.ShortName), order.CompleteDue, Promise.Support, part.UnitId)
        );
    }

    // Whoever placed it; a colleague sees it under 查进度.
    private static async Task AddTownshipAsync(List<TodoItem> items, WorkDb db, Actor actor, CancellationToken cancel)
    {
        List<Guid> people = [actor.Id, .. actor.DeputyFor.Select(p => p.Id)];
        var units = actor.UnitIds;
        var mine = await db
            .AssistanceOrders.AsNoTracking()
            .WithParties()
            .Where(o => units.Contains(o.UnitId) && o.State == OrderState.AwaitingMaterial && people.Contains(o.RequesterId))
            .AsSplitQuery()
            .ToListAsync(cancel);
        items.AddRange(mine.Select(o => Item(actor, o, Texts.TodoSupply.With(OrderWords.Excerpt(o.MaterialWanted ?? "")), null)));
    }

    private static async Task AddOfficeAsync(List<TodoItem> items, WorkDb db, Actor actor, CancellationToken cancel)
    {
        var waiting = await InAsync(db, [OrderState.AwaitingDispatch, OrderState.AwaitingRuling, OrderState.AwaitingCheck], cancel);
        foreach (var order in waiting)
        {
            await Parties.LoadCandidatesAsync(db, order, cancel);
            if (order.State == OrderState.AwaitingDispatch)
            {
                items.Add(Item(actor, order, Texts.TodoDispatch, null, Promise.Dispatch));
            }
            else if (order.State == OrderState.AwaitingCheck)
            {
                items.Add(Item(actor, order, Texts.TodoCheck, null, Promise.RatingCheck));
            }
            else if (!OrderLifecycle.IsForLeaders(order))
            {
                items.Add(Item(actor, order, Texts.TodoRule.With(order.LeadUnit!.ShortName), null, Promise.HandBackRuling));
            }
        }
    }

    private static async Task AddLeadersAsync(List<TodoItem> items, WorkDb db, Actor actor, CancellationToken cancel) =>
        items.AddRange(
            (await InAsync(db, [OrderState.AwaitingRuling], cancel))
                .Where(OrderLifecycle.IsForLeaders)
                .Select(o => Item(actor, o, Texts.TodoRuleAgain.With(o.LeadUnit!.ShortName), null, Promise.LeaderRuling))
        );

    private static Task<List<AssistanceOrder>> InAsync(WorkDb db, OrderState[] states, CancellationToken cancel) =>
        db.AssistanceOrders.AsNoTracking().WithParties().Where(o => states.Contains(o.State)).AsSplitQuery().ToListAsync(cancel);

    private static TodoItem Item(
        Actor actor,
        AssistanceOrder order,
        string what,
        DateTimeOffset? due,
        Promise? promise = null,
        Guid unitId = default
    ) => new(order.Id, order.Number, order.Title, what, due, [.. OrderChoices.Now(actor, order), OrderChoices.Full(order)], promise, unitId);
}
