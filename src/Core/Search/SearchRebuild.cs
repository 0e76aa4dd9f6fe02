using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Search;

/// <summary>Makes the index anew from the records, in small transactions beside the running work. May be stopped and run again at any time.</summary>
public sealed class SearchRebuild
{
    // A transaction must stay short: others write in between.
    private const int Batch = 20;
    private readonly Database database;
    private readonly IReadOnlyList<ISearchSource> sources;
    private readonly SearchFollower follower;

    internal SearchRebuild(Database database, IEnumerable<ISearchSource> sources, SearchFollower follower) =>
        (this.database, this.sources, this.follower) = (database, [.. sources], follower);

    /// <summary>Writes the row of every record, and removes those of records that are gone.</summary>
    /// <returns>How many records were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var count = 0;
        foreach (var source in sources)
        {
            var (records, rows) = await database.ReadAsync(
                async (db, token) =>
                    (
                        await source.All(db).ToListAsync(token),
                        await db.Set<SearchRow>().Where(r => r.SourceName == source.Name).Select(r => r.RecordId).ToListAsync(token)
                    ),
                cancel
            );
            foreach (var batch in records.Union(rows).Chunk(Batch))
            {
                await database.WriteAsync((db, token) => FollowAsync(db, source.Name, batch, token), cancel);
            }

            count += records.Count;
        }

        await database.WriteAsync((db, token) => db.Settings.Where(s => s.Key == Setting.SearchPending).ExecuteDeleteAsync(token), cancel);
        return count;
    }

    /// <summary>Whether records wait for the index: they are marked so, or there is no row at all, as in a database of a time before the index existed.</summary>
    public Task<bool> IsNeededAsync(CancellationToken cancel) =>
        database.ReadAsync(
            async (db, token) =>
            {
                if (await db.Settings.AnyAsync(s => s.Key == Setting.SearchPending, token))
                {
                    return true;
                }

                if (await db.Set<SearchRow>().AnyAsync(token))
                {
                    return false;
                }

                foreach (var source in sources)
                {
                    if (await source.All(db).AnyAsync(token))
                    {
                        return true;
                    }
                }

                return false;
            },
            cancel
        );

    private async Task FollowAsync(WorkDb db, string source, IEnumerable<Guid> records, CancellationToken cancel)
    {
        foreach (var record in records)
        {
            await follower.FollowAsync(db, new SearchableRecord(source, record), always: true, cancel);
        }
    }
}
