using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>Ordering, accepting, handing back, finishing and rating as the documented dialogues have it, with what each costs in messages and taps.</summary>
public sealed class OrderTalkTests
{
    private const string Canteen = "点一单，请市监局派两个人明天来帮忙查一下小饭桌";
    private const string Pile = "点单，请自规局来查处河堤内堆料";

    [Fact]
    public async Task A_complete_sentence_becomes_an_order_in_two()
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");

        var draft = await asker.SayAsync(Canteen);
        var sent = await asker.SayAsync("1");

        Assert.StartsWith("请您核对", draft.Title, StringComparison.Ordinal);
        Assert.Contains("小饭桌", draft.Text, StringComparison.Ordinal);
        Assert.Contains("2人", draft.Text, StringComparison.Ordinal);
        Assert.Contains("11月24日（周二）", draft.Text, StringComparison.Ordinal);
        Assert.Contains("联合到场", draft.Text, StringComparison.Ordinal);
        Assert.Contains("最好同时打个电话", draft.Text, StringComparison.Ordinal);
        Assert.StartsWith("已派给市市场监管局", sent.Title, StringComparison.Ordinal);
        Assert.Contains("撤回", sent.Text, StringComparison.Ordinal);
        var order = await bot.OnlyOrderAsync();
        Assert.Equal((OrderState.AwaitingAcceptance, "小饭桌联合检查", 2), (order.State, order.Title, order.PeopleWanted));
        Assert.Equal(2, asker.Actions);
    }

    [Fact]
    public async Task Accepting_with_who_and_when_is_one_sentence_and_finishing_two()
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");
        var liaison = await TalkingPerson.EnterAsync(bot, "zhaoming");
        await asker.SayAsync(Canteen);
        await asker.SayAsync("1");
        var card = (await liaison.ListenAsync())[^1];

        var accepted = await liaison.SayAsync("可以，安排执法二中队老李去，明天上午九点到");
        var told = (await asker.ListenAsync())[^1];
        var before = liaison.Actions;
        var read = await liaison.SayAsync("去了，查了3家，1家没办健康证，当场责令改正，笔录给镇里了");
        var done = await liaison.SayAsync("1");
        var asked = (await asker.ListenAsync())[^1];

        Assert.StartsWith("新的协助单：樊村镇", card.Title, StringComparison.Ordinal);
        Assert.Equal(["接单", "退单", "要补材料", "看全文"], card.Labels);
        Assert.StartsWith("已接单：执法二中队老李，11月24日（周二）09:00到樊村镇", accepted.Title, StringComparison.Ordinal);
        Assert.Contains("执法二中队老李", told.Text, StringComparison.Ordinal);
        Assert.StartsWith("按这个办结", read.Title, StringComparison.Ordinal);
        Assert.Contains("人员：执法二中队老李", read.Text, StringComparison.Ordinal);
        Assert.StartsWith("已办结", done.Title, StringComparison.Ordinal);
        Assert.Equal(2, liaison.Actions - before);
        Assert.Equal(["非常满意", "满意", "基本满意", "不满意（请写一句）", "看全文"], asked.Labels);
        // The wished day was confirmed: it binds.
        Assert.Equal(new DateOnly(2026, 11, 24), (await bot.OnlyOrderAsync()).AgreedOn);
    }

    [Fact]
    public async Task A_rating_costs_one()
    {
        await using var bot = await Talk.StartAsync();
        var (asker, _) = await FinishedAsync(bot);
        var before = asker.Actions;

        var rated = await asker.SayAsync("2");

        Assert.StartsWith("已评价：满意", rated.Title, StringComparison.Ordinal);
        Assert.Equal(1, asker.Actions - before);
        Assert.Equal((OrderState.Rated, OrderRating.Satisfied), ((await bot.OnlyOrderAsync()).State, (await bot.OnlyOrderAsync()).Rating));
    }

    [Fact]
    public async Task A_rating_in_words_keeps_what_was_said_beside_it_and_may_be_changed()
    {
        await using var bot = await Talk.StartAsync();
        var (asker, _) = await FinishedAsync(bot);
        await asker.SayAsync("基本满意，就是来得晚了点");
        var first = await bot.OnlyOrderAsync();
        await asker.SayAsync("还是给个满意吧");

        Assert.Equal((OrderRating.FairlySatisfied, "就是来得晚了点"), (first.Rating, first.RatingText));
        Assert.Equal(OrderRating.Satisfied, (await bot.OnlyOrderAsync()).Rating);
    }

    [Fact]
    public async Task Dissatisfied_without_a_word_is_asked_for_it_once()
    {
        await using var bot = await Talk.StartAsync();
        var office = await TalkingPerson.EnterAsync(bot, "liuyang");
        var (asker, liaison) = await FinishedAsync(bot);

        var asked = await asker.SayAsync("4");
        var checking = await asker.SayAsync("说来了其实没进店");
        var desk = (await office.ListenAsync())[^1];
        await office.PressAsync("属实，请重办");
        await office.SayAsync("店主证实没有进店检查");
        var again = (await liaison.ListenAsync())[^1];

        Assert.StartsWith("请写一句哪里不满意", asked.Title, StringComparison.Ordinal);
        Assert.StartsWith("已评价：不满意", checking.Title, StringComparison.Ordinal);
        Assert.StartsWith("待核实：小饭桌联合检查", desk.Title, StringComparison.Ordinal);
        Assert.StartsWith("请重办", again.Title, StringComparison.Ordinal);
        Assert.Equal((OrderState.InHand, true), ((await bot.OnlyOrderAsync()).State, (await bot.OnlyOrderAsync()).Reopened));
    }

    [Fact]
    public async Task A_hand_back_costs_two_where_the_basis_was_left_out_and_the_office_redirects_with_one_tap()
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");
        var land = await TalkingPerson.EnterAsync(bot, "weidong");
        var office = await TalkingPerson.EnterAsync(bot, "liuyang");
        var water = await TalkingPerson.EnterAsync(bot, "yuanmei");
        await asker.SayAsync(Pile);
        await asker.SayAsync("1");
        await land.ListenAsync();

        var lacking = await land.SayAsync("不归我们管，应该是水务局的事");
        var handed = await land.SayAsync("堤防以内按河道管理条例归水行政主管部门");
        var told = (await asker.ListenAsync())[^1];
        var ruling = (await office.ListenAsync())[^1];
        var redirected = await office.PressAsync("同意，改派市水务局");
        var card = (await water.ListenAsync())[^1];

        Assert.StartsWith("还缺一句依据", lacking.Title, StringComparison.Ordinal);
        Assert.Contains("建议：市水务局", lacking.Text, StringComparison.Ordinal);
        Assert.StartsWith("已报专班办公室裁定", handed.Title, StringComparison.Ordinal);
        Assert.Contains("不算贵局逾期", handed.Text, StringComparison.Ordinal);
        Assert.Equal(2, land.Actions);
        Assert.Contains("您不用做什么", told.Text, StringComparison.Ordinal);
        Assert.Contains("堤防以内按河道管理条例", ruling.Text, StringComparison.Ordinal);
        Assert.StartsWith("已派给市水务局", redirected.Title, StringComparison.Ordinal);
        Assert.StartsWith("新的协助单", card.Title, StringComparison.Ordinal);
        Assert.Equal(1, office.Actions);
    }

    [Fact]
    public async Task An_answer_to_an_order_nobody_accepted_is_shown_once_and_counts_as_both()
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");
        var land = await TalkingPerson.EnterAsync(bot, "weidong");
        await asker.SayAsync("点单，请自规局调一下村东那块地的红线图，看规划用途");
        await asker.SayAsync("1");
        var number = (await bot.OnlyOrderAsync()).Number;
        await land.ListenAsync();

        var read = await land.SayAsync($"{number} 那块地规划上是一般耕地，红线图原件今天下午给你们送去");
        var done = await land.PressAsync("就这样");

        Assert.StartsWith("记为接单并办结", read.Title, StringComparison.Ordinal);
        Assert.Contains("以盖章的书面件为准", read.Text, StringComparison.Ordinal);
        Assert.StartsWith("已办结", done.Title, StringComparison.Ordinal);
        var order = await bot.OnlyOrderAsync();
        Assert.Equal((OrderState.Completed, OrderKind.Information, WrittenProof.HandedOver), (order.State, order.Kind, order.Proof));
        Assert.Equal(2, land.Actions);
    }

    [Fact]
    public async Task A_matter_with_several_departments_is_listed_never_guessed()
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");

        var draft = await asker.SayAsync("点单，村里有人烧秸秆，我们不知道罚多少合适");
        var sent = await asker.PressAsync("请市生态环境局");

        Assert.Equal("请市生态环境局", draft.Labels[0]);
        Assert.Contains("提请会商", draft.Labels);
        Assert.Contains("已赋权乡镇", draft.Text, StringComparison.Ordinal);
        Assert.StartsWith("已派给市生态环境局", sent.Title, StringComparison.Ordinal);
        Assert.Equal(2, asker.Actions);
    }

    [Fact]
    public async Task What_is_typed_while_the_draft_is_open_changes_it()
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");
        await asker.SayAsync(Canteen);

        await asker.SayAsync("改成三个人");
        await asker.SayAsync("日期改到周四");
        var changed = await asker.SayAsync("有一家后厨有活老鼠");
        await asker.SayAsync("1");

        Assert.Contains("3人", changed.Text, StringComparison.Ordinal);
        var order = await bot.OnlyOrderAsync();
        Assert.Equal((3, new DateOnly(2026, 11, 26)), (order.PeopleWanted, order.WishedOn));
        Assert.EndsWith("有一家后厨有活老鼠", order.Account, StringComparison.Ordinal);
        Assert.DoesNotContain("改成", order.Account, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_leads_to_an_order_and_urgency_needs_a_listed_ground()
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");

        var menu = await asker.SayAsync("点单");
        await asker.PressAsync("专业认定、鉴定检测");
        await asker.SayAsync("1");
        await asker.SayAsync("村口井水发黑，着急");
        var grounds = await asker.PressAsync("紧急（要选原因）");
        await asker.SayAsync("1");
        await asker.SayAsync("1");

        Assert.StartsWith("请用一两句话说清", menu.Title, StringComparison.Ordinal);
        Assert.Contains("人身、财产安全受到威胁", grounds.Labels);
        Assert.Equal((UrgentGround.Danger, OrderKind.Appraisal), ((await bot.OnlyOrderAsync()).Urgent, (await bot.OnlyOrderAsync()).Kind));
    }

    [Fact]
    public async Task Withdrawn_after_acceptance_the_department_hears_so_and_old_buttons_do_nothing()
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");
        var liaison = await TalkingPerson.EnterAsync(bot, "zhaoming");
        await asker.SayAsync(Canteen);
        await asker.SayAsync("1");
        await liaison.ListenAsync();
        var accept = liaison.Find("接单");
        await liaison.SayAsync("可以，安排老李去，明天上午九点到");

        await asker.SayAsync("撤回");
        await asker.SayAsync("1");
        var told = (await liaison.ListenAsync())[^1];
        await liaison.PressAsync(accept);
        var stale = await liaison.SayAsync("先接单");

        Assert.StartsWith("小饭桌联合检查已由樊村镇撤回", told.Title, StringComparison.Ordinal);
        Assert.Contains("撤回", stale.Title, StringComparison.Ordinal);
        Assert.Equal(OrderState.Cancelled, (await bot.OnlyOrderAsync()).State);
    }

    [Fact]
    public async Task Politeness_accepts_nothing_and_consent_to_the_card_asks_who_and_when()
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");
        var liaison = await TalkingPerson.EnterAsync(bot, "zhaoming");
        await asker.SayAsync(Canteen);
        await asker.SayAsync("1");
        await liaison.ListenAsync();

        var asked = await liaison.SayAsync("好的");
        await liaison.SayAsync("先不办");
        await liaison.SayAsync("我的待办");
        bot.Machine.Advance(TimeSpan.FromMinutes(11));
        await liaison.SayAsync("收到");
        var before = (await bot.OnlyOrderAsync()).State;
        await liaison.SayAsync("可以，安排老李去，明天上午九点到");

        Assert.StartsWith("谁去、几时到", asked.Title, StringComparison.Ordinal);
        Assert.Equal(OrderState.AwaitingAcceptance, before);
        Assert.Equal(OrderState.InHand, (await bot.OnlyOrderAsync()).State);
    }

    [Theory]
    [InlineData("31号单我们接了")]
    [InlineData("接单")]
    [InlineData("12号单完成，出动4人次，出具认定意见1份")]
    [InlineData("评价：非常满意")]
    public async Task Who_has_no_such_order_is_told_so(string sentence)
    {
        await using var bot = await Talk.StartAsync();
        var idle = await TalkingPerson.EnterAsync(bot, "renjing");

        var answer = await idle.SayAsync(sentence);

        Assert.StartsWith("没有找到您说的协助单", answer.Title, StringComparison.Ordinal);
    }

    private static async Task<(TalkingPerson Asker, TalkingPerson Liaison)> FinishedAsync(BotHost bot)
    {
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");
        var liaison = await TalkingPerson.EnterAsync(bot, "zhaoming");
        await asker.SayAsync(Canteen);
        await asker.SayAsync("1");
        await liaison.ListenAsync();
        await liaison.SayAsync("可以，安排老李去，明天上午九点到");
        await liaison.SayAsync("去了，查了3家，责令改正1家");
        await liaison.SayAsync("1");
        await asker.ListenAsync();
        return (asker, liaison);
    }
}
