using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;
using SupervisionBot.Testing;

namespace SupervisionBot.Benchmarks;

/// <summary>
/// Full-text search among 200,000 records, as somebody who sees everything and as a township: words that everything has, rare ones, initials, numbers, and what is not
/// there. Beside it in the same run: one record by its number.
/// </summary>
internal static class Searches
{
    private const int Count = 200_000;
    private const int Rounds = 15;
    private const double BarMilliseconds = 50;

    private static readonly string[] Asked =
    [
        "砖厂",
        "砖厂扬尘",
        "问题",
        "汾河滩 挖砂",
        "粪污 农田",
        "砂",
        "zcyc",
        "qsyc",
        "HS-2027-123456",
        "联合整治 渣土车",
        "专班协调",
        "砖厂 外星人",
    ];

    public static async Task MeasureAsync()
    {
        await MeasureAsync(StorageProvider.Sqlite);
        if (TestDatabase.HasPostgres)
        {
            await MeasureAsync(StorageProvider.Postgres);
        }
        else
        {
            Console.WriteLine("PostgreSQL left out: no server (docs/operations.md, Testing).");
        }
    }

    private static async Task MeasureAsync(StorageProvider provider)
    {
        await using var county = await ManyConsultations.FoundAsync(provider, Count);
        var baseline = await TimeAsync(county, (db, cancel) => db.Consultations.FirstAsync(c => c.Number == "HS-2027-123456", cancel));
        var all = new List<double>();
        foreach (var login in new[] { "liuyang", "lihaiying" })
        {
            var actor = await county.Database.ReadAsync(
                async (db, cancel) =>
                    (
                        await Actor.LoadAsync(
                            db,
                            await db.People.Where(p => p.Login == login).Select(p => p.Id).SingleAsync(cancel),
                            ChinaTime.DateOf(county.Clock.Now),
                            cancel
                        )
                    )!,
                CancellationToken.None
            );
            foreach (var words in Asked)
            {
                var found = 0;
                var time = await TimeAsync(
                    county,
                    async (db, cancel) => found = (await county.Get<RecordSearch>().FindAsync(db, actor, words, null, 0, 8, cancel)).Hits.Count
                );
                all.Add(time);
                Console.WriteLine(
                    $"{provider} {login, -10} {words, -16} {found} shown {time, 8:F1} ms, {time / baseline, 6:F1} times one record by number"
                );
            }
        }

        all.Sort();
        var median = all[all.Count / 2];
        Console.WriteLine(
            $"{provider}: median {median:F1} ms, worst {all[^1]:F1} ms among {Count} (bar for the median: {BarMilliseconds} ms){(median > BarMilliseconds ? "  OVER THE BAR" : "")}"
        );
    }

    /// <summary>Milliseconds, the median of some rounds after one to warm up.</summary>
    private static async Task<double> TimeAsync<T>(CoreHost county, Func<WorkDb, CancellationToken, Task<T>> query)
    {
        var times = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var since = Stopwatch.GetTimestamp();
            await county.Database.ReadAsync(query, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        times.RemoveAt(0);
        times.Sort();
        return times[Rounds / 2];
    }
}
