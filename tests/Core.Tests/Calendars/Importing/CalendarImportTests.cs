using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Calendars.Importing;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Calendars.Importing;

public sealed class CalendarImportTests
{
    // An invented arrangement for the year after the test clock's.
    private const string NextYear = """
        {
          "years": [
            {
              "year": 2027,
              "source": "国办发明电〔2026〕9号",
              "holidays": [
                { "name": "元旦", "from": "2027-01-01", "to": "2027-01-03" },
                { "name": "春节", "from": "2027-02-05", "to": "2027-02-11" }
              ],
              "makeUpWorkdays": ["2027-01-31", "2027-02-14"]
            }
          ]
        }
        """;

    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_preview_names_the_days_that_change_and_changes_nothing()
    {
        await using var host = await CoreHost.StartAsync();

        var change = (await host.Get<CalendarImport>().PreviewAsync("2027.json", Bytes(NextYear), Cancel)).Value;

        Assert.Null(change.Version);
        Assert.Equal(["2027年放假安排：新增，放假10天，调休上班2天（来源：国办发明电〔2026〕9号）"], change.Arrangements);
        // 1 January 2027 is a Friday; of 5 to 11 February all but the weekend of the 6th and 7th were to be worked; 31 January and 14 February are Sundays.
        Assert.Equal(
            [("01-01", "01-01", 1), ("01-31", "01-31", 1), ("02-05", "02-11", 5), ("02-14", "02-14", 1)],
            change.Days.Select(d => (d.From.ToString("MM-dd", null), d.To.ToString("MM-dd", null), d.Count))
        );
        Assert.Equal("工作日（放假安排未公布，暂按周末推算）", change.Days[0].Before);
        Assert.Equal("元旦放假（国务院办公厅2027年节假日安排通知）", change.Days[0].After);
        Assert.Empty(await VersionsAsync(host));
        Assert.True(host.Get<WorkingCalendar>().IsWorkingDay(new(2027, 1, 1)));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_confirmed_calendar_counts_in_every_process_with_its_next_transaction(StorageProvider provider)
    {
        await using var bot = await CoreHost.StartAsync(provider);
        await using var worker = bot.StartAnother();

        var change = (await bot.Get<CalendarImport>().ConfirmAsync("放假/2027.json", Bytes(NextYear), "root", Cancel)).Value;
        await worker.Database.WriteAsync((_, _) => Task.CompletedTask, Cancel);
        await bot.Database.ReadAsync((_, _) => Task.FromResult(0), Cancel);

        Assert.Equal(1, change.Version);
        var stored = Assert.Single(await VersionsAsync(bot));
        Assert.Equal((1, "2027.json", "root", TestClock.Start), (stored.Number, stored.FileName, stored.ImportedBy, stored.ImportedAt));
        foreach (var calendar in new[] { bot, worker }.Select(host => host.Get<WorkingCalendar>()))
        {
            Assert.Equal(1, calendar.Version);
            Assert.True(calendar.IsPublished(new(2027, 1, 1)));
            Assert.Equal(DayKind.MakeUpWorkday, calendar.KindOf(new(2027, 1, 31)));
            // What the file does not speak of has stayed.
            Assert.Equal(DayKind.Holiday, calendar.KindOf(new(2026, 10, 1)));
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Of_two_imports_at_once_the_second_is_put_over_the_first(StorageProvider provider)
    {
        await using var one = await CoreHost.StartAsync(provider);
        await using var other = one.StartAnother();
        const string hours = """{ "hours": ["08:30-12:00", "14:00-17:30"] }""";

        await Task.WhenAll(
            one.Get<CalendarImport>().ConfirmAsync("a.json", Bytes(NextYear), "a", Cancel),
            other.Get<CalendarImport>().ConfirmAsync("b.json", Bytes(hours), "b", Cancel)
        );

        await one.Database.ReadAsync((_, _) => Task.FromResult(0), Cancel);
        var calendar = one.Get<WorkingCalendar>();
        Assert.Equal((2, true), (calendar.Version, calendar.IsPublished(new(2027, 1, 1))));
        Assert.Equal(new TimeOnly(17, 30), calendar.HoursOf(new(2026, 11, 24))[^1].End);
    }

    [Fact]
    public async Task The_same_calendar_again_makes_no_new_version()
    {
        await using var host = await CoreHost.StartAsync();
        var import = host.Get<CalendarImport>();
        await import.ConfirmAsync("2027.json", Bytes(NextYear), "root", Cancel);

        var again = (await import.ConfirmAsync("2027.json", Bytes(NextYear), "root", Cancel)).Value;

        Assert.True(again.IsEmpty);
        Assert.Single(await VersionsAsync(host));
    }

    [Fact]
    public async Task Hours_seasons_and_exceptions_are_previewed_as_runs_of_days()
    {
        await using var host = await CoreHost.StartAsync();
        const string local = """
            {
              "seasons": [{ "name": "夏令", "from": "06-01", "to": "06-30", "hours": ["08:00-12:00", "15:00-18:30"] }],
              "exceptions": [
                { "date": "2026-11-25", "name": "全市停电检修", "hours": [] },
                { "date": "2026-11-28", "name": "防汛值守", "hours": null },
                { "date": "2026-11-27", "name": "下午大扫除", "hours": ["08:00-12:00"] }
              ]
            }
            """;

        var change = (await host.Get<CalendarImport>().PreviewAsync("local.json", Bytes(local), Cancel)).Value;

        Assert.Equal(["季节作息：更新后1项", "本地例外：更新后3天"], change.Arrangements);
        // Whole Junes of 2022 to 2027; in 2022 the Dragon Boat Festival lies inside.
        var june = Assert.Single(change.Days, d => d.From.Year == 2022);
        Assert.Equal((new DateOnly(2022, 6, 1), new DateOnly(2022, 6, 30), 21), (june.From, june.To, june.Count));
        Assert.Equal("工作日（08:00–12:00、15:00–18:30）", june.After);
        Assert.Equal(
            ["全市停电检修，本地安排不上班", "下午大扫除，本地安排08:00–12:00上班（08:00–12:00）", "防汛值守，本地安排08:00–12:00、14:30–18:00上班"],
            change.Days.Where(d => d.From.Month == 11).Select(d => d.After)
        );
    }

    [Fact]
    public async Task Due_dates_that_hang_on_the_calendar_are_shown_first_and_moved_with_the_import()
    {
        var promise = new Promise();
        await using var host = await CoreHost.StartAsync(configure: services => services.AddSingleton<ICalendarDependent>(promise));
        var import = host.Get<CalendarImport>();

        var preview = (await import.PreviewAsync("2027.json", Bytes(NextYear), Cancel)).Value;
        var before = promise.Due;
        await import.ConfirmAsync("2027.json", Bytes(NextYear), "root", Cancel);

        Assert.Equal([new MovedDue("HS-2026-0012 书面意见", Day(1, 4), Day(1, 5))], preview.Dues);
        Assert.Equal((new DateOnly(2027, 1, 4), new DateOnly(2027, 1, 5)), (before, promise.Due));
    }

    private static Task<List<CalendarVersion>> VersionsAsync(CoreHost host) =>
        host.Database.ReadAsync((db, cancel) => db.CalendarVersions.ToListAsync(cancel), Cancel);

    private static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);

    private static DateTimeOffset Day(int month, int day) => WorkingCalendar.Shipped.EndOfBusiness(new(2027, month, day));

    /// <summary>Something due three working days after 30 December 2026, a Wednesday.</summary>
    private sealed class Promise : ICalendarDependent
    {
        public DateOnly Due { get; private set; } = Of(WorkingCalendar.Shipped);

        public Task<IReadOnlyList<MovedDue>> MovedByAsync(Work work, WorkingCalendar before, WorkingCalendar after, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<MovedDue>>([
                new("HS-2026-0012 书面意见", before.EndOfBusiness(Of(before)), after.EndOfBusiness(Of(after))),
            ]);

        public Task MoveAsync(Work work, WorkingCalendar before, WorkingCalendar after, CancellationToken cancel)
        {
            Due = Of(after);
            return Task.CompletedTask;
        }

        private static DateOnly Of(WorkingCalendar calendar) => calendar.AddWorkingDays(new(2026, 12, 30), 3);
    }
}
