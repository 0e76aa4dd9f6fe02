using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using Xunit;

namespace SupervisionBot.Core.Tests.Deadlines;

/// <summary>
/// Half a year with thousands of deadlines, random deeds, deaths and clocks: what people can trust holds all the way. Run one again with
/// <c>SUPERVISIONBOT_HALF_YEAR_SEED</c>; deeds and strikes follow the seed, only the order in which two workers meet is the machine's.
/// <c>SUPERVISIONBOT_HALF_YEAR_SCALE</c> makes a bigger county. A class per database, so that both run at once.
/// </summary>
public abstract class HalfYearTests(StorageProvider provider, ITestOutputHelper output)
{
    private const string SeedVariable = "SUPERVISIONBOT_HALF_YEAR_SEED";
    private const string ScaleVariable = "SUPERVISIONBOT_HALF_YEAR_SCALE";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_doubled_lost_early_late_or_said_to_the_wrong_people()
    {
        var (seed, scale) = (Given(SeedVariable) ?? Environment.TickCount, Given(ScaleVariable) ?? 1);
        output.WriteLine($"{SeedVariable}={seed} {ScaleVariable}={scale}");
        var since = Stopwatch.GetTimestamp();
        await using var year = await HalfYear.BeginAsync(provider, seed, Cancel);

        await year.RunAsync(scale, Cancel);

        output.WriteLine(year.Told);
        output.WriteLine(await CountAsync(year));
        output.WriteLine($"{Stopwatch.GetElapsedTime(since).TotalSeconds:F1} s");
        var broken = year.Ledger.Broken.Concat(await HalfYearBooks.CloseAsync(year, Cancel)).ToList();
        Assert.True(broken.Count == 0, $"{SeedVariable}={seed} {ScaleVariable}={scale}: {broken.Count} broken\n{string.Join('\n', broken.Take(30))}");
    }

    private static int? Given(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : null;

    private static Task<string> CountAsync(HalfYear year) =>
        year.ReadAsync(
            async db =>
            {
                var deadlines = await db.Deadlines.GroupBy(d => d.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(Cancel);
                var occurrences = await db.Occurrences.GroupBy(o => o.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(Cancel);
                var messages = await db.Outbox.GroupBy(o => o.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(Cancel);
                return $"deadlines: {string.Join(", ", deadlines.Select(d => $"{d.Count} {d.Key}"))}\n"
                    + $"occurrences: {string.Join(", ", occurrences.Select(d => $"{d.Count} {d.Key}"))}\n"
                    + $"messages: {string.Join(", ", messages.Select(d => $"{d.Count} {d.Key}"))}";
            },
            Cancel
        );
}

/// <summary>One worker that sweeps twice at a time.</summary>
public sealed class HalfYearOnSqliteTests(ITestOutputHelper output) : HalfYearTests(StorageProvider.Sqlite, output);

/// <summary>Two workers.</summary>
public sealed class HalfYearOnPostgresTests(ITestOutputHelper output) : HalfYearTests(StorageProvider.Postgres, output);
