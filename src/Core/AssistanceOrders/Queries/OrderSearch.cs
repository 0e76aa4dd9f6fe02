using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;

namespace SupervisionBot.Core.AssistanceOrders.Queries;

/// <summary>An order is found by what both sides read alike: its words, units, hand-backs and result.</summary>
internal sealed class OrderSearch : ISearchSource
{
    public string Name => nameof(AssistanceOrder);
    public string Kind => RecordNumber.AssistanceOrder;
    public string KindName => Texts.KindOrder;

    public IQueryable<Guid> All(WorkDb db) => db.AssistanceOrders.Select(o => o.Id);

    public async Task<SearchText?> OfAsync(WorkDb db, Guid recordId, CancellationToken cancel)
    {
        var order = await db.AssistanceOrders.AsNoTracking().WithParties().AsSplitQuery().FirstOrDefaultAsync(o => o.Id == recordId, cancel);
        if (order is null)
        {
            return null;
        }

        var handBacks = order.HandBacks.SelectMany(h => new[] { h.Unit!.ShortName, h.Basis });
        var parts = order.Supporters.OrderBy(s => s.Unit!.Order).SelectMany(s => new[] { s.Unit!.ShortName, s.Contribution });
        string?[] own =
        [
            order.Unit!.ShortName,
            order.LeadUnit?.ShortName,
            OrderWords.KindName(order.Kind),
            order.Account,
            order.AssignedTo,
            order.Result,
        ];
        return new SearchText(
            Kind,
            order.Number,
            order.Title,
            string.Join('\n', own.Concat(handBacks).Concat(parts).OfType<string>()),
            order.PlacedAt,
            [.. Readers(order).Distinct().Order()]
        );
    }

    public async Task<IReadOnlyList<SearchHit>> HitsAsync(WorkDb db, Actor actor, IReadOnlyCollection<Guid> recordIds, CancellationToken cancel)
    {
        var found = await db
            .AssistanceOrders.AsNoTracking()
            .VisibleTo(actor)
            .Where(o => recordIds.Contains(o.Id))
            .Select(o => new
            {
                o.Id,
                o.Number,
                o.Title,
                o.State,
            })
            .ToListAsync(cancel);
        return found.ConvertAll(o => new SearchHit(o.Id, Kind, o.Number, o.Title, OrderWords.StateName(o.State), $"/records/{o.Number}"));
    }

    private static IEnumerable<Guid> Readers(AssistanceOrder order) =>
        order
            .HandBacks.Select(h => h.UnitId)
            .Concat(order.Supporters.Select(s => s.UnitId))
            .Append(order.UnitId)
            .Concat(order.LeadUnitId is { } lead ? [lead] : []);
}
