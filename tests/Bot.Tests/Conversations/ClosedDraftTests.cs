using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>Buttons of a draft that is closed: sent, they answer as before; dropped, they do nothing.</summary>
public sealed class ClosedDraftTests
{
    private const string Canteen = "点一单，请市监局派两个人明天来帮忙查一下小饭桌";
    private const string Gone = "这个按钮已经不能用了";
    private const string Material =
        "经验标题：一网统管治秸秆\n下化乡把网格员、护林员编成一支队伍，今年火点由27处降到3处，做法是分片包干、日巡夜查、发现就报。";

    [Fact]
    public async Task A_dropped_order_is_not_placed_by_its_older_card()
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await asker.SayAsync(Canteen);
        var send = asker.Find("派出");
        await asker.PressAsync("不点了");

        var late = await asker.PressAsync(send);

        Assert.StartsWith(Gone, late.Title, StringComparison.Ordinal);
        Assert.Equal(0, await OrdersAsync(bot));
    }

    [Fact]
    public async Task What_became_a_consultation_is_not_placed_as_an_order_as_well()
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await asker.SayAsync("点单，村里有人烧秸秆，我们不知道罚多少合适");
        var send = asker.Find("请市生态环境局");
        await asker.PressAsync("提请会商");

        var late = await asker.PressAsync(send);

        Assert.StartsWith(Gone, late.Title, StringComparison.Ordinal);
        Assert.Equal(0, await OrdersAsync(bot));
    }

    [Theory]
    [InlineData("报王志刚同志审签")]
    [InlineData("补充几句")]
    [InlineData("先不报")]
    public async Task A_dropped_consultation_is_left_alone_by_its_card(string label)
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);
        var button = clerk.Find(label);
        await clerk.SayAsync("取消");

        var late = await clerk.PressAsync(button);

        Assert.StartsWith(Gone, late.Title, StringComparison.Ordinal);
        Assert.Empty(await bot.StartedAsync());
    }

    [Fact]
    public async Task An_amended_consultation_is_amended_once_however_often_the_button_is_pressed()
    {
        await using var bot = await Talk.StartAsync();
        var (clerk, leader) = (await TalkingPerson.EnterAsync(bot, "lihaiying"), await TalkingPerson.EnterAsync(bot, "wangzhigang"));
        await clerk.SayAsync(Talk.Sand);
        await clerk.SayAsync("1");
        await leader.ListenAsync();
        await leader.PressAsync("退回，说一句");
        await leader.SayAsync("写清楚是哪一段河道");
        await clerk.ListenAsync();
        await clerk.PressAsync("修改后再报");
        var send = clerk.Find("报王志刚同志审签");

        var first = await clerk.PressAsync(send);
        var again = await clerk.PressAsync(send);

        Assert.Equal(first.Text, again.Text);
        Assert.Equal(1, await AmendmentsAsync(bot, nameof(ConsultationAction.Amend)));
    }

    [Fact]
    public async Task A_dropped_amendment_of_a_practice_does_not_answer_as_sent_and_a_sent_one_answers_the_same()
    {
        await using var bot = await Talk.StartAsync();
        var (clerk, leader) = (await TalkingPerson.EnterAsync(bot, "lihaiying"), await TalkingPerson.EnterAsync(bot, "wangzhigang"));
        await clerk.SayAsync("报送典型经验");
        await clerk.SayAsync(Material);
        await clerk.SayAsync("好了");
        await clerk.PressAsync("审签");
        await leader.ListenAsync();
        await leader.PressAsync("退回，说一句");
        await leader.SayAsync("补上前后对比");
        await clerk.ListenAsync();
        var amend = clerk.Find("修改后再报");
        await clerk.PressAsync(amend);
        var dropped = clerk.Find("审签");
        await clerk.SayAsync("取消");

        var late = await clerk.PressAsync(dropped);
        await clerk.PressAsync(amend);
        var send = clerk.Find("审签");
        var first = await clerk.PressAsync(send);
        var again = await clerk.PressAsync(send);

        Assert.StartsWith(Gone, late.Title, StringComparison.Ordinal);
        Assert.StartsWith("已报", first.Title, StringComparison.Ordinal);
        Assert.Equal(first.Text, again.Text);
        Assert.Equal(1, await AmendmentsAsync(bot, nameof(PracticeAction.Amend)));
    }

    private static Task<int> OrdersAsync(BotHost bot) =>
        bot.ReadAsync((db, token) => db.AssistanceOrders.CountAsync(o => o.PlacedAt >= TestClock.Start, token));

    private static Task<int> AmendmentsAsync(BotHost bot, string action) =>
        bot.ReadAsync((db, token) => db.History.CountAsync(h => h.Action == action && h.At >= TestClock.Start, token));
}
