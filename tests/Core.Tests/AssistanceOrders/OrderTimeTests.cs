using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Calendars.Importing;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.AssistanceOrders;

/// <summary>The clock of an order: from the dispatch, standing still while others have the next word, urgent at any hour, filed after three working days.</summary>
public sealed class OrderTimeTests
{
    private static readonly byte[] TuesdayClosed = """{"exceptions":[{"date":"2026-11-24","name":"全市停电检修","hours":[]}]}"""u8.ToArray();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    [Theory]
    [InlineData(OrderKind.OnSite, "2026-11-26T18:00:00+08:00")]
    [InlineData(OrderKind.Information, "2026-11-30T18:00:00+08:00")]
    [InlineData(OrderKind.Appraisal, "2026-12-07T18:00:00+08:00")]
    public async Task The_clock_starts_when_it_is_dispatched_and_each_kind_has_its_time(OrderKind kind, string due)
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);

        var order = await Ordering.OrderAsync(county, await Ordering.PlacedAsync(county, Cancel, kind), Cancel);

        Assert.Equal(TestClock.Start, order.DispatchedAt);
        Assert.Equal(At("2026-11-24T18:00:00+08:00"), order.AcceptDue);
        Assert.Equal(At(due), order.CompleteDue);
        var owed = Assert.Single(await OwedAsync(county, order.Id));
        Assert.Equal((Promise.Acceptance, county.Unit("shuiwu"), order.AcceptDue), (owed.Promise, owed.UnitId, owed.Due));
    }

    [Fact]
    public async Task A_wished_day_binds_once_it_is_confirmed_and_never_beyond_the_rule()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        async Task<DateTimeOffset?> DueAsync(DateOnly wished, DateOnly agreed)
        {
            var content = Ordering.Content(county, OrderKind.OnSite, "shuiwu") with { WishedOn = wished };
            var id = (await county.DoAsync(Ordering.Asker, new PlaceOrder(Guid.NewGuid(), content, []), Cancel)).Order.Id;
            await county.DoAsync(Ordering.Water, new AcceptOrder(id, null, "老李", agreed), Cancel);
            return (await Ordering.OrderAsync(county, id, Cancel)).CompleteDue;
        }

        var (tuesday, wednesday, friday) = (new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 27));
        var rule = At("2026-11-26T18:00:00+08:00");
        Assert.Equal(At("2026-11-24T18:00:00+08:00"), await DueAsync(tuesday, tuesday));
        Assert.Equal(rule, await DueAsync(tuesday, wednesday));
        Assert.Equal(rule, await DueAsync(friday, friday));
    }

    [Fact]
    public async Task What_is_done_as_agreed_needs_a_day_and_is_due_on_it()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await Ordering.PlacedAsync(county, Cancel, OrderKind.Training);

        var dayless = await county.RunAsync(Ordering.Water, new AcceptOrder(id, null, "王科长"), Cancel);
        await county.DoAsync(Ordering.Water, new AcceptOrder(id, null, "王科长", new DateOnly(2026, 12, 3)), Cancel);

        Assert.StartsWith("请说明定在哪天", dayless.Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Equal(At("2026-12-03T18:00:00+08:00"), (await Ordering.OrderAsync(county, id, Cancel)).CompleteDue);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task While_material_is_awaited_nothing_is_owed_and_afterwards_the_rest_of_the_time_is_left(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await Ordering.InAsync(county, OrderState.InHand, Cancel);
        var before = (await Ordering.OrderAsync(county, id, Cancel)).CompleteDue!.Value;

        await county.DoAsync(Ordering.Water, new AskMaterial(id, null, "位置图"), Cancel);
        var during = await OwedAsync(county, id);
        county.Host.Machine.SetUtcNow(At("2026-11-25T09:00:00+08:00"));
        await county.DoAsync(Ordering.Asker, new SupplyMaterial(id, null, "在桥东", []), Cancel);

        Assert.Empty(during);
        var owed = Assert.Single(await OwedAsync(county, id));
        // Two working days stood still.
        Assert.Equal(Promise.Completion, owed.Promise);
        Assert.Equal((At("2026-11-26T18:00:00+08:00"), At("2026-11-30T18:00:00+08:00")), (before, owed.Due));
    }

    [Fact]
    public async Task Material_is_asked_for_once_by_the_department_and_again_only_by_the_office()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await Ordering.InAsync(county, OrderState.AwaitingMaterial, Cancel);
        await county.DoAsync(Ordering.Asker, new SupplyMaterial(id, null, "已补", []), Cancel);

        var again = await county.RunAsync(Ordering.Water, new AskMaterial(id, null, "还要笔录"), Cancel);
        await county.DoAsync(County.Office, new AskMaterial(id, null, "还要笔录"), Cancel);

        Assert.Contains("由办公室代为要", again.Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Equal(OrderState.AwaitingMaterial, (await Ordering.OrderAsync(county, id, Cancel)).State);
    }

    [Fact]
    public async Task Who_has_asked_for_material_is_not_offered_it_again_when_a_hand_back_is_refused()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await Ordering.PlacedAsync(county, Cancel);
        await county.DoAsync(Ordering.Water, new AskMaterial(id, null, "现场照片"), Cancel);
        await county.DoAsync(Ordering.Asker, new SupplyMaterial(id, null, "已补", []), Cancel);
        await county.DoAsync(Ordering.Water, (HandBackOrder)OrderDeeds.Request(county, OrderAction.HandBack, id, null), Cancel);
        await county.ForgetNewsAsync(Cancel);

        await county.DoAsync(County.Office, new RefuseHandBack(id, null, "河道管理条例写明由水务部门管"), Cancel);

        Assert.Equal(["接单", "看全文"], (await county.NewsAsync(Cancel))[Ordering.Water].Single().Choices.Select(c => c.Label));
    }

    [Fact]
    public async Task The_clock_begins_anew_after_the_first_change_of_department_only_and_the_second_is_for_the_leaders()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await Ordering.PlacedAsync(county, Cancel, OrderKind.OnSite, "ziran");
        await county.DoAsync(Ordering.Land, new HandBackOrder(id, null, HandBackReason.NotCompetent, "三定规定", county.Unit("shuiwu")), Cancel);
        county.Host.Machine.SetUtcNow(At("2026-11-24T09:00:00+08:00"));
        await county.DoAsync(County.Office, new RedispatchOrder(id, null, county.Unit("shuiwu")), Cancel);
        var first = await Ordering.OrderAsync(county, id, Cancel);

        await county.ForgetNewsAsync(Cancel);
        await county.DoAsync(
            Ordering.Water,
            new HandBackOrder(id, null, HandBackReason.NotCompetent, "河长办意见", county.Unit("chengguan")),
            Cancel
        );
        var news = await county.NewsAsync(Cancel);
        var byOffice = await county.RunAsync(County.Office, new RedispatchOrder(id, null, county.Unit("chengguan")), Cancel);
        await county.DoAsync(Ordering.SecondLeader, new RedispatchOrder(id, null, county.Unit("chengguan")), Cancel);
        var second = await Ordering.OrderAsync(county, id, Cancel);
        var third = await county.RunAsync("caominna", new HandBackOrder(id, null, HandBackReason.Impossible, "没有设备", null), Cancel);

        Assert.Equal(At("2026-11-27T18:00:00+08:00"), first.CompleteDue);
        Assert.Equal(
            new[] { Ordering.Asker, Ordering.FirstLeader, Ordering.SecondLeader }.Order(StringComparer.Ordinal),
            news.Select(n => n.Key).Order(StringComparer.Ordinal)
        );
        Assert.Equal(UseCases.Refusal.Forbidden, byOffice.Refusal!.Code);
        Assert.Equal((OrderState.AwaitingAcceptance, first.CompleteDue), (second.State, second.CompleteDue));
        Assert.Contains("由专班组长定过", third.Refusal!.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task An_urgent_order_at_night_goes_out_at_once_and_after_two_hours_the_office_hears(StorageProvider provider)
    {
        var night = At("2026-11-28T23:10:00+08:00");
        await using var county = await County.FoundAsync(provider, Cancel, start: night);
        var content = Ordering.Content(county, OrderKind.OnSite, "shuiwu") with { Urgent = UrgentGround.Danger };

        var order = (await county.DoAsync(Ordering.Asker, new PlaceOrder(Guid.NewGuid(), content, []), Cancel)).Order;
        var atOnce = await county.NewsAsync(Cancel);
        await county.ForgetNewsAsync(Cancel);
        county.Host.Machine.SetUtcNow(night.AddHours(2).AddSeconds(1));
        await county.Host.Sweep.RunAsync(Cancel);
        var later = await county.NewsAsync(Cancel);

        Assert.Equal(night.AddHours(2), order.AcceptDue);
        Assert.StartsWith("紧急协助单", Assert.Single(atOnce[Ordering.Water]).Title, StringComparison.Ordinal);
        Assert.Equal([County.OtherOffice, County.Office], later.Select(n => n.Key).Order());
        Assert.Contains("还没有接单", later[County.Office].Single().Title, StringComparison.Ordinal);
        Assert.Contains(later[County.Office].Single().Facts, f => f.Value.Contains("原梅", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_urgent_order_that_was_accepted_in_time_wakes_nobody()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var content = Ordering.Content(county, OrderKind.OnSite, "shuiwu") with { Urgent = UrgentGround.Danger };
        var order = (await county.DoAsync(Ordering.Asker, new PlaceOrder(Guid.NewGuid(), content, []), Cancel)).Order;
        await county.DoAsync(Ordering.Water, new AcceptOrder(order.Id, null, "老李"), Cancel);
        await county.ForgetNewsAsync(Cancel);

        county.Host.Machine.SetUtcNow(TestClock.Start.AddHours(3));
        await county.Host.Sweep.RunAsync(Cancel);

        Assert.Empty(await county.NewsAsync(Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Three_working_days_later_it_is_filed_as_it_was_rated_or_as_not_rated(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var (unrated, rated) = (
            await Ordering.InAsync(county, OrderState.Completed, Cancel),
            await Ordering.InAsync(county, OrderState.Rated, Cancel)
        );
        await county.ForgetNewsAsync(Cancel);

        county.Host.Machine.SetUtcNow(At("2026-11-26T17:59:00+08:00"));
        await county.Host.Sweep.RunAsync(Cancel);
        var before = (await Ordering.OrderAsync(county, unrated, Cancel)).State;
        county.Host.Machine.SetUtcNow(At("2026-11-26T18:00:01+08:00"));
        await county.Host.Sweep.RunAsync(Cancel);

        Assert.Equal(OrderState.Completed, before);
        var (first, second) = (await Ordering.OrderAsync(county, unrated, Cancel), await Ordering.OrderAsync(county, rated, Cancel));
        Assert.Equal((OrderState.Closed, (OrderRating?)null), (first.State, first.Rating));
        Assert.Equal((OrderState.Closed, OrderRating.Satisfied), (second.State, second.Rating));
        Assert.Equal("归档（未评价）", (await county.HistoryAsync(unrated, Cancel))[^1].Text);
        // Neither is anybody reminded to rate, nor told that it is over.
        Assert.Empty(await county.NewsAsync(Cancel));
    }

    [Fact]
    public async Task A_late_acceptance_climbs_the_ladder_and_reaches_the_units_leader()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        await Ordering.PlacedAsync(county, Cancel);
        var heard = new List<string>();
        foreach (var morning in new[] { "24", "25", "26", "27" })
        {
            await county.ForgetNewsAsync(Cancel);
            county.Host.Machine.SetUtcNow(At($"2026-11-{morning}T08:31:00+08:00"));
            await county.Host.Sweep.RunAsync(Cancel);
            county.Host.Machine.Advance(TimeSpan.FromSeconds(10));
            await county.Host.Sweep.RunAsync(Cancel);
            heard.Add(string.Join(',', (await county.NewsAsync(Cancel)).Select(n => n.Key).Order(StringComparer.Ordinal)));
        }

        Assert.Equal(
            [Ordering.Water, $"{County.OtherOffice},{County.Office},{Ordering.Water}", "xuezhiqiang", $"{County.OtherOffice},{County.Office}"],
            heard
        );
    }

    [Theory]
    [InlineData("又堆了两车")]
    [InlineData(null)]
    public async Task What_the_township_adds_while_a_ruling_is_awaited_does_not_let_time_run(string? words)
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await Ordering.InAsync(county, OrderState.AwaitingRuling, Cancel);
        var before = await Ordering.OrderAsync(county, id, Cancel);
        county.Host.Machine.SetUtcNow(At("2026-11-24T09:00:00+08:00"));
        var file = await county.FileAsync(Ordering.Asker, Cancel);

        await county.DoAsync(Ordering.Asker, new SupplyMaterial(id, null, words, [file], WasAsked: false), Cancel);

        var order = await Ordering.OrderAsync(county, id, Cancel);
        Assert.Equal((before.PausedAt, before.AcceptDue, before.CompleteDue), (order.PausedAt, order.AcceptDue, order.CompleteDue));
        Assert.Equal(before.PausedAt, Assert.Single(await OwedAsync(county, id)).StartedAt);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_new_calendar_moves_the_limits_of_an_order_and_they_stay_moved(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var (waiting, inHand) = (await Ordering.PlacedAsync(county, Cancel), await Ordering.InAsync(county, OrderState.InHand, Cancel));

        await county.Host.Get<CalendarImport>().ConfirmAsync("calendar.json", TuesdayClosed, "admin", Cancel);
        // Whatever is done next brings the deadlines to what the orders promise.
        await county.DoAsync(Ordering.Asker, new SupplyMaterial(waiting, null, "又堆了两车", [], WasAsked: false), Cancel);
        await county.DoAsync(Ordering.Water, new ReportOrderProgress(inHand, null, "约了当事人", []), Cancel);

        var (accept, complete) = (At("2026-11-25T18:00:00+08:00"), At("2026-11-27T18:00:00+08:00"));
        var order = await Ordering.OrderAsync(county, waiting, Cancel);
        Assert.Equal((accept, complete), (order.AcceptDue, order.CompleteDue));
        Assert.Equal(complete, (await Ordering.OrderAsync(county, inHand, Cancel)).CompleteDue);
        Assert.Equal(accept, Assert.Single(await OwedAsync(county, waiting)).Due);
        Assert.Equal(complete, Assert.Single(await OwedAsync(county, inHand)).Due);
    }

    [Fact]
    public async Task What_was_granted_on_top_of_a_limit_survives_a_new_calendar()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await Ordering.InAsync(county, OrderState.InHand, Cancel);
        var owed = Assert.Single(await OwedAsync(county, id)).Id;
        await county.DoAsync(Ordering.Water, new AskExtension(owed, null, new(2026, 11, 27), "要等检测报告"), Cancel);
        await county.DoAsync(County.Office, new Rule(owed, null, Grant: true), Cancel);

        await county.Host.Get<CalendarImport>().ConfirmAsync("calendar.json", TuesdayClosed, "admin", Cancel);
        await county.DoAsync(Ordering.Water, new ReportOrderProgress(id, null, "约了当事人", []), Cancel);

        Assert.Equal(At("2026-11-27T18:00:00+08:00"), (await Ordering.OrderAsync(county, id, Cancel)).CompleteDue);
        Assert.Equal(At("2026-11-30T18:00:00+08:00"), Assert.Single(await OwedAsync(county, id)).Due);
    }

    [Fact]
    public async Task A_secondment_is_over_with_its_last_day_unless_the_agreed_day_is_later()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var friday = new DateOnly(2026, 11, 27);
        async Task<DateTimeOffset?> DueAsync(DateOnly agreed)
        {
            var content = Ordering.Content(county, OrderKind.Secondment, "shuiwu") with { WishedOn = new(2026, 11, 24), PeriodTo = friday };
            var id = (await county.DoAsync(Ordering.Asker, new PlaceOrder(Guid.NewGuid(), content, []), Cancel)).Order.Id;
            await county.DoAsync(Ordering.Water, new AcceptOrder(id, null, null, agreed), Cancel);
            return (await Ordering.OrderAsync(county, id, Cancel)).CompleteDue;
        }

        Assert.Equal(At("2026-11-27T18:00:00+08:00"), await DueAsync(new(2026, 11, 24)));
        Assert.Equal(At("2026-12-01T18:00:00+08:00"), await DueAsync(new(2026, 12, 1)));
    }

    private static Task<List<Deadline>> OwedAsync(County county, Guid id) =>
        county.Host.Database.ReadAsync((db, token) => db.Deadlines.Where(d => d.RecordId == id && d.ClosedAt == null).ToListAsync(token), Cancel);

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
