using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;

namespace SupervisionBot.Core.TypicalPractices.Queries;

/// <summary>A practice is found by everybody once it is adopted, before that by its unit; what leader and office said of it is not among the words.</summary>
internal sealed class PracticeSearch : ISearchSource
{
    public string Name => nameof(TypicalPractice);
    public string Kind => RecordNumber.TypicalPractice;
    public string KindName => Texts.KindPractice;

    public IQueryable<Guid> All(WorkDb db) => db.TypicalPractices.Select(p => p.Id);

    public async Task<SearchText?> OfAsync(WorkDb db, Guid recordId, CancellationToken cancel)
    {
        var practice = await db.TypicalPractices.AsNoTracking().Include(p => p.Unit).FirstOrDefaultAsync(p => p.Id == recordId, cancel);
        return practice is null
            ? null
            : new SearchText(
                Kind,
                practice.Number,
                practice.Title,
                string.Join('\n', practice.Unit!.ShortName, practice.Author, practice.Body),
                practice.SubmittedAt,
                [practice.UnitId],
                ForEverybody: practice.AdoptedAt is not null
            );
    }

    public async Task<IReadOnlyList<SearchHit>> HitsAsync(WorkDb db, Actor actor, IReadOnlyCollection<Guid> recordIds, CancellationToken cancel)
    {
        var found = await db
            .TypicalPractices.AsNoTracking()
            .VisibleTo(actor)
            .Include(p => p.Unit)
            .Include(p => p.Drafter)
            .Where(p => recordIds.Contains(p.Id))
            .ToListAsync(cancel);
        var hits = new List<SearchHit>(found.Count);
        foreach (var practice in found)
        {
            // Of another unit's practice only whose it is.
            var where = PracticeVisibility.IsInsider(actor, practice)
                ? await PracticePosition.OfAsync(db, practice, cancel)
                : practice.Unit!.ShortName;
            hits.Add(new SearchHit(practice.Id, Kind, practice.Number, practice.Title, where, $"/practices/{practice.Number}"));
        }

        return hits;
    }
}
