using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.TypicalPractices.Bulletins;

/// <summary>A bulletin with its practices in order, for its page, its Word file and the office's editor.</summary>
/// <param name="Actions">What the actor can do now, by the lifecycle table.</param>
public sealed record BulletinPage(Bulletin Bulletin, IReadOnlyList<TypicalPractice> Practices, IReadOnlyList<BulletinAction> Actions)
{
    /// <summary>Loads it by its id.</summary>
    /// <returns>Null where there is none, or the actor may not see it.</returns>
    public static async Task<BulletinPage?> LoadAsync(WorkDb db, Actor actor, Guid id, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var bulletin = await db
            .Bulletins.AsNoTracking()
            .VisibleTo(actor)
            .Include(b => b.Items)
                .ThenInclude(i => i.Practice!.Unit)
            .FirstOrDefaultAsync(b => b.Id == id, cancel);
        return bulletin is null
            ? null
            : new BulletinPage(
                bulletin,
                [.. bulletin.Items.OrderBy(i => i.Order).Select(i => i.Practice!)],
                [.. BulletinLifecycle.Table.ActionsOf(actor, bulletin)]
            );
    }

    /// <summary>Adopted practices that stand in no other bulletin, the latest first: what the office can pick.</summary>
    public static async Task<IReadOnlyList<TypicalPractice>> FreeAsync(WorkDb db, Guid bulletinId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db
            .TypicalPractices.AsNoTracking()
            .Include(p => p.Unit)
            .Where(p => p.AdoptedAt != null && !db.Bulletins.Any(b => b.Id != bulletinId && b.Items.Any(i => i.PracticeId == p.Id)))
            .OrderByDescending(p => p.AdoptedAt)
            .Take(MostFree)
            .ToListAsync(cancel);
    }

    /// <summary>Every bulletin the actor may see; those being edited first, then the latest.</summary>
    public static async Task<IReadOnlyList<Bulletin>> ListAsync(WorkDb db, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db
            .Bulletins.AsNoTracking()
            .VisibleTo(actor)
            .Include(b => b.Items)
                .ThenInclude(i => i.Practice)
            .OrderBy(b => b.State == BulletinState.Drafting ? 0 : 1)
            .ThenByDescending(b => b.Year)
            .ThenByDescending(b => b.Issue)
            .Take(MostListed)
            .ToListAsync(cancel);
    }

    private const int MostFree = 50;
    private const int MostListed = 200;
}
