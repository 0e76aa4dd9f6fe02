using SupervisionBot.Core.Consultations;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>A question that wants a sentence: what is said to it is the answer, unless it is plainly none.</summary>
public sealed class QuestionTests
{
    [Theory]
    [InlineData("算了，不退了")]
    [InlineData("不退了")]
    [InlineData("先不办")]
    [InlineData("取消")]
    [InlineData("取消吧")]
    [InlineData("算了")]
    public async Task Dismissal_drops_the_question(string said)
    {
        await using var bot = await Talk.StartAsync();
        var leader = await AskedAsync(bot);

        var answer = await leader.SayAsync(said);
        await leader.SayAsync("1");

        Assert.Equal("好，先不办。", answer.Title);
        Assert.Equal(ConsultationState.AwaitingRelease, (await bot.OnlyAsync()).State);
    }

    [Theory]
    [InlineData("我的待办")]
    [InlineData("查进度")]
    [InlineData("帮助")]
    [InlineData("12号到哪了")]
    [InlineData("HS-2026-0012")]
    [InlineData("谢谢")]
    public async Task Another_question_is_answered_and_this_one_stays(string said)
    {
        await using var bot = await Talk.StartAsync();
        var leader = await AskedAsync(bot);

        await leader.SayAsync(said);
        var between = (await bot.OnlyAsync()).State;
        await leader.SayAsync("写清楚是哪一段河道");

        var sent = await bot.OnlyAsync();
        Assert.Equal(ConsultationState.AwaitingRelease, between);
        Assert.Equal((ConsultationState.SentBack, "写清楚是哪一段河道"), (sent.State, sent.ReturnReason));
    }

    [Theory]
    [InlineData("没有附现场照片")]
    [InlineData("12号那天的照片没有附")]
    [InlineData("不归我们镇报，由县里统一报")]
    public async Task Everything_else_is_the_answer(string said)
    {
        await using var bot = await Talk.StartAsync();
        var leader = await AskedAsync(bot);

        await leader.SayAsync(said);

        Assert.Equal(said, (await bot.OnlyAsync()).ReturnReason);
    }

    private static async Task<TalkingPerson> AskedAsync(BotHost bot)
    {
        var leader = await TalkingPerson.EnterAsync(bot, "wangzhigang");
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);
        await clerk.SayAsync("1");
        await leader.ListenAsync();
        await leader.PressAsync("退回，说一句");
        return leader;
    }
}
