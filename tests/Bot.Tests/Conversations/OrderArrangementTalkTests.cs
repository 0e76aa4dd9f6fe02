using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>Who comes and when is said when it is known, changed in one sentence, and the township hears of it each time it changed and no other.</summary>
public sealed class OrderArrangementTalkTests
{
    private const string Canteen = "点一单，请市监局派两个人明天来帮忙查一下小饭桌";

    [Fact]
    public async Task What_was_left_open_and_what_changes_is_one_sentence_each()
    {
        await using var bot = await Talk.StartAsync();
        var (asker, liaison) = await OrderedAsync(bot, Canteen);
        var accepted = await liaison.SayAsync("先接单");
        await asker.ListenAsync();
        var before = liaison.Actions;

        var arranged = await liaison.SayAsync("安排执法二中队老李去，明天上午九点到");
        var first = (await asker.ListenAsync())[^1];
        var changed = await liaison.SayAsync("改到后天上午十点，换成三中队老王");
        var second = (await asker.ListenAsync())[^1];
        var same = await liaison.SayAsync("改到后天上午十点，换成三中队老王");

        Assert.Contains("定了谁去、哪天到，直接发来就行", accepted.Text, StringComparison.Ordinal);
        Assert.StartsWith("已改为：执法二中队老李，11月24日（周二）09:00到樊村镇", arranged.Title, StringComparison.Ordinal);
        Assert.Contains("执法二中队老李", first.Text, StringComparison.Ordinal);
        Assert.StartsWith("已改为：三中队老王，11月25日（周三）10:00到樊村镇", changed.Title, StringComparison.Ordinal);
        Assert.StartsWith("小饭桌联合检查的安排有变（市市场监管局）", second.Title, StringComparison.Ordinal);
        Assert.Contains("和原来一样", same.Text, StringComparison.Ordinal);
        Assert.Empty(await asker.ListenAsync());
        Assert.Equal(3, liaison.Actions - before);
        Assert.Equal(OrderState.InHand, (await bot.OnlyOrderAsync()).State);
    }

    [Fact]
    public async Task The_button_asks_for_the_sentence()
    {
        await using var bot = await Talk.StartAsync();
        var (_, liaison) = await OrderedAsync(bot, Canteen);
        await liaison.SayAsync("可以，安排老李去，明天上午九点到");
        var card = await liaison.SayAsync((await bot.OnlyOrderAsync()).Number);

        var asked = await liaison.SayAsync("改约");
        var unclear = await liaison.SayAsync("再商量");
        await liaison.SayAsync("后天下午三点");

        Assert.Contains("改约", card.Labels);
        Assert.StartsWith("改成谁去、哪天几点到", asked.Title, StringComparison.Ordinal);
        Assert.StartsWith("请说明改成谁去", unclear.Title, StringComparison.Ordinal);
        var order = await bot.OnlyOrderAsync();
        Assert.Equal(("老李", new DateOnly(2026, 11, 25), new TimeOnly(15, 0)), (order.AssignedTo, order.AgreedOn, order.AgreedTime));
    }

    [Fact]
    public async Task A_sentence_that_lacked_the_day_is_not_said_again_when_the_day_is_given()
    {
        await using var bot = await Talk.StartAsync();
        var (_, liaison) = await OrderedAsync(bot, "点单，请市监局来给我们讲一次食品安全执法培训");

        var dayless = await liaison.SayAsync("可以，安排王科长去");
        await liaison.SayAsync("12月3日上午");

        Assert.StartsWith("请说明定在哪天", dayless.Title, StringComparison.Ordinal);
        var order = await bot.OnlyOrderAsync();
        Assert.Equal((OrderState.InHand, "王科长", new DateOnly(2026, 12, 3)), (order.State, order.AssignedTo, order.AgreedOn));
    }

    [Fact]
    public async Task Who_comes_is_said_of_the_order_that_waits_while_another_is_in_hand()
    {
        await using var bot = await Talk.StartAsync();
        var (asker, liaison) = await OrderedAsync(bot, Canteen);
        await liaison.SayAsync("可以，安排老李去，明天上午九点到");
        await asker.SayAsync("点单，请市监局来查一下集市上的无证摊点");
        await asker.SayAsync("1");
        await liaison.ListenAsync();

        var accepted = await liaison.SayAsync("安排老王去，后天到");
        var over = await liaison.SayAsync("小饭桌都已整改到位");

        Assert.StartsWith("已接单：老王", accepted.Title, StringComparison.Ordinal);
        Assert.StartsWith("按这个办结", over.Title, StringComparison.Ordinal);
        Assert.Equal(["老李", "老王"], (await bot.OrdersAsync()).Select(o => o.AssignedTo));
    }

    private static async Task<(TalkingPerson Asker, TalkingPerson Liaison)> OrderedAsync(BotHost bot, string order)
    {
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");
        var liaison = await TalkingPerson.EnterAsync(bot, "zhaoming");
        await asker.SayAsync(order);
        await asker.SayAsync("1");
        await liaison.ListenAsync();
        return (asker, liaison);
    }
}
