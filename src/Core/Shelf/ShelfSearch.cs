using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;

namespace SupervisionBot.Core.Shelf;

/// <summary>A document of the shelf is found by its title, by everybody.</summary>
internal sealed class ShelfSearch : ISearchSource
{
    public string Name => nameof(ShelfItem);

    // No record has this prefix: documents have no number.
    public string Kind => "ZL";
    public string KindName => Texts.KindShelf;

    public IQueryable<Guid> All(WorkDb db) => db.ShelfItems.Select(i => i.Id);

    public async Task<SearchText?> OfAsync(WorkDb db, Guid recordId, CancellationToken cancel) =>
        await db.ShelfItems.AsNoTracking().FirstOrDefaultAsync(i => i.Id == recordId, cancel) is { } item
            ? new SearchText(Kind, null, item.Title, ShelfKinds.Name(item.Kind), item.UpdatedAt, [], ForEverybody: true)
            : null;

    public async Task<IReadOnlyList<SearchHit>> HitsAsync(WorkDb db, Actor actor, IReadOnlyCollection<Guid> recordIds, CancellationToken cancel)
    {
        var found = await db.ShelfItems.AsNoTracking().Where(i => recordIds.Contains(i.Id)).ToListAsync(cancel);
        return found.ConvertAll(i => new SearchHit(i.Id, Kind, "", i.Title, ShelfKinds.Name(i.Kind), "/shelf"));
    }
}
