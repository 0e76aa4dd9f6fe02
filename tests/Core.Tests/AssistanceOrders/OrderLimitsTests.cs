using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Calendars;
using Xunit;

namespace SupervisionBot.Core.Tests.AssistanceOrders;

/// <summary>Limits of an order that stood still: given back in full, and again at a close of business.</summary>
public sealed class OrderLimitsTests
{
    private const int Cases = 2000;
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;
    private static readonly OrderLimits Limits = new(new OrderSettings(), Calendar);
    private static readonly DateTimeOffset Begin = At("2026-01-05T00:00:00+08:00");

    [Theory]
    [InlineData("2026-12-02T09:00:00+08:00", "2026-12-02T09:01:00+08:00", "2026-12-03T18:00:00+08:00")]
    [InlineData("2026-12-02T09:00:00+08:00", "2026-12-03T09:01:00+08:00", "2026-12-04T18:00:00+08:00")]
    [InlineData("2026-12-01T18:30:00+08:00", "2026-12-02T07:30:00+08:00", "2026-12-02T18:00:00+08:00")]
    public void A_stop_moves_the_limit_to_the_close_of_a_day(string stopped, string resumed, string due)
    {
        var order = InHand("2026-12-02T18:00:00+08:00", At(stopped));

        Limits.Resume(order, At(resumed));

        Assert.Equal(At(due), order.CompleteDue);
        Assert.Null(order.PausedAt);
    }

    [Fact]
    public void An_urgent_acceptance_stays_by_the_clock()
    {
        var order = InHand("2026-12-02T18:00:00+08:00", At("2026-12-01T23:00:00+08:00"));
        (order.Urgent, order.AcceptedAt, order.AcceptDue) = (UrgentGround.Danger, null, At("2026-12-02T00:30:00+08:00"));

        Limits.Resume(order, At("2026-12-01T23:10:00+08:00"));

        Assert.Equal((At("2026-12-02T00:40:00+08:00"), At("2026-12-02T18:00:00+08:00")), (order.AcceptDue, order.CompleteDue));
    }

    [Fact]
    public void After_a_second_change_of_the_department_the_whole_never_ends_by_night()
    {
        var order = InHand("2026-12-02T18:00:00+08:00", At("2026-12-02T18:00:00+08:00"));
        order.Urgent = UrgentGround.Danger;

        Limits.GoOn(order, At("2026-12-02T22:00:00+08:00"));

        Assert.Equal((At("2026-12-03T00:00:00+08:00"), At("2026-12-03T18:00:00+08:00")), (order.AcceptDue, order.CompleteDue));
    }

    [Fact]
    public void Whatever_stood_still_no_working_time_is_lost_less_than_a_day_is_gained_and_a_longer_stop_never_gives_less()
    {
        var random = new Random(20261126);
        for (var i = 0; i < Cases; i++)
        {
            var since = Begin.AddMinutes(random.Next(500_000));
            var due = Calendar.EndOfBusiness(Calendar.AddWorkingDays(ChinaTime.DateOf(since), random.Next(1, 12)));
            var resumed = since.AddMinutes(random.Next(random.Next(2) == 0 ? 300 : 20_000));
            var longer = resumed.AddMinutes(random.Next(3_000));

            var (moved, later) = (DueAfter(due, since, resumed), DueAfter(due, since, longer));

            var day = ChinaTime.DateOf(moved);
            var gained = Calendar.WorkingTimeBetween(resumed, moved) - Calendar.WorkingTimeBetween(since, due);
            var close = Calendar.EndOfBusiness(day);
            Assert.True(Calendar.IsWorkingDay(day) && moved == close, $"{since:O} to {resumed:O}: {due:O} becomes {moved:O}.");
            Assert.True(gained >= TimeSpan.Zero, $"{since:O} to {resumed:O}: {due:O} becomes {moved:O}, {-gained} are lost.");
            Assert.True(gained < TimeSpan.FromHours(9), $"{since:O} to {resumed:O}: {due:O} becomes {moved:O}, {gained} are gained.");
            Assert.True(moved <= later, $"{since:O}: {resumed:O} gives {moved:O}, {longer:O} gives {later:O}.");
        }
    }

    private static DateTimeOffset DueAfter(DateTimeOffset due, DateTimeOffset since, DateTimeOffset resumed)
    {
        var order = InHand("2026-12-02T18:00:00+08:00", since);
        order.CompleteDue = due;
        Limits.Resume(order, resumed);
        return order.CompleteDue.Value;
    }

    private static AssistanceOrder InHand(string due, DateTimeOffset stopped) =>
        new()
        {
            Id = Guid.NewGuid(),
            Number = "XZ-2026-0001",
            UnitId = Guid.NewGuid(),
            RequesterId = Guid.NewGuid(),
            Title = "小饭桌联合检查",
            Kind = OrderKind.OnSite,
            Account = "请来人看看",
            PlacedAt = stopped,
            AcceptedAt = stopped,
            CompleteDue = At(due),
            PausedAt = stopped,
        };

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
