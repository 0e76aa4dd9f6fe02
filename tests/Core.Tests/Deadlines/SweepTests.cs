using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Deadlines;

public sealed class SweepTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_is_due_happens_once_however_many_sweep(StorageProvider provider)
    {
        await using var host = await StartAsync(provider);
        await using var other = host.StartAnother(Register);
        for (var i = 0; i < 20; i++)
        {
            await PlanAsync(host, "count", TestClock.Start);
        }

        await Task.WhenAll(host.Sweep.RunAsync(Cancel), other.Sweep.RunAsync(Cancel), host.Sweep.RunAsync(Cancel));

        var done = await StatesAsync(host);
        Assert.Equal(20, done.Count(o => o.State == OccurrenceState.Done));
        Assert.Equal(20, await host.Database.ReadAsync((db, token) => db.Settings.CountAsync(s => s.Key.StartsWith("happened"), token), Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_is_not_due_yet_waits(StorageProvider provider)
    {
        await using var host = await StartAsync(provider);
        await PlanAsync(host, "count", TestClock.Start.AddMinutes(1));

        Assert.Equal(0, await host.Sweep.RunAsync(Cancel));
        host.Machine.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, await host.Sweep.RunAsync(Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_step_that_fails_three_times_is_set_aside_and_holds_nothing_up(StorageProvider provider)
    {
        await using var host = await StartAsync(provider);
        await PlanAsync(host, "fail", TestClock.Start);
        await PlanAsync(host, "count", TestClock.Start);

        for (var i = 1; i <= 4; i++)
        {
            await host.Sweep.RunAsync(Cancel);
            var failing = (await StatesAsync(host)).Single(o => o.Step == "fail");
            Assert.Equal((Math.Min(i, 3), i >= 3), (failing.Failures, failing.State == OccurrenceState.SetAside));
        }

        Assert.Equal(OccurrenceState.Done, (await StatesAsync(host)).Single(o => o.Step == "count").State);
        Assert.Equal(0, await host.Database.ReadAsync((db, token) => db.Settings.CountAsync(s => s.Key == "half", token), Cancel));
    }

    [Fact]
    public async Task What_is_no_longer_true_is_withdrawn()
    {
        await using var host = await StartAsync(StorageProvider.Sqlite);
        await PlanAsync(host, "untrue", TestClock.Start);

        await host.Sweep.RunAsync(Cancel);

        Assert.Equal(OccurrenceState.Withdrawn, (await StatesAsync(host)).Single().State);
    }

    private static Task<CoreHost> StartAsync(StorageProvider provider) => CoreHost.StartAsync(provider, Register);

    private static void Register(IServiceCollection services) =>
        services
            .AddSingleton<IOccurrenceStep>(new Step("count", (o, work) => Note(work, $"happened-{o.Id}")))
            .AddSingleton<IOccurrenceStep>(new Step("untrue", (_, _) => false))
            .AddSingleton<IOccurrenceStep>(
                new Step("fail", (_, work) => Note(work, "half") ? throw new InvalidOperationException("as planned") : false)
            );

    private static bool Note(Work work, string key)
    {
        work.Db.Settings.Add(new Setting { Key = key, Value = "1" });
        return true;
    }

    private static Task PlanAsync(CoreHost host, string step, DateTimeOffset at) =>
        host.Database.WriteAsync(
            (db, token) => host.UseCases.OpenForWorker(db).PlanAsync(Guid.NewGuid(), step, "due", at, Guid.Empty, token),
            Cancel
        );

    private static Task<List<Occurrence>> StatesAsync(CoreHost host) =>
        host.Database.ReadAsync((db, token) => db.Occurrences.ToListAsync(token), Cancel);

    private sealed class Step(string name, Func<Occurrence, Work, bool> act) : IOccurrenceStep
    {
        string IOccurrenceStep.Step => name;

        public async Task<Settlement> SettleAsync(Occurrence occurrence, Work work, CancellationToken cancel)
        {
            await Task.CompletedTask;
            return act(occurrence, work);
        }
    }
}
