using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Worker.Tests.Crashes;

/// <summary>Workers are killed with <c>kill -9</c> in the middle of a sweep, and several share one.</summary>
[Collection(nameof(WorkerProcesses))]
public sealed class SweepCrashTests(ITestOutputHelper output)
{
    private const int Many = 120;
    private const int Shared = 60;
    private const int Morning = 120;

    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Killed_during_a_sweep_everything_due_happens_exactly_once(StorageProvider provider)
    {
        await using var stage = await Stage.OpenCountyAsync(provider);
        var sessions = new OverdueSessions(Many);
        await sessions.AddAsync(stage);

        var worker = stage.StartWorker();
        await stage.UntilAsync(
            "some of them are settled",
            async db => await OverdueSessions.Of(db, OccurrenceState.Done).CountAsync(Cancel) > Many / 10
        );
        await worker.KillAsync();
        var done = await stage.ReadAsync(db => OverdueSessions.Of(db, OccurrenceState.Done).CountAsync(Cancel));
        output.WriteLine($"Killed when {done} of {Many} were settled");
        Assert.InRange(done, 1, Many - 1);

        stage.StartWorker();
        await sessions.SettledAsync(stage);
        await sessions.AssertAskedOnceAsync(stage);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Killed_again_and_again_on_a_morning_of_many_deadlines_everybody_hears_everything_in_one_message(StorageProvider provider)
    {
        await using var stage = await Stage.OpenCountyAsync(provider);
        var views = new DueViews(Morning);
        await views.AddAsync(stage);

        var first = stage.StartWorker();
        await stage.UntilAsync("some rungs are climbed", async db => await DueViews.Of(db, OccurrenceState.Done).CountAsync(Cancel) > Morning / 10);
        await first.KillAsync();
        var done = await stage.ReadAsync(db => DueViews.Of(db, OccurrenceState.Done).CountAsync(Cancel));
        output.WriteLine($"Killed when {done} of {Morning} rungs were climbed");
        Assert.InRange(done, 1, Morning - 1);

        var second = stage.StartWorker();
        await stage.UntilAsync("somebody has heard", db => DueViews.Of(db, OccurrenceState.Done).AnyAsync(o => o.Step.StartsWith("digest"), Cancel));
        await second.KillAsync();
        output.WriteLine($"Killed when {await stage.ReadAsync(db => db.Outbox.CountAsync(Cancel))} messages were written");

        stage.StartWorker();
        await views.AssertToldOnceAsync(stage);
    }

    [Fact]
    public async Task Two_workers_and_a_bot_on_PostgreSQL_do_everything_once()
    {
        await using var stage = await Stage.OpenCountyAsync(StorageProvider.Postgres);
        // Both at once on tables that the scheduler has yet to make.
        stage.StartWorker();
        stage.StartWorker();
        await ShareAsync(stage, worker: false);
    }

    [Fact]
    public async Task A_worker_beside_the_embedded_one_on_SQLite_does_everything_once()
    {
        await using var stage = await Stage.OpenCountyAsync(StorageProvider.Sqlite);
        stage.StartWorker();
        await ShareAsync(stage, worker: true);
    }

    /// <summary>What any of the processes wrote arrives in the web chat that the bot serves.</summary>
    private static async Task ShareAsync(Stage stage, bool worker)
    {
        var bot = await stage.BotAsync(worker);
        using var office = await Chatter.SignInAsync(bot, (await stage.OfficeAsync())[0].Login);
        var sessions = new OverdueSessions(Shared);
        await sessions.AddAsync(stage);

        await sessions.SettledAsync(stage);
        await sessions.AssertAskedOnceAsync(stage);
        var shown = (await office.AnswersAsync()).Select(answer => answer.ToJsonString()).ToList();
        Assert.All(
            Enumerable.Range(1, Shared),
            number => Assert.Single(shown, answer => answer.Contains(OverdueSessions.Number(number), StringComparison.Ordinal))
        );
    }
}
