using CsCheck;
using SupervisionBot.Core.Calendars;
using Xunit;

namespace SupervisionBot.Core.Tests.Calendars;

/// <summary>The calendar against a slow, obvious one, from the middle of 2021 (not published) into 2028 (not published), with and without local rules.</summary>
public sealed class WorkingCalendarTests
{
    private const int Days = 7 * 366;
    private static readonly DateOnly First = new(2021, 6, 1);
    private static readonly Gen<DateOnly> Dates = Gen.Int[0, Days].Select(offset => First.AddDays(offset));
    private static readonly Gen<DateTime> Minutes = Gen.Select(Dates, Gen.Int[0, 1439])
        .Select(pair => pair.Item1.ToDateTime(TimeOnly.MinValue).AddMinutes(pair.Item2));

    private static readonly WorkingCalendar[] Calendars = [WorkingCalendar.Shipped, new(LocalCounty.Facts)];
    private static readonly SlowCalendar[] SlowCalendars = [SlowCalendar.Shipped, new(LocalCounty.Facts)];
    private static readonly Gen<int> Which = Gen.Int[0, 1];

    [Fact]
    public void Every_day_is_judged_as_the_slow_calendar_judges_it()
    {
        foreach (var (calendar, slow) in Calendars.Zip(SlowCalendars))
        {
            for (var date = First; date <= First.AddDays(Days); date = date.AddDays(1))
            {
                Assert.Equal(slow.HoursOf(date), calendar.HoursOf(date));
                Assert.Equal(slow.IsWorkingDay(date), calendar.IsWorkingDay(date));
                Assert.Equal(
                    slow.IsWorkingDay(date),
                    calendar.KindOf(date) is DayKind.WorkingDay or DayKind.MakeUpWorkday or DayKind.LocalWorkingDay
                );
            }
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

        Assert.Equal(workingDays, days.Count(WorkingCalendar.Shipped.IsWorkingDay));
        Assert.Equal(workingDays, WorkingCalendar.Shipped.WorkingDaysBetween(new(year - 1, 12, 31), new(year, 12, 31)));
        Assert.Equal(
            makeUpDays,
            string.Join(
                ' ',
                days.Where(date => WorkingCalendar.Shipped.KindOf(date) == DayKind.MakeUpWorkday).Select(date => date.ToString("MMdd", null))
            )
        );
        Assert.All(days, date => Assert.True(WorkingCalendar.Shipped.IsPublished(date)));
    }

    [Fact]
    public void Adding_working_days_agrees_with_the_slow_calendar_forwards_and_backwards() =>
        Gen.Select(Which, Dates, Gen.Int[-320, 320])
            .Sample(
                (which, from, days) => Assert.Equal(SlowCalendars[which].AddWorkingDays(from, days), Calendars[which].AddWorkingDays(from, days))
            );

    [Fact]
    public void Counting_working_days_agrees_with_the_slow_calendar_and_runs_backwards_too() =>
        Gen.Select(Which, Dates, Dates)
            .Sample(
                (which, one, other) =>
                {
                    var (from, to) = one <= other ? (one, other) : (other, one);

                    Assert.Equal(SlowCalendars[which].WorkingDaysBetween(from, to), Calendars[which].WorkingDaysBetween(from, to));
                    Assert.Equal(
                        -SlowCalendars[which].WorkingDaysBetween(from.AddDays(-1), to.AddDays(-1)),
                        Calendars[which].WorkingDaysBetween(to, from)
                    );
                },
                iter: 300
            );

    [Fact]
    public void Counting_undoes_adding_and_going_back_undoes_going_forward() =>
        Gen.Select(Which, Dates, Gen.Int[-300, 300])
            .Sample(
                (which, from, days) =>
                {
                    var calendar = Calendars[which];
                    var due = calendar.AddWorkingDays(from, days);

                    Assert.Equal(days, calendar.WorkingDaysBetween(from, due));
                    Assert.True(days == 0 || calendar.IsWorkingDay(due));
                    Assert.True(!calendar.IsWorkingDay(from) || calendar.AddWorkingDays(due, -days) == from);
                }
            );

    [Fact]
    public void Who_starts_later_or_has_more_time_is_never_due_earlier() =>
        Gen.Select(Which, Minutes, Gen.Int[0, 5_000], Gen.Int[1, 60])
            .Sample(
                (which, from, later, amount) =>
                {
                    var (calendar, day) = (Calendars[which], DateOnly.FromDateTime(from));
                    var (start, delayed) = (Local(from), Local(from.AddMinutes(later)));

                    Assert.True(calendar.AddWorkingDays(day, amount) <= calendar.AddWorkingDays(day.AddDays(later % 30), amount));
                    Assert.True(calendar.AddWorkingDays(day, amount) < calendar.AddWorkingDays(day, amount + 1));
                    Assert.True(calendar.AddWorkingHours(start, amount) <= calendar.AddWorkingHours(delayed, amount));
                    Assert.True(calendar.AddWorkingHours(start, amount) < calendar.AddWorkingHours(start, amount + 1));
                }
            );

    [Fact]
    public void Working_time_agrees_with_walking_minute_by_minute() =>
        Gen.Select(Which, Minutes, Gen.Int[1, 3_000])
            .Sample(
                (which, from, minutes) =>
                {
                    var (calendar, slow) = (Calendars[which], SlowCalendars[which]);
                    var due = calendar.AddWorkingTime(Local(from).ToUniversalTime(), TimeSpan.FromMinutes(minutes));

                    Assert.Equal(slow.AddWorkingMinutes(from, minutes), due.DateTime);
                    Assert.Equal(TimeSpan.FromMinutes(minutes), calendar.WorkingTimeBetween(Local(from), due));
                    Assert.Equal(-TimeSpan.FromMinutes(minutes), calendar.WorkingTimeBetween(due, Local(from)));
                    Assert.Equal(TimeSpan.FromHours(8), due.Offset);
                },
                iter: 100
            );

    [Fact]
    public void Time_between_any_two_moments_agrees_with_walking_minute_by_minute() =>
        Gen.Select(Which, Minutes, Gen.Int[0, 60_000])
            .Sample(
                (which, from, apart) =>
                    Assert.Equal(
                        SlowCalendars[which].WorkingMinutesBetween(from, from.AddMinutes(apart)),
                        Calendars[which].WorkingTimeBetween(Local(from), Local(from.AddMinutes(apart))).TotalMinutes
                    ),
                iter: 60
            );

    [Fact]
    public void The_next_working_instant_agrees_with_walking_minute_by_minute() =>
        Gen.Select(Which, Minutes)
            .Sample(
                (which, local) =>
                {
                    var instant = Local(local);

                    Assert.Equal(
                        SlowCalendars[which].NextWorkingMinute(local),
                        Calendars[which].NextWorkingInstant(instant.ToUniversalTime()).DateTime
                    );
                    Assert.Equal(SlowCalendars[which].IsOfficeHour(local), Calendars[which].IsWithinWorkingSegment(instant));
                },
                iter: 200
            );

    [Fact]
    public void A_period_in_calendar_days_ends_on_the_first_worked_day_that_is_not_before_its_last() =>
        Gen.Select(Which, Dates, Gen.Int[1, 120])
            .Sample(
                (which, from, days) =>
                {
                    var (slow, last) = (SlowCalendars[which], from.AddDays(days));
                    var due = last;
                    while (!slow.IsWorkingDay(due))
                    {
                        due = due.AddDays(1);
                    }

                    Assert.Equal(due, Calendars[which].AddCalendarDays(from, days));
                    Assert.Equal(due, Calendars[which].RollOver(last));
                    var before = Calendars[which].LastWorkingDayUpTo(last);
                    Assert.True(before <= last && slow.IsWorkingDay(before) && slow.WorkingDaysBetween(before, last) == 0);
                }
            );

    [Fact]
    public void Facts_that_call_a_holiday_a_workday_are_refused()
    {
        var saturday = new DateOnly(2026, 10, 3);
        var facts = CalendarFacts.Shipped() with { Years = [new(2026, true, "test", [new("国庆节", saturday, saturday)], [saturday])] };

        Assert.Throws<InvalidDataException>(() => new WorkingCalendar(facts));
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

    private static DateTimeOffset Local(DateTime local) => new(local, TimeSpan.FromHours(8));
}
