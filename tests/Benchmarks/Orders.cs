using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.AssistanceOrders.Queries;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Documents.Spreadsheets;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;
using SupervisionBot.Testing;

namespace SupervisionBot.Benchmarks;

/// <summary>
/// Among 200,000 orders: 我的待办, 查进度 with and without a number, and search, for the office, a department and a township. Beside them in the same run: one order by its
/// number, which is as little as can be asked.
/// </summary>
internal static class Orders
{
    private const int Count = 200_000;
    private const int Rounds = 11;
    private const double Bar = 50;

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
        await using var county = await ManyOrders.FoundAsync(provider, Count);
        const string number = "XZ-2027-123456";
        const string open = "XZ-2026-0012";
        var least = await TimeAsync(county, (db, cancel) => db.AssistanceOrders.AsNoTracking().FirstAsync(o => o.Number == number, cancel));
        foreach (var login in new[] { "liuyang", "weidong", "sunli" })
        {
            var actor = await ActorAsync(county, login);
            var now = county.Clock.Now;
            await SayAsync("我的待办", async (db, cancel) => (await Todos.OfAsync(db, actor, now, WorkingCalendar.Shipped, cancel)).Count);
            await SayAsync("查进度", async (db, cancel) => (await RecordStatus.RecentAsync(db, actor, 9, cancel)).Count);
            await SayAsync(
                "查进度 " + open,
                async (db, cancel) =>
                {
                    var found = await RecordFinder.FindAsync(db, actor, open, ChinaTime.DateOf(now), cancel);
                    return found is [var one] && await OrderStatus.OfAsync(db, actor, one.Id, now, cancel) is not null ? 1 : 0;
                }
            );
            foreach (var words in new[] { "小饭桌", "河堤 查处", "jshs", "农资门店案卷", "没有这样的事" })
            {
                await SayAsync(
                    "搜 " + words,
                    async (db, cancel) => (await county.Get<RecordSearch>().FindAsync(db, actor, words, null, 0, 8, cancel)).Hits.Count
                );
            }

            async Task SayAsync(string what, Func<WorkDb, CancellationToken, Task<int>> query)
            {
                var count = 0;
                var time = await TimeAsync(county, async (db, cancel) => count = await query(db, cancel));
                Console.WriteLine(
                    $"{provider} {login, -8} {what, -20} {count, 3} shown {time, 7:F1} ms, {time / least, 6:F1} times one order by number{(time > Bar ? "  OVER THE BAR" : "")}"
                );
            }
        }

        await ExportAsync(county, provider);
    }

    private static async Task ExportAsync(CoreHost county, StorageProvider provider)
    {
        var actor = await ActorAsync(county, "sunli");
        var since = Stopwatch.GetTimestamp();
        var before = Environment.WorkingSet;
        var file = await county.Database.ReadAsync(
            (db, cancel) => county.Get<Export>().WriteAsync(db, actor, RecordNumber.AssistanceOrder, new ExportFilter(), county.Clock.Now, cancel),
            CancellationToken.None
        );
        var rows = await county.Database.ReadAsync(
            (db, cancel) => Core.AssistanceOrders.OrderVisibility.VisibleTo(db.AssistanceOrders, actor).CountAsync(cancel),
            CancellationToken.None
        );
        var time = Stopwatch.GetElapsedTime(since).TotalSeconds;
        Console.WriteLine(
            $"{provider} {rows} orders of one township as XLSX: {time:F2} s, {time * 10_000 / rows:F2} s for each 10,000; {(Environment.WorkingSet - before) / 1_048_576.0:F0} MB more, file {file.Content.Length / 1024} KB"
        );
    }

    private static async Task<Actor> ActorAsync(CoreHost county, string login) =>
        (
            await county.Database.ReadAsync(
                async (db, cancel) =>
                    await Actor.LoadAsync(
                        db,
                        await db.People.Where(p => p.Login == login).Select(p => p.Id).SingleAsync(cancel),
                        ChinaTime.DateOf(county.Clock.Now),
                        cancel
                    ),
                CancellationToken.None
            )
        )!;

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
