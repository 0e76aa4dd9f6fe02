using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>The papers with which an actor can do something now: what words such as “签发” can mean.</summary>
public static class WaitingPapers
{
    /// <summary>By number, each with its parties, so that it can be named and its buttons drawn.</summary>
    public static async Task<IReadOnlyList<Minutes>> ForAsync(WorkDb db, Actor actor, MinutesAction action, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var states = MinutesLifecycle.Table.Rows.Where(r => r.Action == action).Select(r => r.From).Distinct().ToList();
        var papers = await db
            .Minutes.AsNoTracking()
            .VisibleTo(actor)
            .Where(m => states.Contains(m.State))
            .WithParties()
            .OrderBy(m => m.Number)
            .ToListAsync(cancel);
        return papers.FindAll(m => MinutesLifecycle.Table.Can(actor, action, m));
    }

    /// <summary>Whoever may have signed a paper by hand; whoever presided comes first, else in protocol order. Empty where there is no such paper.</summary>
    public static async Task<IReadOnlyList<PaperChair>> ChairsAsync(WorkDb db, Guid minutesId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var minutes = await db.Minutes.AsNoTracking().FirstOrDefaultAsync(m => m.Id == minutesId, cancel);
        return minutes is null
            ? []
            :
            [
                .. (await Chairs.OfAsync(minutes, db, cancel))
                    .OrderByDescending(p => p.Id == minutes.PresiderId)
                    .Select(p => new PaperChair(p.Id, p.Name, p.Post, p.Id == minutes.PresiderId)),
            ];
    }
}

/// <summary>Somebody who may sign a paper off; <paramref name="Presided"/> over the session that it records.</summary>
public sealed record PaperChair(Guid Id, string Name, string Post, bool Presided);
