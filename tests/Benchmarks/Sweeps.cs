using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;

namespace SupervisionBot.Benchmarks;

/// <summary>
/// A morning on which a thousand deadlines fall due, among ten thousand open ones and, in the same run on the same database, among a million: what it costs must grow with
/// what is due, not with what is open.
/// </summary>
internal static class Sweeps
{
    private const int Due = 1_000;
    private const int Few = 10_000;
    private const int Many = 1_000_000;
    private const int Rounds = 3;
    private const double Bar = 1.5;

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
        await using var county = await CoreHost.StartAsync(provider);
        await county.Get<IFirstContent>().EnsureAsync(CancellationToken.None);
        await county.Get<IFirstContent>().CompleteAsync(CancellationToken.None);
        var crowd = new Crowd(county);
        await crowd.AddOpenAsync(Few);
        await crowd.SweepAsync(Due);
        var few = await MedianAsync(crowd);
        await crowd.AddOpenAsync(Many - Few);
        var many = await MedianAsync(crowd);
        Console.WriteLine(
            $"{provider}: {Due} due among {Few}: {few:F2} s; among {Many}: {many:F2} s; ratio {many / few:F2} (bar: {Bar}){(many / few > Bar ? "  OVER THE BAR" : "")}"
        );
    }

    private static async Task<double> MedianAsync(Crowd crowd)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            times.Add(await crowd.SweepAsync(Due));
        }

        times.Sort();
        return times[Rounds / 2];
    }
}

/// <summary>A county with very many open deadlines.</summary>
internal sealed class Crowd(CoreHost county)
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private int number;

    /// <summary>Open deadlines whose first reminder lies a year ahead, copied from one inside the database.</summary>
    public async Task AddOpenAsync(int count)
    {
        await county.Database.WriteAsync(
            async (db, cancel) =>
            {
                var unit = await db.Units.Select(u => u.Id).FirstAsync(cancel);
                var (deadline, occurrence) = DueViewRows.DeadlineOf(Guid.NewGuid(), $"HS-2027-{++number:D4}", unit, county.Clock.Now.AddYears(1));
                db.AddRange(deadline, occurrence);
            },
            Never
        );
        await county.Database.WriteAsync(
            async (db, cancel) =>
            {
                db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
                await CopyAsync(db, count, $"\"Number\" = 'HS-2027-{number:D4}'", cancel);
                await db.Database.ExecuteSqlRawAsync(Occurrences(db), cancel);
            },
            Never
        );
        await AnalyseAsync();
    }

    /// <summary>Makes so many fall due this morning and sweeps.</summary>
    /// <returns>Seconds that the sweep took.</returns>
    public async Task<double> SweepAsync(int due)
    {
        // The next working morning, so that what everybody heard today is not in the way.
        var day = WorkingCalendar.Shipped.AddWorkingDays(ChinaTime.DateOf(county.Clock.Now), 1);
        county.Machine.SetUtcNow(ChinaTime.FromLocal(day, new TimeOnly(9, 0)).ToUniversalTime());
        await county.Sweep.RunAsync(Never);
        await county.Database.WriteAsync(
            async (db, cancel) =>
            {
                var clerk = await db.People.FirstAsync(p => p.Login == "lihaiying", cancel);
                var units = (await db.People.ToListAsync(cancel))
                    .Where(p => p.Roles.Contains(Role.Liaison))
                    .Select(p => p.UnitId)
                    .Distinct()
                    .ToList();
                db.AddRange(Enumerable.Range(0, due).SelectMany(i => DueViewRows.Of($"HS-2028-{++number:D6}", clerk, units[i % units.Count], day)));
            },
            Never
        );
        var since = Stopwatch.GetTimestamp();
        var settled = await county.Sweep.RunAsync(Never);
        var time = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var told = await county.Database.ReadAsync(
            (db, cancel) => db.Occurrences.CountAsync(o => o.SettledAt == county.Clock.Now && o.Step.StartsWith("digest"), cancel),
            Never
        );
        if (settled <= due || told < due)
        {
            throw new InvalidOperationException($"{settled} steps were settled and {told} lines told of {due}.");
        }

        // Answered, so that the next morning begins anew.
        await county.Database.WriteAsync(
            async (db, cancel) =>
            {
                await db
                    .Deadlines.Where(d => d.LastRung == 0)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(d => d.State, DeadlineState.Kept).SetProperty(d => d.ClosedAt, county.Clock.Now),
                        cancel
                    );
                await db
                    .Consultations.Where(c => c.Title.StartsWith(DueViewRows.Matter))
                    .ExecuteUpdateAsync(set => set.SetProperty(c => c.State, ConsultationState.Cancelled), cancel);
                await db.Occurrences.Where(o => o.State == OccurrenceState.Planned && o.At < county.Clock.Now.AddDays(40)).ExecuteDeleteAsync(cancel);
                await db.Outbox.ExecuteDeleteAsync(cancel);
            },
            Never
        );
        return time;
    }

    private static Task<int> CopyAsync(WorkDb db, int count, string which, CancellationToken cancel)
    {
        var entity = db.Model.FindEntityType(typeof(Deadline))!;
        var columns = entity.GetProperties().Select(p => p.GetColumnName()).ToList();
        var values = columns.Select(c => c is "Id" or "RecordId" ? NewId(db) : $"\"{c}\"");
        var sql =
            $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count.ToString(CultureInfo.InvariantCulture)}) "
            + $"INSERT INTO \"{entity.GetTableName()}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) "
            + $"SELECT {string.Join(", ", values)} FROM \"{entity.GetTableName()}\", n WHERE {which}";
        return db.Database.ExecuteSqlRawAsync(sql, cancel);
    }

    private static string Occurrences(WorkDb db)
    {
        var entity = db.Model.FindEntityType(typeof(Occurrence))!;
        var columns = entity.GetProperties().Select(p => p.GetColumnName()).Where(c => c != "Id").ToList();
        return $"INSERT INTO \"{entity.GetTableName()}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) "
            + $"SELECT {string.Join(", ", columns.Select(c => c == "ItemId" ? "d.\"Id\"" : $"o.\"{c}\""))} "
            + $"FROM \"{entity.GetTableName()}\" o, \"Deadlines\" d "
            + "WHERE o.\"Id\" = (SELECT MAX(\"Id\") FROM \"Occurrences\") AND d.\"Number\" = (SELECT \"Number\" FROM \"Deadlines\" WHERE \"Id\" = o.\"ItemId\") AND d.\"Id\" <> o.\"ItemId\"";
    }

    private static string NewId(WorkDb db) =>
        db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal)
            ? "upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6)))"
            : "gen_random_uuid()";

    private Task<int> AnalyseAsync() => county.Database.ReadAsync((db, cancel) => db.Database.ExecuteSqlRawAsync("ANALYZE", cancel), Never);
}
