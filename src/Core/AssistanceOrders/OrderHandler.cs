using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>What every step of an order shares.</summary>
internal abstract class OrderHandler<TRequest>()
    : RecordHandler<TRequest, AssistanceOrder, OrderState, OrderAction, OrderAnswer>(OrderLifecycle.Table)
    where TRequest : IRecordRequest<OrderAnswer>
{
    protected override Task<AssistanceOrder?> LoadAsync(WorkDb db, Guid id, CancellationToken cancel) =>
        db.AssistanceOrders.WithParties().FirstOrDefaultAsync(o => o.Id == id, cancel);

    protected override bool IsVisible(Actor? actor, AssistanceOrder record) => actor is null || OrderVisibility.Sees(actor, record);

    /// <summary>Photos, progress, a new day and what supporting units did come beside the step: nobody is named for them when a button is stale.</summary>
    protected override IReadOnlyList<string> BesidesTheStep { get; } =
    [
        nameof(OrderAction.AddMaterial),
        nameof(OrderAction.ReportProgress),
        nameof(OrderAction.Rearrange),
        nameof(OrderAction.ReportPart),
        nameof(OrderAction.Share),
    ];

    protected override string GuardSentence(TRequest request, AssistanceOrder record) =>
        ActionOf(request) switch
        {
            OrderAction.HandBack => Texts.HandedBackTwice,
            OrderAction.AskMaterial => Texts.MaterialAskedAlready,
            OrderAction.Reopen => Texts.ReopenedAlready,
            OrderAction.Share => Texts.SharedAlready,
            _ => UseCases.Texts.GuardFailed,
        };

    protected void Remember(Work work, AssistanceOrder record, TRequest request, string text, string? before = null, string? after = null) =>
        work.Remember(RecordNumber.AssistanceOrder, record.Id, ActionOf(request).ToString(), text, before: before, after: after);
}

/// <summary>The answer to who acted: the order as it stands after the step, with its units and people.</summary>
/// <param name="Told">Whoever was written to about it, by unit or name.</param>
public sealed record OrderAnswer(AssistanceOrder Order, IReadOnlyList<string> Told)
{
    /// <summary>How many files went with it.</summary>
    public int Files { get; init; }

    /// <summary>Until when whoever has the next word answers; null where that is not asked.</summary>
    public DateTimeOffset? Due { get; init; }

    internal static OrderAnswer Of(AssistanceOrder order, params string?[] told) => new(order, [.. told.OfType<string>()]);
}

/// <summary>Who may see an order: the township, the departments that have or had it, and those who see everything.</summary>
public static class OrderVisibility
{
    /// <summary>The orders an actor may see; every query starts here.</summary>
    public static IQueryable<AssistanceOrder> VisibleTo(this IQueryable<AssistanceOrder> orders, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.SeesEverything)
        {
            return orders;
        }

        var units = actor.UnitIds;
        return orders.Where(o =>
            units.Contains(o.UnitId)
            || (o.LeadUnitId != null && units.Contains(o.LeadUnitId.Value))
            || o.HandBacks.Any(h => units.Contains(h.UnitId))
            || o.Supporters.Any(s => units.Contains(s.UnitId))
        );
    }

    /// <summary>An order with everybody who takes part in it.</summary>
    public static IQueryable<AssistanceOrder> WithParties(this IQueryable<AssistanceOrder> orders) =>
        orders
            .Include(o => o.Unit)
            .Include(o => o.LeadUnit)
            .Include(o => o.Requester)
            .Include(o => o.HandBacks.OrderBy(h => h.Round))
                .ThenInclude(h => h.Unit)
            .Include(o => o.HandBacks)
                .ThenInclude(h => h.SuggestedUnit)
            .Include(o => o.Supporters)
                .ThenInclude(s => s.Unit);

    internal static bool Sees(Actor actor, AssistanceOrder order) => new[] { order }.AsQueryable().VisibleTo(actor).Any();
}
