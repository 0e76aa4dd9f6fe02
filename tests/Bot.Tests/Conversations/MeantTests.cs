using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>With several things open, what is said goes to the one that is meant, and to no other.</summary>
public sealed class MeantTests
{
    private const string Canteen = "点一单，请市监局派两个人明天来帮忙查一下小饭桌";
    private const string Food = "点一单，请市监局明天来查一下超市过期食品";

    [Fact]
    public async Task The_matter_that_is_named_goes_before_the_one_shown_last()
    {
        await using var bot = await Talk.StartAsync();
        var (_, liaison) = await OrderedAsync(bot, Canteen, Food);
        await liaison.SayAsync("小饭桌那个可以，安排老李去，明天上午九点到");
        await liaison.SayAsync("过期食品那个可以，安排老王去，明天上午十点到");

        await liaison.SayAsync("小饭桌那个改到周五上午");

        var (canteen, food) = await BothAsync(bot);
        Assert.Equal(("老李", new DateOnly(2026, 11, 27)), (canteen.AssignedTo, canteen.AgreedOn));
        Assert.Equal(("老王", new DateOnly(2026, 11, 24)), (food.AssignedTo, food.AgreedOn));
    }

    [Fact]
    public async Task A_hand_back_of_one_that_was_accepted_is_not_taken_for_the_one_that_waits()
    {
        await using var bot = await Talk.StartAsync();
        var (_, liaison) = await OrderedAsync(bot, Canteen, Food);
        await liaison.SayAsync("小饭桌那个可以，安排老李去，明天上午九点到");

        await liaison.SayAsync("小饭桌那个不归我们管，该教育局办，依据校外培训条例第十一条");

        var (_, food) = await BothAsync(bot);
        Assert.Equal(OrderState.AwaitingAcceptance, food.State);
    }

    [Theory]
    [InlineData("好")]
    [InlineData("可以")]
    [InlineData("是的")]
    public async Task Assent_carries_out_what_was_shown_once_more(string assent)
    {
        await using var bot = await Talk.StartAsync();
        var (_, liaison) = await OrderedAsync(bot, Canteen);
        await liaison.SayAsync("可以，安排老李明天去");
        await liaison.SayAsync("去了，查了3家，当场责令改正");

        await liaison.SayAsync(assent);

        Assert.Equal(OrderState.Completed, (await bot.OnlyOrderAsync()).State);
    }

    [Fact]
    public async Task What_was_not_understood_leaves_what_waits_where_it_is()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        var leader = await TalkingPerson.EnterAsync(bot, "wangzhigang");
        await clerk.SayAsync(Talk.Sand);
        await clerk.SayAsync("1");
        await leader.ListenAsync();

        await leader.SayAsync("嗯这个材料写得挺细致的嘛");
        var unsure = await leader.SayAsync("字写得也大方得很哪");
        await leader.SayAsync("同意报送");

        Assert.Contains("同意报送", unsure.Labels);
        Assert.Equal(unsure.Labels.Distinct(), unsure.Labels);
        Assert.Equal(ConsultationState.AwaitingAdmission, (await bot.OnlyAsync()).State);
    }

    [Fact]
    public async Task An_order_begun_in_the_middle_of_a_consultation_is_an_order()
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");
        await asker.SayAsync(Talk.Sand);

        var order = await asker.SayAsync(Canteen);
        await asker.SayAsync("1");

        Assert.StartsWith("请您核对", order.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("挖砂", (await bot.OnlyOrderAsync()).Account, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kind_words_do_not_change_the_situation()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);

        await clerk.SayAsync("村民都很配合我们的工作，谢谢村干部配合");
        await clerk.SayAsync("1");

        Assert.Equal(Situation.CompetenceDisputed, (await bot.OnlyAsync()).Situation);
    }

    [Theory]
    [InlineData("周二执法队去看过，没人管，水务局说归自规局，自规局说归水务局，想请专班开个会")]
    [InlineData("周二又来了一次，汾河滩有人挖砂，水务局说归自规局，自规局说归水务局，想请专班开个会")]
    [InlineData("1月8日就报过，汾河滩有人挖砂，水务局说归自规局，自规局说归水务局，想请专班开个会")]
    public async Task What_has_happened_is_no_wish_for_a_day(string words)
    {
        await using var bot = await Talk.StartAsync();
        bot.Machine.Advance(TimeSpan.FromDays(4));
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");

        await clerk.SayAsync(words);
        await clerk.SayAsync("1");

        Assert.Null(await bot.ReadAsync((db, token) => db.Consultations.OrderByDescending(c => c.Number).Select(c => c.WishedAt).FirstAsync(token)));
    }

    [Fact]
    public async Task A_changed_rating_goes_to_the_one_that_was_rated()
    {
        await using var bot = await Talk.StartAsync();
        var (asker, liaison) = await OrderedAsync(bot, Canteen, Food);
        await liaison.SayAsync("小饭桌那个可以，安排老李明天去");
        await liaison.SayAsync("小饭桌那个去了，查了3家，当场责令改正");
        await liaison.SayAsync("好");
        await asker.SayAsync("基本满意");
        await liaison.SayAsync("过期食品那个可以，安排老王明天去");
        await liaison.SayAsync("过期食品那个去了，下架12件");
        await liaison.SayAsync("好");

        await asker.SayAsync("改成满意");

        var (canteen, food) = await BothAsync(bot);
        Assert.Equal((OrderRating.Satisfied, null), (canteen.Rating, food.Rating));
        Assert.Equal(OrderState.Completed, food.State);
    }

    [Fact]
    public async Task A_view_with_the_number_of_its_consultation_goes_to_that_one_and_assent_gives_it()
    {
        await using var bot = await Talk.StartAsync();
        var (number, water) = await AskedAsync(bot);

        var other = await water.SayAsync("会商9998号我局意见：由自规局查处，依据土地管理法第七十四条");
        var read = await water.SayAsync($"{number}我局意见：堤防以内由我局查处，依据河道管理条例第二十五条");
        await water.SayAsync("可以");

        Assert.DoesNotContain("就这样", other.Labels);
        Assert.Contains("就这样", read.Labels);
        var view = await bot.ReadAsync(
            (db, token) =>
                db.Consultations.Where(c => c.Number == number).SelectMany(c => c.InvitedUnits).Where(i => i.ViewAt != null).SingleAsync(token)
        );
        Assert.StartsWith("堤防以内由我局查处", view.ViewText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weekday_that_is_over_is_the_next_one()
    {
        await using var bot = await Talk.StartAsync();
        bot.Machine.Advance(TimeSpan.FromDays(4));
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");

        var draft = await asker.SayAsync("点一单，请市监局周二来2个人查一下小饭桌");

        Assert.Contains("12月1日（周二）", draft.Text, StringComparison.Ordinal);
    }

    private static async Task<(TalkingPerson Asker, TalkingPerson Liaison)> OrderedAsync(BotHost bot, params string[] orders)
    {
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");
        var liaison = await TalkingPerson.EnterAsync(bot, "zhaoming");
        foreach (var order in orders)
        {
            await asker.SayAsync(order);
            await asker.SayAsync("1");
        }

        await liaison.ListenAsync();
        return (asker, liaison);
    }

    private static async Task<(string Number, TalkingPerson Water)> AskedAsync(BotHost bot)
    {
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        var leader = await TalkingPerson.EnterAsync(bot, "wangzhigang");
        var office = await TalkingPerson.EnterAsync(bot, "liuyang");
        var water = await TalkingPerson.EnterAsync(bot, "yuanmei");
        await clerk.SayAsync(Talk.Sand);
        await clerk.SayAsync("1");
        await leader.ListenAsync();
        await leader.SayAsync("同意报送");
        await office.ListenAsync();
        await office.SayAsync("书面征求意见");
        await water.ListenAsync();
        return ((await bot.OnlyAsync()).Number, water);
    }

    private static async Task<(AssistanceOrder Canteen, AssistanceOrder Food)> BothAsync(BotHost bot) =>
        await bot.OrdersAsync() is [var canteen, var food] ? (canteen, food) : throw new InvalidOperationException("Two orders were placed.");
}
