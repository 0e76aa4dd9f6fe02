using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Calendars.Importing;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Deadlines;

public sealed class AuditTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_has_lost_its_next_step_or_its_deadline_gets_it_back(StorageProvider provider)
    {
        await using var walk = await DeadlineWalk.BeginAsync(provider, Cancel);
        var host = walk.County.Host;
        await host.Database.WriteAsync(
            async (db, token) =>
            {
                var land = walk.County.Unit("ziran");
                var lost = await db.Deadlines.Where(d => d.UnitId == land).Select(d => d.Id).SingleAsync(token);
                await db.Occurrences.Where(o => o.ItemId == lost).ExecuteDeleteAsync(token);
                await db.Deadlines.Where(d => d.UnitId != land).ExecuteDeleteAsync(token);
            },
            Cancel
        );

        Assert.Equal(2, (await host.Get<DeadlineAudit>().MendAsync(Cancel)).Repaired);
        Assert.Equal(0, (await host.Get<DeadlineAudit>().MendAsync(Cancel)).Repaired);

        var heard = await walk.UntilAsync(new DateOnly(2026, 11, 25), Cancel);
        Assert.Equal([County.Land, County.Water], heard.Select(h => h.Login).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_is_late_by_more_than_five_minutes_is_named(StorageProvider provider)
    {
        await using var walk = await DeadlineWalk.BeginAsync(provider, Cancel);
        var host = walk.County.Host;
        host.Machine.SetUtcNow(ChinaTime.FromLocal(new DateOnly(2026, 11, 25), new TimeOnly(8, 34)).ToUniversalTime());
        Assert.Equal(0, (await host.Get<DeadlineAudit>().LookAsync(Cancel)).Late);

        host.Machine.Advance(TimeSpan.FromMinutes(2));
        var report = await host.Get<DeadlineAudit>().LookAsync(Cancel);

        Assert.Equal((2, TimeSpan.FromMinutes(6)), (report.Late, report.WorstLateness));
        Assert.Contains("HS-2026-0001", report.Worst, StringComparison.Ordinal);
        await host.Sweep.RunAsync(Cancel);
        Assert.Equal("Nothing is late.", DeadlineAudit.Describe(await host.Get<DeadlineAudit>().LookAsync(Cancel)));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_new_calendar_shows_what_it_moves_and_moves_it_when_confirmed(StorageProvider provider)
    {
        await using var walk = await DeadlineWalk.BeginAsync(provider, Cancel);
        var import = walk.County.Host.Get<CalendarImport>();
        var file = """{"exceptions":[{"date":"2026-11-26","name":"全市停电检修","hours":[]}]}"""u8.ToArray();

        var preview = await import.PreviewAsync("calendar.json", file, Cancel);
        Assert.Equal(
            ["汾河滩有人夜里挖砂的职责归属问题（反馈意见）HS-2026-0001", "汾河滩有人夜里挖砂的职责归属问题（反馈意见）HS-2026-0001"],
            preview.Value.Dues.Select(d => d.What)
        );
        Assert.Equal("11月30日（周一）18:00", ChinaTime.Moment((await walk.DeadlineAsync(Promise.View, "ziran", Cancel)).Due));

        await import.ConfirmAsync("calendar.json", file, "admin", Cancel);

        var view = await walk.DeadlineAsync(Promise.View, "ziran", Cancel);
        Assert.Equal(("12月1日（周二）18:00", "11月30日（周一）18:00"), (ChinaTime.Moment(view.Due), ChinaTime.Moment(view.OriginalDue)));
        Assert.Equal(
            ["11-25", "11-30", "12-01"],
            (await walk.UntilAsync(new DateOnly(2026, 12, 1), Cancel)).Where(h => h.Login == County.Land).Select(h => h.Day)
        );
    }

    [Fact]
    public void A_clock_that_was_set_is_noticed_and_one_that_runs_is_not()
    {
        var machine = new SetClock();
        var watch = new ClockWatch(machine);
        Assert.Null(watch.Look());
        machine.Pass(TimeSpan.FromDays(2));
        Assert.Null(watch.Look());

        machine.Set(TimeSpan.FromHours(-3));

        Assert.EndsWith(" -10800", watch.Look(), StringComparison.Ordinal);
        Assert.Null(watch.Look());
    }

    /// <summary>A machine whose clock can be set while its counter goes on.</summary>
    private sealed class SetClock : TimeProvider
    {
        private DateTimeOffset now = TestClock.Start;
        private long counter;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan time) => (now, counter) = (now + time, counter + time.Ticks);

        public void Set(TimeSpan by) => now += by;

        public override DateTimeOffset GetUtcNow() => now;

        public override long GetTimestamp() => counter;
    }
}
