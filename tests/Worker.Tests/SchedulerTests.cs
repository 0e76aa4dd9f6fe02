using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using SupervisionBot.Worker.Tests.Crashes;
using Xunit;

namespace SupervisionBot.Worker.Tests;

/// <summary>Real workers, started as an operator starts them.</summary>
[Collection(nameof(Alone))]
public sealed class SchedulerTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Two_workers_on_one_database_sweep_and_one_that_is_killed_is_not_missed(StorageProvider provider)
    {
        await using var stage = await Stage.OpenCountyAsync(provider);
        var first = stage.StartWorker();
        var second = stage.StartWorker();
        await stage.UntilAsync("somebody has swept", db => db.Settings.AnyAsync(s => s.Key == Sweep.Heartbeat, Cancel));

        await first.KillAsync();
        var killed = await BeatAsync(stage);

        await stage.UntilAsync(
            "the other has swept",
            async db => Moment(await db.Settings.Where(s => s.Key == Sweep.Heartbeat).Select(s => s.Value).SingleAsync(Cancel)) > killed
        );
        Assert.False(second.HasExited);
    }

    private static Task<DateTimeOffset> BeatAsync(Stage stage) =>
        stage.ReadAsync(async db => Moment(await db.Settings.Where(s => s.Key == Sweep.Heartbeat).Select(s => s.Value).SingleAsync(Cancel)));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
