using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Demo;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Demo;

public sealed class DemoClockMoveTests
{
    private static readonly DateTimeOffset Later = TestClock.Start.AddDays(3);

    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Every_process_on_the_database_shows_the_new_moment(StorageProvider provider)
    {
        await using var host = await StartAsync(provider);
        await using var other = host.StartAnother();

        var moved = await host.Get<DemoClockMove>().MoveToAsync(Later, Cancel);
        await other.Database.WriteAsync((_, _) => Task.CompletedTask, Cancel);

        Assert.Equal((Later, Later, Later), (moved.Value, host.Clock.Now, other.Clock.Now));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_falls_due_on_the_way_happens_in_its_order_and_at_its_own_time(StorageProvider provider)
    {
        await using var host = await StartAsync(provider);
        await PlanAsync(host, "second", TestClock.Start.AddDays(2));
        await PlanAsync(host, "first", TestClock.Start.AddDays(1));
        await PlanAsync(host, "never", Later.AddMinutes(1));

        await host.Get<DemoClockMove>().MoveToAsync(Later, Cancel);

        string[] expected =
        [
            $"first {ChinaTime.Moment(TestClock.Start.AddDays(1))}",
            // Planned by what happened first, for an hour later.
            $"echo {ChinaTime.Moment(TestClock.Start.AddDays(1).AddHours(1))}",
            $"second {ChinaTime.Moment(TestClock.Start.AddDays(2))}",
        ];
        Assert.Equal(expected, host.Platform.Delivered.Select(m => m.Title));
    }

    [Fact]
    public async Task What_fails_is_set_aside_and_does_not_hold_the_clock()
    {
        await using var host = await StartAsync();
        await PlanAsync(host, "broken", TestClock.Start.AddDays(1));
        await PlanAsync(host, "second", TestClock.Start.AddDays(2));

        var moved = await host.Get<DemoClockMove>().MoveToAsync(Later, Cancel);

        Assert.Equal(Later, moved.Value);
        Assert.Equal([$"second {ChinaTime.Moment(TestClock.Start.AddDays(2))}"], host.Platform.Delivered.Select(m => m.Title));
    }

    [Fact]
    public async Task The_clock_goes_on_from_where_it_was_moved()
    {
        await using var host = await StartAsync();
        await host.Get<DemoClockMove>().AdvanceAsync(TimeSpan.FromDays(1), Cancel);
        host.Machine.Advance(TimeSpan.FromMinutes(5));

        var moved = await host.Get<DemoClockMove>().AdvanceAsync(TimeSpan.FromHours(2), Cancel);

        Assert.Equal(TestClock.Start.AddDays(1).AddMinutes(5).AddHours(2), moved.Value);
    }

    [Fact]
    public async Task The_clock_is_never_moved_back()
    {
        await using var host = await StartAsync();
        await host.Get<DemoClockMove>().MoveToAsync(Later, Cancel);

        var back = await host.Get<DemoClockMove>().MoveToAsync(Later.AddSeconds(-1), Cancel);
        var negative = await host.Get<DemoClockMove>().AdvanceAsync(TimeSpan.MinValue, Cancel);

        Assert.Equal((DemoClockMove.Backwards, DemoClockMove.Backwards), (back.Refusal?.Code, negative.Refusal?.Code));
        Assert.Equal(Later, host.Clock.Now);
    }

    [Fact]
    public async Task A_move_into_another_age_is_refused()
    {
        await using var host = await StartAsync();

        var far = await host.Get<DemoClockMove>().MoveToAsync(DateTimeOffset.MaxValue, Cancel);
        var long_ = await host.Get<DemoClockMove>().AdvanceAsync(TimeSpan.MaxValue, Cancel);

        Assert.Equal((Refusal.Invalid, Refusal.Invalid), (far.Refusal?.Code, long_.Refusal?.Code));
        Assert.Equal(TestClock.Start, host.Clock.Now);
    }

    [Fact]
    public async Task Outside_demo_mode_the_clock_cannot_be_moved()
    {
        await using var host = await StartAsync();
        host.Get<DemoMode>().Enabled = false;

        var moved = await host.Get<DemoClockMove>().MoveToAsync(Later, Cancel);

        Assert.Equal(Refusal.Forbidden, moved.Refusal?.Code);
        Assert.Equal(TestClock.Start, host.Clock.Now);
    }

    private static async Task<CoreHost> StartAsync(StorageProvider provider = StorageProvider.Sqlite)
    {
        var host = await CoreHost.StartAsync(provider, services => services.AddSingleton<IOccurrenceStep, Told>());
        var unit = new Unit
        {
            Id = Guid.NewGuid(),
            Kind = UnitKind.Department,
            Name = "市司法局",
            ShortName = "市司法局",
            Order = 1,
        };
        var person = new Person
        {
            Id = Told.Reader,
            Login = "reader",
            Name = "某人",
            UnitId = unit.Id,
            Post = "干部",
            Order = 1,
            Phone = "1",
        };
        await host.Database.WriteAsync((db, _) => Task.FromResult((db.Units.Add(unit), db.People.Add(person))), Cancel);
        return host;
    }

    private static Task PlanAsync(CoreHost host, string what, DateTimeOffset at) =>
        host.Database.WriteAsync(
            (db, token) => host.UseCases.OpenForWorker(db).PlanAsync(Guid.NewGuid(), Told.Name, what, at, Guid.Empty, token),
            Cancel
        );

    /// <summary>Says when it happened; the first also plans an echo, and the broken one fails.</summary>
    private sealed class Told : IOccurrenceStep
    {
        public const string Name = "told";
        public static readonly Guid Reader = Guid.NewGuid();

        public string Step => Name;

        public async Task<Settlement> SettleAsync(Occurrence occurrence, Work work, CancellationToken cancel)
        {
            if (occurrence.DueValue == "broken")
            {
                throw new InvalidOperationException("broken");
            }

            if (occurrence.DueValue == "first")
            {
                await work.PlanAsync(occurrence.ItemId, Name, "echo", work.Now.AddHours(1), Guid.Empty, cancel);
            }

            work.Tell(Reader, Message.Say($"{occurrence.DueValue} {ChinaTime.Moment(work.Now)}"));
            return true;
        }
    }
}
