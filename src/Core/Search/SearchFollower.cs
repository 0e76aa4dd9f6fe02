using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Search;

/// <summary>Before every commit: what each record that changed can be found by, and by whom, is brought to what the record says now.</summary>
internal sealed class SearchFollower(IEnumerable<ISearchSource> sources) : IBeforeCommit
{
    private readonly Dictionary<string, ISearchSource> sources = sources.ToDictionary(s => s.Name, StringComparer.Ordinal);

    public async Task RunAsync(WorkDb db, CancellationToken cancel)
    {
        foreach (var record in db.TakeSearchable())
        {
            await FollowAsync(db, record, always: false, cancel);
        }
    }

    /// <summary>Brings one record's row up to date, or takes it out.</summary>
    /// <param name="always">Writes it even where nothing has changed.</param>
    public async Task FollowAsync(WorkDb db, SearchableRecord record, bool always, CancellationToken cancel)
    {
        if (await sources[record.Source].OfAsync(db, record.Id, cancel) is { } text)
        {
            await SearchIndex.PutAsync(db, record, text, always, cancel);
        }
        else
        {
            await SearchIndex.RemoveAsync(db, record.Id, cancel);
        }
    }
}
