using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Documents.Spreadsheets;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;

namespace SupervisionBot.Benchmarks;

/// <summary>A list of 10,000 consultations as XLSX: time, and how much the process grew. Beside it in the same run: reading the same records.</summary>
internal static class Exports
{
    private const int Count = 10_000;
    private const double BarSeconds = 2;
    private const double BarMegabytes = 100;

    public static async Task MeasureAsync()
    {
        await MeasureAsync(StorageProvider.Sqlite);
        if (TestDatabase.HasPostgres)
        {
            await MeasureAsync(StorageProvider.Postgres);
        }
    }

    private static async Task MeasureAsync(StorageProvider provider)
    {
        await using var county = await ManyConsultations.FoundAsync(provider, Count);
        var office = await county.Database.ReadAsync(
            async (db, cancel) =>
                (
                    await Actor.LoadAsync(
                        db,
                        await db.People.Where(p => p.Login == "liuyang").Select(p => p.Id).SingleAsync(cancel),
                        ChinaTime.DateOf(county.Clock.Now),
                        cancel
                    )
                )!,
            CancellationToken.None
        );
        var since = Stopwatch.GetTimestamp();
        var rows = await county.Database.ReadAsync(
            (db, cancel) => db.Consultations.VisibleTo(office).Include(c => c.InvitedUnits).ToListAsync(cancel),
            CancellationToken.None
        );
        var baseline = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var count = rows.Count;
        rows.Clear();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        using var process = Process.GetCurrentProcess();
        var before = process.WorkingSet64;
        var cpu = process.TotalProcessorTime;
        var peak = before;
        using var stop = new CancellationTokenSource();
        var watch = Task.Run(() =>
        {
            using var self = Process.GetCurrentProcess();
            while (!stop.IsCancellationRequested)
            {
                self.Refresh();
                peak = Math.Max(peak, self.WorkingSet64);
                stop.Token.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(20));
            }
        });
        since = Stopwatch.GetTimestamp();
        var file = await county.Database.ReadAsync(
            (db, cancel) => county.Get<Export>().WriteAsync(db, office, RecordNumber.Consultation, new ExportFilter(), county.Clock.Now, cancel),
            CancellationToken.None
        );
        var time = Stopwatch.GetElapsedTime(since).TotalSeconds;
        process.Refresh();
        var work = (process.TotalProcessorTime - cpu).TotalSeconds;
        await stop.CancelAsync();
        await watch;
        var grown = (peak - before) / 1_048_576.0;
        Console.WriteLine(
            $"{provider}: {count} rows in {time:F2} s (bar: {BarSeconds}), {work:F2} s of them at work, {time / baseline:F1} times reading them; {grown:F0} MB more (bar: {BarMegabytes}); file {file.Content.Length / 1024} KB{(time > BarSeconds || grown > BarMegabytes ? "  OVER THE BAR" : "")}"
        );
    }
}
