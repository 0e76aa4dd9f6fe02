using CsCheck;
using SupervisionBot.Core.Calendars;
using Xunit;

namespace SupervisionBot.Core.Tests.Calendars;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;
    private static readonly Gen<DateOnly> Dates = Gen.Int[0, 7 * 366].Select(offset => new DateOnly(2021, 6, 1).AddDays(offset));

    [Fact]
    public void Every_day_is_judged_as_the_slow_calendar_judges_it()
    {
        for (var date = new DateOnly(2021, 1, 1); date.Year < 2029; date = date.AddDays(1))
        {
            Assert.Equal(SlowCalendar.IsWorkingDay(date), Calendar.IsWorkingDay(date));
            Assert.Equal(Calendar.IsWorkingDay(date), Calendar.KindOf(date) is DayKind.WorkingDay or DayKind.MakeUpWorkday);
        }
    }

    [Theory]
    [InlineData(2022, 249, "0129 0130 0402 0424 0507 1008 1009")]
    [InlineData(2023, 249, "0128 0129 0423 0506 0625 1007 1008")]
    [InlineData(2024, 251, "0204 0218 0407 0428 0511 0914 0929 1012")]
    [InlineData(2025, 248, "0126 0208 0427 0928 1011")]
    [InlineData(2026, 248, "0104 0214 0228 0509 0920 1010")]
    public void A_published_year_has_its_working_days_and_make_up_days(int year, int workingDays, string makeUpDays)
    {
        var days = Enumerable.Range(0, 366).Select(new DateOnly(year, 1, 1).AddDays).Where(date => date.Year == year).ToList();

        Assert.Equal(workingDays, days.Count(Calendar.IsWorkingDay));
        Assert.Equal(
            makeUpDays,
            string.Join(' ', days.Where(date => Calendar.KindOf(date) == DayKind.MakeUpWorkday).Select(date => date.ToString("MMdd", null)))
        );
        Assert.All(days, date => Assert.True(Calendar.IsPublished(date)));
    }

    [Fact]
    public void Adding_working_days_agrees_with_the_slow_calendar() =>
        Dates
            .Select(Gen.Int[0, 60])
            .Sample((from, days) => Assert.Equal(SlowCalendar.AddWorkingDays(from, days), Calendar.AddWorkingDays(from, days)));

    [Fact]
    public void Going_back_undoes_going_forward_from_a_working_day() =>
        Dates
            .Where(Calendar.IsWorkingDay)
            .Select(Gen.Int[0, 60])
            .Sample((from, days) => Assert.Equal(from, Calendar.AddWorkingDays(Calendar.AddWorkingDays(from, days), -days)));

    [Fact]
    public void The_next_working_instant_agrees_with_walking_minute_by_minute() =>
        Dates
            .Select(Gen.Int[0, 1439])
            .Sample(
                (date, minute) =>
                {
                    var local = date.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
                    var instant = new DateTimeOffset(local, TimeSpan.FromHours(8));

                    Assert.Equal(SlowCalendar.NextWorkingMinute(local), Calendar.NextWorkingInstant(instant.ToUniversalTime()).DateTime);
                    Assert.Equal(SlowCalendar.IsOfficeHour(local), Calendar.IsWithinWorkingSegment(instant));
                },
                iter: 300
            );

    [Fact]
    public void An_explanation_counts_exactly_the_days_it_promises() =>
        Dates
            .Select(Gen.Int[1, 30])
            .Sample(
                (date, days) =>
                {
                    var explanation = Calendar.Explain(ChinaTime.FromLocal(date, new(23, 59)), days);

                    Assert.Equal(days, explanation.Days.Count(day => day.Counted));
                    Assert.Equal(date, explanation.Days[0].Date);
                    Assert.False(explanation.Days[0].Counted);
                    Assert.True(explanation.Days[^1].Counted);
                    Assert.Equal(ChinaTime.FromLocal(explanation.Days[^1].Date, new(18, 0)), explanation.Due);
                    Assert.Equal(explanation.Days.Skip(1).Any(day => day.Date.Year is < 2022 or > 2026), explanation.Provisional);
                }
            );

    [Fact]
    public void Five_working_days_from_the_eve_of_National_Day_2026_end_on_13_October()
    {
        var explanation = Calendar.Explain(ChinaTime.FromLocal(new(2026, 9, 30), new(16, 0)), 5);

        Assert.Equal(new DateTimeOffset(2026, 10, 13, 18, 0, 0, TimeSpan.FromHours(8)), explanation.Due);
        Assert.False(explanation.Provisional);
        Assert.Equal("起算当日，不计入", explanation.Days[0].Why);
        Assert.Equal("国庆节放假", explanation.Days[1].Why);
        Assert.Equal("调休上班", explanation.Days.Single(day => day.Date == new DateOnly(2026, 10, 10)).Why);
        Assert.Equal("周末", explanation.Days.Single(day => day.Date == new DateOnly(2026, 10, 11)).Why);
    }

    [Fact]
    public void A_count_into_an_unpublished_year_says_that_it_goes_by_weekends()
    {
        var explanation = Calendar.Explain(ChinaTime.FromLocal(new(2026, 12, 30), new(9, 0)), 3);

        Assert.True(explanation.Provisional);
        Assert.Equal(new DateOnly(2027, 1, 4), explanation.Days[^1].Date);
        Assert.Contains("暂按周末推算", explanation.Days[^1].Why, StringComparison.Ordinal);
        Assert.DoesNotContain("暂按周末推算", explanation.Days[1].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_that_call_a_holiday_a_workday_are_refused()
    {
        var saturday = new DateOnly(2026, 10, 3);
        var facts = new HolidayFacts([new(2026, true, "test", [new("国庆节", saturday, saturday)], [saturday])]);

        Assert.Throws<InvalidDataException>(() => new WorkingCalendar(facts, WorkingCalendar.OfficeHours));
    }

    [Fact]
    public void Days_and_moments_are_written_as_people_read_them()
    {
        var utc = new DateTimeOffset(2026, 11, 25, 10, 0, 0, TimeSpan.Zero);

        Assert.Equal("11月25日（周三）", ChinaTime.Day(new(2026, 11, 25)));
        Assert.Equal("11月25日（周三）18:00", ChinaTime.Moment(utc));
        Assert.Equal("2026年1月5日", ChinaTime.FullDay(new(2026, 1, 5)));
        Assert.Equal(new DateOnly(2026, 11, 26), ChinaTime.DateOf(utc.AddHours(6)));
    }
}
