using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.AssistanceOrders.Queries;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.UseCases;
using Xunit;

namespace SupervisionBot.Core.Tests.AssistanceOrders;

/// <summary>What an order may turn into, who takes part in it, what is refused, and what others may see.</summary>
public sealed class OrderWaysTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_draft_sent_twice_is_one_order()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var place = new PlaceOrder(Guid.NewGuid(), Ordering.Content(county, OrderKind.OnSite, "shuiwu"), []);

        var first = await county.DoAsync(Ordering.Asker, place, Cancel);
        var second = await county.DoAsync(Ordering.Asker, place, Cancel);
        var stranger = await county.RunAsync(County.Clerk, place, Cancel);

        Assert.Equal(first.Order.Number, second.Order.Number);
        Assert.Equal(Refusal.NotFound, stranger.Refusal!.Code);
        Assert.Single((await county.NewsAsync(Cancel))[Ordering.Water]);
    }

    [Fact]
    public async Task Named_departments_get_a_leading_one_from_the_office_and_each_its_own_part()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await Ordering.UnclearAsync(county, Cancel);
        var asked = (await county.NewsAsync(Cancel))[County.Office].Single();

        await county.DoAsync(County.Office, new DispatchOrder(id, null, county.Unit("shuiwu")), Cancel);
        var parts = await county.NewsAsync(Cancel);
        await county.DoAsync(Ordering.Land, new ReportPart(id, null, "已出具红线图", []), Cancel);
        await county.DoAsync(Ordering.Water, new CompleteOrder(id, null, "已清理", []), Cancel);

        Assert.Contains(asked.Choices, c => c.Label == "派给市水务局");
        Assert.StartsWith("请协办", parts[Ordering.Land].Single().Title, StringComparison.Ordinal);
        var order = await Ordering.OrderAsync(county, id, Cancel);
        Assert.Equal(("已出具红线图", OrderState.Completed), (Assert.Single(order.Supporters).Contribution, order.State));
    }

    [Fact]
    public async Task An_order_nobody_agrees_on_becomes_a_consultation_with_everything_said_and_sent()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var file = await county.FileAsync(Ordering.Asker, Cancel);
        var content = Ordering.Content(county, OrderKind.OnSite, "ziran");
        var id = (await county.DoAsync(Ordering.Asker, new PlaceOrder(Guid.NewGuid(), content, [file]), Cancel)).Order.Id;
        await county.DoAsync(Ordering.Land, new HandBackOrder(id, null, HandBackReason.NotCompetent, "三定规定", county.Unit("shuiwu")), Cancel);

        await county.DoAsync(County.Office, new ConvertToConsultation(id, null), Cancel);

        var order = await Ordering.OrderAsync(county, id, Cancel);
        var consultation = await county.ConsultationAsync(order.ConsultationId!.Value, Cancel);
        Assert.Equal((OrderState.Converted, ConsultationState.AwaitingAdmission), (order.State, consultation.State));
        Assert.Contains("三定规定", consultation.Account, StringComparison.Ordinal);
        Assert.Equal(new[] { county.Unit("ziran"), county.Unit("shuiwu") }.Order(), consultation.InvitedUnits.Select(i => i.UnitId).Order());
        Assert.Equal(
            consultation.Id,
            await county.Host.Database.ReadAsync((db, token) => db.Files.Where(f => f.Id == file).Select(f => f.RecordId).SingleAsync(token), Cancel)
        );
    }

    [Fact]
    public async Task A_consultation_that_needs_only_help_becomes_an_order_with_its_department()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await county.ReleasedAsync(Cancel, county.Content() with { UnitIds = [county.Unit("shuiwu")] });
        await county.ForgetNewsAsync(Cancel);

        var converted = await county.DoAsync(County.Office, new ConvertToOrder(id, null, "请水务局指导即可"), Cancel);

        var news = await county.NewsAsync(Cancel);
        Assert.Equal((OrderState.AwaitingAcceptance, id), (converted.Order.State, converted.Order.ConsultationId));
        Assert.StartsWith("新的协助单", news[Ordering.Water].Single().Title, StringComparison.Ordinal);
        Assert.Contains("市水务局", news[County.Clerk].Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_appraisal_without_its_paper_is_not_finished()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await Ordering.PlacedAsync(county, Cancel, OrderKind.Appraisal);

        var refused = await county.RunAsync(Ordering.Water, new CompleteOrder(id, null, "超标", []), Cancel);
        var file = await county.FileAsync(Ordering.Water, Cancel);
        await county.DoAsync(Ordering.Water, new CompleteOrder(id, null, "超标", [file]), Cancel);

        Assert.Contains("原件已交", refused.Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Equal(WrittenProof.Uploaded, (await Ordering.OrderAsync(county, id, Cancel)).Proof);
    }

    public static TheoryData<string, OrderAction> NotTheirs =>
        new()
        {
            { Ordering.Land, OrderAction.Accept },
            { Ordering.Asker, OrderAction.Accept },
            { County.Clerk, OrderAction.Cancel },
            { Ordering.Water, OrderAction.Cancel },
            { Ordering.Water, OrderAction.Dispatch },
        };

    [Theory]
    [MemberData(nameof(NotTheirs))]
    public async Task Nobody_acts_on_what_is_not_theirs(string who, OrderAction action)
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await Ordering.PlacedAsync(county, Cancel);

        var refused = await county.RunAsync(who, OrderDeeds.Request(county, action, id, null), Cancel);

        Assert.False(refused.Done);
        Assert.Equal(OrderState.AwaitingAcceptance, (await Ordering.OrderAsync(county, id, Cancel)).State);
    }

    [Fact]
    public async Task Accepted_twice_or_after_the_hand_back_says_what_has_become_of_it()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var (accepted, handedBack) = (await Ordering.PlacedAsync(county, Cancel), await Ordering.PlacedAsync(county, Cancel));
        await county.DoAsync(Ordering.Water, new AcceptOrder(accepted, null, "老李"), Cancel);
        await county.DoAsync(Ordering.Water, OrderDeeds.Request(county, OrderAction.HandBack, handedBack, null), Cancel);

        var twice = await county.RunAsync(Ordering.Water, new AcceptOrder(accepted, null, "老王"), Cancel);
        var after = await county.RunAsync(Ordering.Water, new AcceptOrder(handedBack, 0, null), Cancel);

        Assert.Equal((Refusal.Stale, Refusal.Stale), (twice.Refusal!.Code, after.Refusal!.Code));
        Assert.Contains("接单", twice.Refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("退单", after.Refusal.Sentence, StringComparison.Ordinal);
        Assert.Equal("老李", (await Ordering.OrderAsync(county, accepted, Cancel)).AssignedTo);
    }

    [Fact]
    public async Task A_hand_back_without_basis_or_unit_is_refused_with_what_is_missing()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await Ordering.PlacedAsync(county, Cancel);
        Assert.StartsWith(
            "还缺一句依据",
            (await BackAsync(county, id, HandBackReason.NotCompetent, " ", county.Unit("ziran"))).Refusal!.Sentence,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "应由哪个部门办",
            (await BackAsync(county, id, HandBackReason.NotCompetent, "三定", null)).Refusal!.Sentence,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "就是贵单位",
            (await BackAsync(county, id, HandBackReason.NotCompetent, "三定", county.Unit("shuiwu"))).Refusal!.Sentence,
            StringComparison.Ordinal
        );
        Assert.True((await BackAsync(county, id, HandBackReason.NotCompetent, "三定", null, office: true)).Done);
    }

    [Fact]
    public async Task Another_townships_answer_is_shown_only_once_it_is_shared_and_without_its_name()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await Ordering.InAsync(county, OrderState.Completed, Cancel);
        async Task<IReadOnlyList<SimilarOrder>> SeenAsync()
        {
            var actor = await county.ActorAsync(County.Clerk, Cancel);
            return await county.Host.Database.ReadAsync(
                (db, token) => SimilarOrders.OfAsync(db, actor, "河堤内堆料怎么查处", county.Unit("shuiwu"), token),
                Cancel
            );
        }

        var before = await SeenAsync();
        await county.DoAsync(Ordering.Water, new ShareAnswer(id), Cancel);
        var shared = Assert.Single(await SeenAsync());

        Assert.Empty(before);
        Assert.Equal((false, "现场清理完毕，责令改正"), (shared.IsOwn, shared.Answer));
    }

    [Fact]
    public async Task The_office_enters_an_order_by_telephone_for_a_township_and_only_the_office()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var entry = new PlaceOrder(Guid.NewGuid(), Ordering.Content(county, OrderKind.OnSite, "shuiwu"), [], county.Unit("fancun"));

        var byOther = await county.RunAsync(County.Clerk, entry with { DraftId = Guid.NewGuid() }, Cancel);
        var order = (await county.DoAsync(County.Office, entry, Cancel)).Order;

        Assert.Equal(Refusal.Forbidden, byOther.Refusal!.Code);
        var placed = Assert.Single(await county.HistoryAsync(order.Id, Cancel));
        Assert.Equal((History.Means.Phone, order.RequesterId), (placed.Means, placed.OnBehalfOfId));
        Assert.Equal(county.Unit("fancun"), order.UnitId);
    }

    [Fact]
    public async Task A_paper_that_was_sent_with_the_progress_is_the_proof()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await Ordering.PlacedAsync(county, Cancel, OrderKind.Appraisal);
        await county.DoAsync(Ordering.Water, new AcceptOrder(id, null), Cancel);
        var file = await county.FileAsync(Ordering.Water, Cancel);
        await county.DoAsync(Ordering.Water, new ReportOrderProgress(id, null, "监测报告先发来", [file]), Cancel);
        await county.ForgetNewsAsync(Cancel);

        await county.DoAsync(Ordering.Water, new CompleteOrder(id, null, "超标", []), Cancel);

        Assert.Equal(WrittenProof.Uploaded, (await Ordering.OrderAsync(county, id, Cancel)).Proof);
        Assert.Contains("以盖章的书面件为准", (await county.NewsAsync(Cancel))[Ordering.Asker].Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_done_again_is_agreed_again()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await Ordering.PlacedAsync(county, Cancel);
        await county.DoAsync(Ordering.Water, new AcceptOrder(id, null, "老李", new(2026, 11, 24), new(9, 0)), Cancel);
        await county.DoAsync(Ordering.Water, new CompleteOrder(id, null, "已清理", []), Cancel);
        await county.DoAsync(Ordering.Asker, new RateOrder(id, null, OrderRating.Dissatisfied, "人没到现场"), Cancel);

        await county.DoAsync(County.Office, new SettleRating(id, null, RatingVerdict.DoAgain, "核实确未到场"), Cancel);

        var order = await Ordering.OrderAsync(county, id, Cancel);
        Assert.Equal((OrderState.InHand, null, null), (order.State, order.AgreedOn, order.AgreedTime));
        Assert.Equal("老李", OrderWords.Appointment(order));
    }

    [Fact]
    public async Task Who_comes_and_when_can_be_changed_and_the_township_hears_the_new_words_only()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await Ordering.PlacedAsync(county, Cancel);
        await county.DoAsync(Ordering.Water, new AcceptOrder(id, null, "老李", new(2026, 11, 24), new(9, 0)), Cancel);
        var due = (await Ordering.OrderAsync(county, id, Cancel)).CompleteDue;
        await county.ForgetNewsAsync(Cancel);

        var nothing = await county.RunAsync(Ordering.Water, new RearrangeOrder(id, null), Cancel);
        var past = await county.RunAsync(Ordering.Water, new RearrangeOrder(id, null, AgreedOn: new(2026, 11, 1)), Cancel);
        var stranger = await county.RunAsync(Ordering.Land, new RearrangeOrder(id, null, "老王"), Cancel);
        await county.DoAsync(Ordering.Water, new RearrangeOrder(id, null, "老王"), Cancel);
        var changed = await Ordering.OrderAsync(county, id, Cancel);
        await county.DoAsync(Ordering.Water, new RearrangeOrder(id, null, AgreedOn: new(2026, 11, 25)), Cancel);

        Assert.Equal(
            [Refusal.Invalid, Refusal.Invalid, Refusal.NotFound],
            new[] { nothing, past, stranger }.Select(outcome => outcome.Refusal!.Code)
        );
        Assert.Equal(("老王", new DateOnly(2026, 11, 24), new TimeOnly(9, 0)), (changed.AssignedTo, changed.AgreedOn, changed.AgreedTime));
        var order = await Ordering.OrderAsync(county, id, Cancel);
        Assert.Equal(("老王", new DateOnly(2026, 11, 25), null, due), (order.AssignedTo, order.AgreedOn, order.AgreedTime, order.CompleteDue));
        var heard = (await county.NewsAsync(Cancel))[Ordering.Asker].ToList();
        Assert.Equal(["河堤内堆料查处的安排有变（市水务局）", "河堤内堆料查处的安排有变（市水务局）"], heard.Select(n => n.Title));
        Assert.Contains(heard[^1].Facts, f => f.Value == "老王，11月25日（周三）到樊村镇");
    }

    private static Task<Outcome<OrderAnswer>> BackAsync(
        County county,
        Guid id,
        HandBackReason reason,
        string basis,
        Guid? unit,
        bool office = false
    ) => county.RunAsync(Ordering.Water, new HandBackOrder(id, null, reason, basis, unit, office), Cancel);
}
