using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Worker.Tests.Crashes;

/// <summary>The first start is killed with <c>kill -9</c>, and a second bot meets the first.</summary>
[Collection(nameof(BotProcesses))]
public sealed class FirstStartCrashTests(ITestOutputHelper output)
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Killed_again_and_again_while_the_county_is_founded_there_is_one_county(StorageProvider provider)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        await using var undisturbed = await Stage.OpenCountyAsync(provider);
        var expected = await CountAsync(undisturbed);

        await using var stage = await Stage.OpenAsync(provider, migrated: false);
        await MigrateWithCrashesAsync(stage);
        for (var kill = 0; kill < 3; kill++)
        {
            var bot = stage.StartBot();
            await stage.UntilAsync("every table is there", IsMigratedAsync);
            var moment = TimeSpan.FromMilliseconds(random.Next(1, 1500));
            await Task.Delay(moment, Core.Composition.MachineClock, Cancel);
            await bot.KillAsync();
            output.WriteLine($"Killed {moment.TotalMilliseconds:F0} ms after the tables");
        }

        await stage.BotAsync();
        Assert.Equal(expected, await CountAsync(stage));
        var deadlines = await undisturbed.ReadAsync(db => db.Deadlines.CountAsync(Cancel));
        await stage.UntilAsync("its deadlines run", async db => await db.Deadlines.CountAsync(Cancel) == deadlines);
    }

    [Fact]
    public async Task A_second_bot_on_a_SQLite_database_refuses_and_says_why_until_the_first_is_gone()
    {
        await using var stage = await Stage.OpenCountyAsync(StorageProvider.Sqlite);
        var first = await stage.BotAsync();

        var second = stage.StartBot();
        Assert.Equal(1, await second.ExitAsync(Cancel));
        Assert.Contains("Another SupervisionBot already serves this SQLite database", second.StandardError, StringComparison.Ordinal);

        await first.KillAsync();
        await stage.BotAsync();
    }

    /// <summary>On SQLite every start migrates; on PostgreSQL the operator's command does.</summary>
    private static async Task MigrateWithCrashesAsync(Stage stage)
    {
        var sqlite = stage.Storage.Provider == StorageProvider.Sqlite;
        var migration = sqlite ? stage.StartBot() : stage.StartWorker(demo: true, "migrate");
        await UntilAsync(() => (migration.StandardOutput + migration.StandardError).Contains("Applying", StringComparison.Ordinal));
        await migration.KillAsync();
        if (!sqlite)
        {
            Assert.Equal(0, await stage.StartWorker(demo: true, "migrate").ExitAsync(Cancel));
        }
    }

    private static async Task<bool> IsMigratedAsync(WorkDb db)
    {
        try
        {
            return !(await db.Database.GetPendingMigrationsAsync(Cancel)).Any();
        }
        catch (System.Data.Common.DbException)
        {
            // SQLite: the database is locked by the very migration that is waited for.
            return false;
        }
    }

    private static Task<(int, int, int, int, int)> CountAsync(Stage stage) =>
        stage.ReadAsync(async db =>
            (
                await db.Units.CountAsync(Cancel),
                await db.People.CountAsync(Cancel),
                await db.Consultations.CountAsync(Cancel),
                await db.Sessions.CountAsync(Cancel),
                await db.History.CountAsync(Cancel)
            )
        );

    private static async Task UntilAsync(Func<bool> reached)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        var since = Stopwatch.StartNew();
        while (!reached())
        {
            Assert.True(since.Elapsed < TimeSpan.FromMinutes(1), "The migration has not begun within a minute.");
            await timer.WaitForNextTickAsync(Cancel);
        }
    }
}
