using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;

namespace SupervisionBot.Benchmarks;

/// <summary>
/// Ten thousand notices through the outbox to a sender inside the process. Beside them, in the same run: as many bare transactions that change one row each.
/// </summary>
internal static class Deliveries
{
    private const int Count = 10_000;
    private const int Batch = 500;
    private static readonly CancellationToken Never = CancellationToken.None;

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
        await using var county = await CoreHost.StartAsync(provider);
        await county.Get<IFirstContent>().EnsureAsync(Never);
        await FillAsync(county, Batch);
        await county.Outbox.DispatchAsync(Never);

        await FillAsync(county, Count);
        var since = Stopwatch.GetTimestamp();
        var (settled, _) = await county.Outbox.DispatchAsync(Never);
        var time = Stopwatch.GetElapsedTime(since);
        if (settled != Count)
        {
            throw new InvalidOperationException($"Only {settled} of {Count} were delivered.");
        }

        since = Stopwatch.GetTimestamp();
        for (var i = 0; i < Count; i++)
        {
            await county.Database.WriteAsync(
                (db, cancel) => db.People.Where(p => p.Login == "lihaiying").ExecuteUpdateAsync(set => set.SetProperty(p => p.Active, true), cancel),
                Never
            );
        }

        var bare = Stopwatch.GetElapsedTime(since);
        Console.WriteLine(
            $"{provider}: {Count} messages in {time.TotalSeconds:F1} s, {Count / time.TotalSeconds:F0} a second; {Count} bare transactions in {bare.TotalSeconds:F1} s; ratio {time / bare:F1}"
        );
    }

    private static async Task FillAsync(CoreHost county, int count)
    {
        var people = await county.Database.ReadAsync((db, cancel) => db.People.Select(p => p.Id).ToListAsync(cancel), Never);
        for (var start = 0; start < count; start += Batch)
        {
            await county.Database.WriteAsync(
                (db, _) =>
                {
                    for (var i = start; i < start + Batch; i++)
                    {
                        county.Get<OutboxWriter>().Notice(db, people[i % people.Count], new Message { Title = $"通知{i}" }, county.Clock.Now);
                    }

                    return Task.CompletedTask;
                },
                Never
            );
        }
    }
}
