using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Resolutions;

/// <summary>Lists of tracked resolutions, by due date; those without one (长期坚持) last.</summary>
public static class ResolutionLines
{
    private const int Most = 200;

    /// <summary>What is still open for the units of the actor, or for those of a colleague they stand in for.</summary>
    public static Task<IReadOnlyList<ResolutionLine>> OfMyUnitAsync(WorkDb db, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var units = actor.UnitIds;
        var mine = StillOpen(db.Resolutions.VisibleTo(actor))
            .Where(r => units.Contains(r.LeadUnitId) || r.SupportingUnitIds.Any(id => units.Contains(id)));
        return OfAsync(db, ByDueDate(mine).Take(Most), cancel);
    }

    /// <summary>Everything still open that the actor may see: for the office and the leaders the whole register.</summary>
    public static Task<IReadOnlyList<ResolutionLine>> OpenAsync(WorkDb db, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return OfAsync(db, ByDueDate(StillOpen(db.Resolutions.VisibleTo(actor))).Take(Most), cancel);
    }

    /// <summary>Those of one paper that the actor may see.</summary>
    public static Task<IReadOnlyList<ResolutionLine>> OfPaperAsync(WorkDb db, Actor actor, Guid minutesId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return OfAsync(db, db.Resolutions.VisibleTo(actor).Where(r => r.MinutesId == minutesId).OrderBy(r => r.Number), cancel);
    }

    internal static IQueryable<Resolution> ByDueDate(IQueryable<Resolution> resolutions) =>
        resolutions.OrderBy(r => r.DueOn == null).ThenBy(r => r.DueOn).ThenBy(r => r.Number);

    internal static async Task<IReadOnlyList<ResolutionLine>> OfAsync(WorkDb db, IQueryable<Resolution> resolutions, CancellationToken cancel)
    {
        var found = await resolutions
            .AsNoTracking()
            .Include(r => r.LeadUnit)
            .Include(r => r.Minutes!.Consultation)
            .Include(r => r.AgendaItem!.Consultation)
            .Include(r => r.Reports)
            .AsSplitQuery()
            .ToListAsync(cancel);
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, cancel);
        var papers = found.Select(r => r.MinutesId).Distinct().ToList();
        var onPaper = await db
            .Resolutions.AsNoTracking()
            .Where(r => papers.Contains(r.MinutesId))
            .Select(r => new
            {
                r.Id,
                r.MinutesId,
                r.Number,
            })
            .ToListAsync(cancel);
        // Numbers were given in the order of the paper.
        var positions = onPaper
            .GroupBy(r => r.MinutesId)
            .SelectMany(paper => paper.OrderBy(r => r.Number, StringComparer.Ordinal).Select((r, index) => (r.Id, Position: index + 1)))
            .ToDictionary(r => r.Id, r => r.Position);
        return found.ConvertAll(r => ResolutionLine.Of(r, units, positions[r.Id]));
    }

    private static IQueryable<Resolution> StillOpen(IQueryable<Resolution> resolutions) =>
        resolutions.Where(r => r.State == ResolutionState.Open || r.State == ResolutionState.Reported);
}
