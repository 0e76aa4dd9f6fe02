using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>What departments and townships say of orders in everyday words does what they mean and nothing else.</summary>
public sealed class OrderWordsTests
{
    private const string Canteen = "点一单，请市监局派两个人明天来帮忙查一下小饭桌";

    [Theory]
    [InlineData("可以，安排老张28号上午去", "老张", 28, null)]
    [InlineData("可以，二中队老李后天上午九点到", "二中队老李", 25, 9)]
    [InlineData("能去，周二不行，周三可以，安排老张", "老张", 25, null)]
    [InlineData("收到{N}单，明天上午安排老张去", "老张", 24, null)]
    public async Task An_acceptance_says_who_and_when(string words, string who, int day, int? hour)
    {
        await using var bot = await Talk.StartAsync();
        var (_, liaison) = await OrderedAsync(bot);

        await liaison.SayAsync(await NumberedAsync(bot, words));

        var order = await bot.OnlyOrderAsync();
        Assert.Equal(OrderState.InHand, order.State);
        Assert.Equal((who, new DateOnly(2026, 11, day)), (order.AssignedTo, order.AgreedOn));
        Assert.Equal(hour, order.AgreedTime?.Hour);
    }

    [Theory]
    [InlineData("{N}单还有几天到期")]
    [InlineData("{N}单我们正在请示局长，还没定")]
    [InlineData("{N}单的材料没收到")]
    [InlineData("周五的会我参加不了，让小李去")]
    [InlineData("请公安局周四上午来配合我们查黑作坊")]
    [InlineData("{N}单是27号到期还是28号到期")]
    public async Task Whoever_asks_hesitates_or_speaks_of_something_else_has_not_accepted(string words)
    {
        await using var bot = await Talk.StartAsync();
        var (asker, liaison) = await OrderedAsync(bot);

        await liaison.SayAsync(await NumberedAsync(bot, words));

        Assert.NotEqual(OrderState.InHand, (await bot.OnlyOrderAsync()).State);
        Assert.DoesNotContain(await asker.ListenAsync(), m => m.Title.StartsWith("已接单", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Which_order_is_meant_is_asked_and_the_sentence_goes_to_the_one_chosen()
    {
        await using var bot = await Talk.StartAsync();
        var (asker, liaison) = await OrderedAsync(bot);
        await asker.SayAsync("点一单，请市监局明天来查一下超市过期食品");
        await asker.SayAsync("1");
        await liaison.SayAsync("我的待办");

        var which = await liaison.SayAsync("可以，安排老李去，明天上午九点到");
        var accepted = await liaison.SayAsync("1");

        Assert.StartsWith("说的是哪一单", which.Title, StringComparison.Ordinal);
        Assert.StartsWith("已接单：老李", accepted.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_time_is_asked_for_in_words()
    {
        await using var bot = await Talk.StartAsync();
        var (_, liaison) = await OrderedAsync(bot);
        await liaison.SayAsync("可以，安排老李明天去");

        var asked = await liaison.SayAsync(await NumberedAsync(bot, "{N}单办不完，申请延期到12月1日，检测要排队"));

        Assert.StartsWith("已报专班办公室", asked.Title, StringComparison.Ordinal);
        Assert.Equal(OrderState.InHand, (await bot.OnlyOrderAsync()).State);
    }

    [Theory]
    [InlineData("镇上砖厂这个事十分紧急，想请专班开个会，住建说归环保，环保说归住建")]
    [InlineData("群众对这回的处理很不满意，想请专班开个会")]
    public async Task A_new_matter_rates_no_order(string words)
    {
        await using var bot = await Talk.StartAsync();
        var (asker, liaison) = await OrderedAsync(bot);
        await liaison.SayAsync("可以，安排老李明天去");
        await liaison.SayAsync("去了，查了3家，当场责令改正");
        await liaison.SayAsync("1");
        await asker.ListenAsync();

        var answer = await asker.SayAsync(words);

        Assert.Null((await bot.OnlyOrderAsync()).Rating);
        Assert.StartsWith("按会商拟好了", answer.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_complaint_may_be_taken_back_in_words_while_it_is_looked_into()
    {
        await using var bot = await Talk.StartAsync();
        var (asker, liaison) = await OrderedAsync(bot);
        await liaison.SayAsync("可以，安排老李明天去");
        await liaison.SayAsync("去了，查了3家，当场责令改正");
        await liaison.SayAsync("1");
        await asker.SayAsync("不满意，说来了其实没进店");
        var before = (await bot.OnlyOrderAsync()).State;

        await asker.SayAsync("改成满意");

        Assert.Equal(OrderState.AwaitingCheck, before);
        Assert.Equal((OrderState.Rated, OrderRating.Satisfied), ((await bot.OnlyOrderAsync()).State, (await bot.OnlyOrderAsync()).Rating));
    }

    [Fact]
    public async Task What_was_seized_is_no_number()
    {
        await using var bot = await Talk.StartAsync();
        var (_, liaison) = await OrderedAsync(bot);
        await liaison.SayAsync("可以，安排老李明天去");

        var read = await liaison.SayAsync("去了，查扣设备12件，当场责令改正");

        Assert.StartsWith("按这个办结", read.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("叫樊村幸福敬老院，一共6个老人拉肚子，3个送医院了", "叫樊村幸福敬老院")]
    [InlineData("补材料 沙场在干涧河桥东200米", "沙场在干涧河桥东200米")]
    [InlineData("沙场在干涧河桥东8号楼旁边，28号拍的照片", "沙场在干涧河桥东8号楼旁边")]
    [InlineData("{N}单补充一下：沙场在干涧河桥东200米", "沙场在干涧河桥东200米")]
    public async Task Material_that_was_asked_for_is_simply_sent(string words, string kept)
    {
        await using var bot = await Talk.StartAsync();
        var (asker, liaison) = await OrderedAsync(bot);
        await liaison.SayAsync("位置不清楚，请补充具体位置和照片");
        await asker.ListenAsync();

        var todos = await asker.SayAsync("我的待办");
        await asker.SayAsync("1");
        var supplied = await asker.SayAsync(await NumberedAsync(bot, words));

        Assert.Contains("补材料", todos.Text + string.Concat(todos.Labels), StringComparison.Ordinal);
        Assert.StartsWith("已补材料", supplied.Title, StringComparison.Ordinal);
        Assert.Contains(kept, (await bot.OnlyOrderAsync()).Account, StringComparison.Ordinal);
        Assert.DoesNotContain("补充一下", (await bot.OnlyOrderAsync()).Account, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_is_added_in_passing_where_the_number_says_to_what()
    {
        await using var bot = await Talk.StartAsync();
        var (asker, liaison) = await OrderedAsync(bot);

        var added = await asker.SayAsync(await NumberedAsync(bot, "{N}补充一句 家属已经闹到镇里了"));
        var told = (await liaison.ListenAsync())[^1];

        Assert.StartsWith("已补充", added.Title, StringComparison.Ordinal);
        Assert.EndsWith("家属已经闹到镇里了", (await bot.OnlyOrderAsync()).Account, StringComparison.Ordinal);
        Assert.Contains("家属已经闹到镇里了", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_still_is_not_denied()
    {
        await using var bot = await Talk.StartAsync();
        var (_, liaison) = await OrderedAsync(bot);
        await liaison.SayAsync("位置不清楚，请补充具体位置和照片");

        var answer = await liaison.SayAsync(await NumberedAsync(bot, "{N}单办结了"));

        Assert.Contains("待补材料", answer.Title + answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{N}单到哪了")]
    [InlineData("好的")]
    [InlineData("汾河滩有人夜里挖砂，水务局说归自规局，自规局说归水务局，想请专班开个会")]
    public async Task What_is_no_material_is_not_passed_on(string words)
    {
        await using var bot = await Talk.StartAsync();
        var (asker, liaison) = await OrderedAsync(bot);
        await liaison.SayAsync("位置不清楚，请补充具体位置和照片");
        await asker.ListenAsync();

        await asker.SayAsync(await NumberedAsync(bot, words));

        Assert.Equal(OrderState.AwaitingMaterial, (await bot.OnlyOrderAsync()).State);
    }

    [Fact]
    public async Task What_is_said_after_a_list_of_several_matters_goes_to_none_of_them()
    {
        await using var bot = await Talk.StartAsync();
        var (asker, liaison) = await OrderedAsync(bot);
        await liaison.SayAsync("位置不清楚，请补充具体位置和照片");
        await asker.SayAsync("点一单，请市监局明天来查一下超市过期食品");
        await asker.SayAsync("1");
        await liaison.SayAsync("位置不清楚，请补充具体位置和照片");
        await asker.SayAsync("我的待办");

        await asker.SayAsync("三岔路口那个废品站把人行道全占了");

        Assert.All(await bot.OrdersAsync(), order => Assert.Equal(OrderState.AwaitingMaterial, order.State));
    }

    private static async Task<string> NumberedAsync(BotHost bot, string words) =>
        words.Replace("{N}", $"{RecordNumber.Sequence((await bot.OnlyOrderAsync()).Number)}号", StringComparison.Ordinal);

    private static async Task<(TalkingPerson Asker, TalkingPerson Liaison)> OrderedAsync(BotHost bot)
    {
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");
        var liaison = await TalkingPerson.EnterAsync(bot, "zhaoming");
        await asker.SayAsync(Canteen);
        await asker.SayAsync("1");
        await liaison.ListenAsync();
        return (asker, liaison);
    }
}
