using CsCheck;
using SupervisionBot.Core.Calendars;
using Xunit;

namespace SupervisionBot.Core.Tests.Calendars;

public sealed class ExplanationTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;
    private static readonly WorkingCalendar Local = new(LocalCounty.Facts);

    [Fact]
    public void An_explanation_counts_exactly_what_it_promises_and_agrees_with_the_sum() =>
        Gen.Select(Gen.Int[0, 7 * 366], Gen.Int[0, 1439], Gen.Int[1, 40], Gen.Int[0, 2])
            .Sample(
                (offset, minute, amount, which) =>
                {
                    var unit = (PeriodUnit)which;
                    var date = new DateOnly(2021, 6, 1).AddDays(offset);
                    var from = At(date, TimeSpan.FromMinutes(minute));

                    var explanation = Local.Explain(from, amount, unit);

                    var due = unit switch
                    {
                        PeriodUnit.WorkingDay => Local.EndOfBusiness(Local.AddWorkingDays(date, amount)),
                        PeriodUnit.CalendarDay => Local.EndOfBusiness(Local.AddCalendarDays(date, amount)),
                        _ => Local.AddWorkingHours(from, amount),
                    };
                    Assert.Equal(due, explanation.Due);
                    Assert.Equal(Enumerable.Range(0, explanation.Days.Count).Select(date.AddDays), explanation.Days.Select(day => day.Date));
                    Assert.Equal(ChinaTime.DateOf(due), explanation.Days[^1].Date);
                    if (unit != PeriodUnit.WorkingHour)
                    {
                        Assert.Equal(amount, explanation.Days.Count(day => day.Counted));
                        Assert.False(explanation.Days[0].Counted);
                    }
                }
            );

    /// <summary>
    /// 2026-09-30 is a Wednesday. 1 to 7 October: National Day. Counted: Thu 8 (1), Fri 9 (2), Sat 10 make-up (3), not Sun 11, Mon 12 (4), Tue 13 (5).
    /// </summary>
    [Fact]
    public void Five_working_days_from_the_eve_of_National_Day_2026_end_on_13_October() =>
        Assert.Equal(
            [
                "起算：9月30日（周三）16:00",
                "期限：5个工作日",
                "9月30日（周三）：起算当日，不计",
                "10月1日（周四）至10月7日（周三）共7天：国庆节放假（国务院办公厅2026年节假日安排通知），不计",
                "10月8日（周四）至10月9日（周五）共2天：工作日，累计2天",
                "10月10日（周六）：调休上班（国务院办公厅2026年节假日安排通知），累计3天",
                "10月11日（周日）：周末，不计",
                "10月12日（周一）至10月13日（周二）共2天：工作日，累计5天",
                "届满：10月13日（周二）18:00",
                "依据：期间开始的当日不计入，自次日起算，只计工作日，至最后一日下班时届满（《民法典》第二百零一条、第二百零三条）。",
            ],
            Calendar.Explain(At(new(2026, 9, 30), TimeSpan.FromHours(16)), 5, PeriodUnit.WorkingDay).ToLines()
        );

    [Theory]
    // 2025-12-31 is a Wednesday; 1 to 3 January off, Sun 4 January make-up: 4 (1), 5 (2), 6 (3).
    [InlineData("2025-12-31T09:00", 3, PeriodUnit.WorkingDay, "2026-01-06T18:00")]
    // 2022-12-30 is a Friday; 31 December to 2 January off (the notice of 2023): Tue 3 (1), 4 (2), 5 (3), 6 (4), Mon 9 (5).
    [InlineData("2022-12-30T23:59", 5, PeriodUnit.WorkingDay, "2023-01-09T18:00")]
    // 2026-02-13, Friday before the Spring Festival: Sat 14 make-up (1), 15 to 23 off, Tue 24 (2), 25 (3), 26 (4), 27 (5), Sat 28 make-up (6).
    [InlineData("2026-02-13T17:00", 6, PeriodUnit.WorkingDay, "2026-02-28T18:00")]
    // 2024-02-09 was New Year's Eve and a working day by the notice; off 10 to 17, Sun 18 make-up (1), Mon 19 (2).
    [InlineData("2024-02-09T08:00", 2, PeriodUnit.WorkingDay, "2024-02-19T18:00")]
    // From a make-up Saturday, 2025-10-11: not counted itself; Mon 13 (1).
    [InlineData("2025-10-11T10:00", 1, PeriodUnit.WorkingDay, "2025-10-13T18:00")]
    // At midnight it is already the new day: 2026-11-24 is not counted, Wed 25 (1), Thu 26 (2).
    [InlineData("2026-11-24T00:00", 2, PeriodUnit.WorkingDay, "2026-11-26T18:00")]
    // Friday 27 November 17:00: one hour left, then Monday 30 08:00 to 09:00.
    [InlineData("2026-11-27T17:00", 2, PeriodUnit.WorkingHour, "2026-11-30T09:00")]
    // Noon, 12:30: runs from 14:30; 3.5 hours until 18:00, half an hour more on Tuesday.
    [InlineData("2026-11-23T12:30", 4, PeriodUnit.WorkingHour, "2026-11-24T08:30")]
    // Exactly one day of 7.5 hours twice: 15 hours from Monday 08:00 end on Tuesday at close of business, not on Wednesday morning.
    [InlineData("2026-11-23T08:00", 15, PeriodUnit.WorkingHour, "2026-11-24T18:00")]
    // 30 September 17:30: half an hour, then the make-up calendar: Thu 8 October 08:00 to 09:30.
    [InlineData("2026-09-30T17:30", 2, PeriodUnit.WorkingHour, "2026-10-08T09:30")]
    // Ten calendar days from 24 September end on Sunday 4 October, inside the holiday: rolls over to Thu 8.
    [InlineData("2026-09-24T09:00", 10, PeriodUnit.CalendarDay, "2026-10-08T18:00")]
    // Fifteen calendar days from 25 September end on the make-up Saturday 10 October, which is worked: no roll-over.
    [InlineData("2026-09-25T09:00", 15, PeriodUnit.CalendarDay, "2026-10-10T18:00")]
    // Thirty days from 30 January 2024 end on 29 February, the leap day, a Thursday.
    [InlineData("2024-01-30T09:00", 30, PeriodUnit.CalendarDay, "2024-02-29T18:00")]
    public void What_was_counted_by_hand_agrees(string from, int amount, PeriodUnit unit, string due)
    {
        var start = DateTime.ParseExact(from, "yyyy-MM-dd'T'HH:mm", null);

        var explanation = Calendar.Explain(At(DateOnly.FromDateTime(start), start.TimeOfDay), amount, unit);

        Assert.Equal(due, explanation.Due.ToString("yyyy-MM-dd'T'HH:mm", null));
        Assert.False(explanation.Provisional);
    }

    [Fact]
    public void Hours_say_how_much_of_each_day_they_took() =>
        Assert.Equal(
            ["工作日，计1小时0分", "周末", "周末", "工作日，计1小时0分"],
            Calendar.Explain(At(new(2026, 11, 27), TimeSpan.FromHours(17)), 2, PeriodUnit.WorkingHour).Days.Select(day => day.Why)
        );

    [Fact]
    public void A_local_rule_is_named_with_its_hours()
    {
        // 23 June 2026, Tuesday. Wed 24 off locally, Thu 25 (1), Fri 26 (2), Sat 27 on locally (3): summer hours end at 18:30.
        var explanation = Local.Explain(At(new(2026, 6, 23), TimeSpan.FromHours(9)), 3, PeriodUnit.WorkingDay);

        Assert.Equal("全市停电检修，本地安排不上班", explanation.Days[1].Why);
        Assert.Equal("防汛值守，本地安排08:00–12:00、15:00–18:30上班", explanation.Days[^1].Why);
        Assert.Equal(At(new(2026, 6, 27), new(18, 30, 0)), explanation.Due);
    }

    [Fact]
    public void A_count_into_an_unpublished_year_says_that_it_goes_by_weekends()
    {
        var explanation = Calendar.Explain(At(new(2026, 12, 30), TimeSpan.FromHours(9)), 3, PeriodUnit.WorkingDay);

        Assert.True(explanation.Provisional);
        Assert.Equal(new DateOnly(2027, 1, 4), explanation.Days[^1].Date);
        Assert.All(explanation.Days.Skip(1), day => Assert.Equal(day.Date.Year == 2027, day.Why.Contains("暂按周末推算", StringComparison.Ordinal)));
        Assert.Contains("暂按周末推算", explanation.ToLines()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_that_names_its_day_does_not_move_but_its_reminder_does()
    {
        // 31 July 2022 was a Sunday: in time until that day (no roll-over), reminded on Friday the 29th.
        Assert.Equal(new DateOnly(2022, 7, 29), Calendar.LastWorkingDayUpTo(new(2022, 7, 31)));
        Assert.Equal(At(new(2022, 7, 31), TimeSpan.FromHours(18)), Calendar.EndOfBusiness(new(2022, 7, 31)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Nothing_to_count_is_no_period(int amount) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.Explain(At(new(2026, 11, 23), TimeSpan.Zero), amount, PeriodUnit.WorkingDay));

    private static DateTimeOffset At(DateOnly date, TimeSpan time) => ChinaTime.FromLocal(date, TimeOnly.FromTimeSpan(time));
}
