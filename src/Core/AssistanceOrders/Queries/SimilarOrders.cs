using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;

namespace SupervisionBot.Core.AssistanceOrders.Queries;

/// <summary>An order that resembles what is being asked. <paramref name="Answer"/> is null where it is still open; another township's carries no name of the township.</summary>
public sealed record SimilarOrder(Guid Id, string Title, string Number, OrderState State, bool IsOwn, string? Answer);

/// <summary>
/// 类似的: what the own township has open or has had answered, and what others had answered where that was marked 可共享. Compared by the pairs of characters that
/// two texts share, among the latest of the department.
/// </summary>
public static class SimilarOrders
{
    private const int Looked = 300;
    private const int Shown = 3;
    private const double Alike = 0.5;

    public static async Task<IReadOnlyList<SimilarOrder>> OfAsync(WorkDb db, Actor actor, string title, Guid? departmentId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var unit = actor.UnitId;
        var candidates = db.AssistanceOrders.AsNoTracking().Where(o => o.State != OrderState.Cancelled && o.State != OrderState.Declined);
        candidates = departmentId is { } department
            ? candidates.Where(o => o.LeadUnitId == department && (o.UnitId == unit || (o.Shared && o.Result != null)))
            : candidates.Where(o => o.UnitId == unit);
        var latest = await candidates
            .OrderByDescending(o => o.PlacedAt)
            .Take(Looked)
            .Select(o => new
            {
                o.Id,
                o.Title,
                o.Number,
                o.State,
                o.UnitId,
                o.Result,
                o.CompletedAt,
            })
            .ToListAsync(cancel);
        var wanted = Pairs(title);
        return
        [
            .. latest
                .Select(o => (Order: o, Likeness: Likeness(wanted, Pairs(o.Title))))
                .Where(o => o.Likeness >= Alike)
                .OrderByDescending(o => o.Likeness)
                .Take(Shown)
                .Select(o => new SimilarOrder(
                    o.Order.Id,
                    o.Order.Title,
                    o.Order.Number,
                    o.Order.State,
                    o.Order.UnitId == unit,
                    o.Order.CompletedAt is null ? null : o.Order.Result
                )),
        ];
    }

    private static double Likeness(HashSet<string> one, HashSet<string> other) =>
        one.Count == 0 || other.Count == 0 ? 0 : (double)one.Count(other.Contains) / Math.Min(one.Count, other.Count);

    private static HashSet<string> Pairs(string text) => [.. TextRun.Of(text).SelectMany(Tokeniser.PairsOf)];
}
