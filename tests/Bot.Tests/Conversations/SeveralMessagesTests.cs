using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>A matter told in several messages, and one that was not understood: nothing of it is lost, and nobody types it twice.</summary>
public sealed class SeveralMessagesTests
{
    private static readonly string[] Told = ["三岔路口那个废品站", "把人行道全占了", "城管说归市监，市监说归城管", "想请专班协调一下"];

    [Fact]
    public async Task Four_lines_of_one_matter_get_one_answer_and_make_one_draft()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        foreach (var line in Told)
        {
            await clerk.PostAsync(line);
            await bot.RunTurnsAsync();
            bot.Machine.Advance(TimeSpan.FromSeconds(0.3));
        }

        await bot.SettleAsync();
        var answer = Assert.Single(await clerk.ListenAsync());
        await clerk.SayAsync("1");

        Assert.StartsWith("按会商拟好了", answer.Title, StringComparison.Ordinal);
        Assert.Contains("议题：三岔路口那个废品站", answer.Text, StringComparison.Ordinal);
        var account = (await bot.OnlyAsync()).Account;
        Assert.StartsWith("三岔路口那个废品站，把人行道全占了，城管说归市监，市监说归城管", account, StringComparison.Ordinal);
        Assert.Contains("想请专班协调一下", account, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_that_nobody_understood_are_answered_once()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.PostAsync(Told[0]);
        await bot.RunTurnsAsync();
        bot.Machine.Advance(TimeSpan.FromSeconds(1));
        await clerk.PostAsync(Told[1]);
        await bot.SettleAsync();

        var answer = Assert.Single(await clerk.ListenAsync());

        Assert.StartsWith("没有看准", answer.Title, StringComparison.Ordinal);
        Assert.Equal(["发起会商", "点单"], answer.Labels);
    }

    [Theory]
    [InlineData("1", "按会商拟好了")]
    [InlineData("发起会商", "按会商拟好了")]
    [InlineData("2", "请您核对")]
    [InlineData("点单", "请您核对")]
    public async Task What_was_not_understood_is_not_typed_again(string chosen, string drafted)
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Told[0]);
        await clerk.SayAsync(Told[1]);

        var draft = await clerk.SayAsync(chosen);

        Assert.StartsWith(drafted, draft.Title, StringComparison.Ordinal);
        Assert.Contains("三岔路口那个废品站", draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_department_is_offered_no_order()
    {
        await using var bot = await Talk.StartAsync();
        var liaison = await TalkingPerson.EnterAsync(bot, "zhaoming");

        var answer = await liaison.SayAsync(Told[0]);

        Assert.DoesNotContain("点单", answer.Labels);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(4, false)]
    public async Task What_was_said_long_before_or_of_something_else_is_not_put_in_front(int minutes, bool elsewhere)
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Told[0]);
        bot.Machine.Advance(TimeSpan.FromMinutes(minutes));
        if (elsewhere)
        {
            await clerk.SayAsync("我的待办");
        }

        await clerk.SayAsync(Talk.Sand);
        await clerk.SayAsync("1");

        Assert.Equal(Talk.Sand, (await bot.OnlyAsync()).Account);
    }

    [Fact]
    public async Task The_same_said_again_in_other_words_is_not_doubled()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync("三岔路口那个废品站把人行道占了");
        const string again = "三岔路口那个废品站把人行道占了，城管说归市监，市监说归城管，想请专班协调一下";

        await clerk.SayAsync(again);
        await clerk.SayAsync("1");

        Assert.Equal(again, (await bot.OnlyAsync()).Account);
    }
}
