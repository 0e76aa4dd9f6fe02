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
    public async Task What_was_seized_is_no_number()
    {
        await using var bot = await Talk.StartAsync();
        var (_, liaison) = await OrderedAsync(bot);
        await liaison.SayAsync("可以，安排老李明天去");

        var read = await liaison.SayAsync("去了，查扣设备12件，当场责令改正");

        Assert.StartsWith("按这个办结", read.Title, StringComparison.Ordinal);
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
