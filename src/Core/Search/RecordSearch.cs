using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Search;

/// <summary>
/// What was found. Where nothing has all the words, <paramref name="Hits"/> have most of them and <paramref name="IsNearest"/> says so;
/// <paramref name="HasWords"/> is false where there was nothing to look for.
/// </summary>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, bool HasMore, bool IsNearest = false, bool HasWords = true);

/// <summary>
/// Full-text search over all records an actor may see. The order: a record whose number was asked for, then those with all words in the title, then the others; within
/// each the newest first. Whom a record may be shown to is part of the question to the index, and is asked of the record itself before it is shown.
/// </summary>
public sealed class RecordSearch(IEnumerable<ISearchSource> sources)
{
    private const int Nearest = 3;
    private readonly Dictionary<string, ISearchSource> sources = sources.ToDictionary(s => s.Name, StringComparer.Ordinal);

    /// <summary>The kinds of records that can be searched, with what people call them.</summary>
    public IReadOnlyList<(string Kind, string Name)> Kinds { get; } = [.. sources.Select(s => (s.Kind, s.KindName)).DistinctBy(k => k.Kind)];

    /// <summary>Finds records; any text is allowed.</summary>
    /// <param name="kind">Only records of this kind; null or unknown means all.</param>
    public async Task<SearchResult> FindAsync(WorkDb db, Actor actor, string words, string? kind, int skip, int take, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(words);
        var query = SearchQuery.Read(words);
        if (query.IsEmpty)
        {
            return new SearchResult([], HasMore: false, HasWords: false);
        }

        var scope = ScopeOf(actor, Kinds.Any(k => k.Kind == kind) ? kind : null);
        var found = await RankedAsync(db, query, scope, skip + take + 1, cancel);
        if (found.Count > 0 || skip > 0 || query.Numbers.Count > 0)
        {
            return new SearchResult(await LoadAsync(db, actor, [.. found.Skip(skip).Take(take)], cancel), found.Count > skip + take);
        }

        foreach (var shorter in query.Shorter())
        {
            if (await RankedAsync(db, shorter, scope, Nearest, cancel) is { Count: > 0 } nearest)
            {
                return new SearchResult(await LoadAsync(db, actor, nearest, cancel), HasMore: false, IsNearest: true);
            }
        }

        return new SearchResult([], HasMore: false);
    }

    private static IReadOnlyList<Term> ScopeOf(Actor actor, string? kind) =>
        [
            .. kind is null ? [] : (Term[])[Term.One(Marked.Kind(kind))],
            .. actor.SeesEverything ? [] : (Term[])[Term.Any([Marked.Everybody, .. actor.UnitIds.Append(actor.Id).Select(Marked.Reader)])],
        ];

    private static async Task<List<SearchableRecord>> RankedAsync(
        WorkDb db,
        SearchQuery query,
        IReadOnlyList<Term> scope,
        int count,
        CancellationToken cancel
    )
    {
        var found = new List<SearchableRecord>();
        if (query.Numbers.Count > 0)
        {
            found.AddRange(await SearchIndex.FindAsync(db, [Term.Any(query.Numbers), .. scope], [], count, cancel));
        }

        await AddAsync([.. query.TitleTerms, .. scope], []);
        await AddAsync([.. query.Terms, .. scope], query.TitleTerms);
        return found;

        async Task AddAsync(IReadOnlyList<Term> all, IReadOnlyList<Term> none)
        {
            if (found.Count < count)
            {
                var more = await SearchIndex.FindAsync(db, all, none, count, cancel);
                found.AddRange(more.Where(record => !found.Contains(record)).Take(count - found.Count).ToList());
            }
        }
    }

    private async Task<IReadOnlyList<SearchHit>> LoadAsync(WorkDb db, Actor actor, List<SearchableRecord> found, CancellationToken cancel)
    {
        var hits = new Dictionary<Guid, SearchHit>();
        foreach (var group in found.GroupBy(r => r.Source, StringComparer.Ordinal))
        {
            foreach (var hit in await sources[group.Key].HitsAsync(db, actor, [.. group.Select(r => r.Id)], cancel))
            {
                hits[hit.RecordId] = hit;
            }
        }

        return [.. found.Where(r => hits.ContainsKey(r.Id)).Select(r => hits[r.Id])];
    }
}
