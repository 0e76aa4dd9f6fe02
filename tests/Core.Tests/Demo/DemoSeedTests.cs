using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Demo;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Directory.Demo;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Demo;

public sealed class DemoSeedTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    /// <summary>Ordinary days, the day after a long holiday, a day off, the first day of a year, and days whose holidays nobody knows yet.</summary>
    public static TheoryData<string> Days =>
        ["2026-11-23", "2026-11-24", "2026-10-08", "2026-10-10", "2026-11-29", "2026-01-01", "2026-02-20", "2026-06-30", "2027-01-04", "2027-05-12"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_next_consultation_of_the_documented_day_is_number_twelve(StorageProvider provider)
    {
        await using var host = await SeededAsync(provider);

        Assert.Equal("HS-2026-0012", await host.Database.WriteAsync((db, token) => RecordNumber.TakeAsync(db, "HS", 2026, token), Cancel));
        var held = await host.Database.ReadAsync((db, token) => db.Sessions.CountAsync(s => s.Number.StartsWith("HY-2026-"), token), Cancel);
        Assert.Equal(
            RecordNumber.Format("HY", 2026, held + 1),
            await host.Database.WriteAsync((db, token) => RecordNumber.TakeAsync(db, "HY", 2026, token), Cancel)
        );
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Seeding_again_changes_nothing_even_from_two_processes_at_once(StorageProvider provider)
    {
        await using var host = await CoreHost.StartAsync(provider);
        await using var other = host.StartAnother();
        host.Get<IFirstContent>().Prepare();
        other.Get<IFirstContent>().Prepare();

        await Task.WhenAll(SeedAsync(host), SeedAsync(other));
        var once = await CountsAsync(host);
        await SeedAsync(other);

        Assert.Equal(once, await CountsAsync(host));
        var county = DemoCounty.Load();
        Assert.Equal((county.Units.Count, county.People.Count), (once.Units, once.People));
        Assert.Equal(DemoPast.Load().Consultations.Count, once.Consultations);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_county_prepared_ahead_has_the_same_past_in_the_same_order(StorageProvider provider)
    {
        await using var host = await SeededAsync(provider);
        await using var ahead = await CoreHost.StartAsync(provider);
        ahead.Get<IFirstContent>().Prepare();
        await SeedAsync(ahead);

        var past = await PastAsync(host);
        Assert.NotEmpty(past);
        Assert.Equal(past.OrderBy(h => h.At), past);
        Assert.Equal(past, await PastAsync(ahead));
        Assert.Equal(await CountsAsync(host), await CountsAsync(ahead));
    }

    [Fact]
    public async Task A_database_with_a_unit_of_its_own_is_left_alone()
    {
        await using var host = await CoreHost.StartAsync();
        var own = new Unit
        {
            Id = Guid.NewGuid(),
            Kind = UnitKind.Department,
            Name = "某局",
            ShortName = "某局",
            Order = 1,
        };
        await host.Database.WriteAsync((db, _) => Task.FromResult(db.Units.Add(own)), Cancel);

        await SeedAsync(host);

        Assert.Equal(1, await host.Database.ReadAsync((db, token) => db.Units.CountAsync(token), Cancel));
    }

    [Fact]
    public async Task Outside_demo_mode_nothing_is_seeded()
    {
        await using var host = await CoreHost.StartAsync();
        host.Get<DemoMode>().Enabled = false;

        await SeedAsync(host);

        Assert.Equal(0, await host.Database.ReadAsync((db, token) => db.Units.CountAsync(token), Cancel));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Whatever_the_day_everything_happened_in_office_hours_of_working_days_and_before_now(string day)
    {
        await using var host = await SeededAsync(StorageProvider.Sqlite, DateOnly.Parse(day, CultureInfo.InvariantCulture));

        var history = await host.Database.ReadAsync((db, token) => db.History.OrderBy(h => h.Id).ToListAsync(token), Cancel);

        Assert.All(history, entry => Assert.True(WorkingCalendar.Shipped.IsWithinWorkingSegment(entry.At), $"{entry.Action} at {entry.At:O}"));
        Assert.All(history, entry => Assert.True(entry.At < host.Clock.Now));
        Assert.Equal(history.Select(entry => entry.At).Order(), history.Select(entry => entry.At));
        Assert.All(history, entry => Assert.NotEmpty(entry.Text));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Whatever_the_day_every_state_occurs_and_numbers_follow_the_order_of_their_year(string day)
    {
        await using var host = await SeededAsync(StorageProvider.Sqlite, DateOnly.Parse(day, CultureInfo.InvariantCulture));

        var records = await host.Database.ReadAsync((db, token) => db.Consultations.OrderBy(c => c.StartedAt).ToListAsync(token), Cancel);

        Assert.Equal(Enum.GetValues<ConsultationState>().ToHashSet(), records.Select(c => c.State).ToHashSet());
        foreach (var year in records.GroupBy(c => ChinaTime.DateOf(c.StartedAt).Year))
        {
            Assert.Equal(Enumerable.Range(1, year.Count()).Select(n => RecordNumber.Format("HS", year.Key, n)), year.Select(c => c.Number));
        }
    }

    [Fact]
    public async Task Nothing_is_due_and_nobody_is_written_to_at_the_first_start()
    {
        await using var host = await SeededAsync();

        Assert.Equal(0, await host.Sweep.RunAsync(Cancel));
        await host.Outbox.DispatchAsync(Cancel);

        Assert.Empty(host.Platform.Attempts);
        Assert.Equal(0, await host.Database.ReadAsync((db, token) => db.Conversations.CountAsync(token), Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Deadlines_come_when_the_host_already_serves_and_once_whoever_was_cut_short(StorageProvider provider)
    {
        await using var host = await CoreHost.StartAsync(provider);
        await using var other = host.StartAnother();
        await SeedAsync(host);
        var before = await DeadlinesAsync(host);

        await Task.WhenAll(CompleteAsync(host), CompleteAsync(other));
        var after = await DeadlinesAsync(host);
        await CompleteAsync(other);

        Assert.Equal(0, before);
        Assert.InRange(after, 10, int.MaxValue);
        Assert.Equal(after, await DeadlinesAsync(host));
        Assert.Equal(0, (await host.Get<DeadlineAudit>().MendAsync(Cancel)).Repaired);
    }

    private static Task<int> DeadlinesAsync(CoreHost host) => host.Database.ReadAsync((db, token) => db.Deadlines.CountAsync(token), Cancel);

    private static async Task<List<(DateTimeOffset At, string Did)>> PastAsync(CoreHost host) =>
        (await host.Database.ReadAsync((db, token) => db.History.OrderBy(h => h.Id).ToListAsync(token), Cancel)).ConvertAll(h =>
            (h.At, h.RecordKind + h.Action + h.Text)
        );

    private static Task SeedAsync(CoreHost host) => host.Get<IFirstContent>().EnsureAsync(Cancel);

    private static Task CompleteAsync(CoreHost host) => host.Get<IFirstContent>().CompleteAsync(Cancel);

    private static async Task<CoreHost> SeededAsync(StorageProvider provider = StorageProvider.Sqlite, DateOnly? day = null)
    {
        var host = await CoreHost.StartAsync(provider);
        if (day is { } other)
        {
            host.Machine.AdjustTime(ChinaTime.FromLocal(other, new TimeOnly(0, 30)));
        }

        await SeedAsync(host);
        await CompleteAsync(host);
        return host;
    }

    private static Task<Counts> CountsAsync(CoreHost host) =>
        host.Database.ReadAsync(
            async (db, token) =>
                new Counts(
                    await db.Units.CountAsync(token),
                    await db.People.CountAsync(token),
                    await db.Consultations.CountAsync(token),
                    await db.Sessions.CountAsync(token),
                    await db.History.CountAsync(token)
                ),
            Cancel
        );

    private sealed record Counts(int Units, int People, int Consultations, int Sessions, int History);
}
