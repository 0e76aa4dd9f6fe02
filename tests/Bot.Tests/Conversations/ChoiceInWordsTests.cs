using SupervisionBot.Core.Consultations;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>A choice works by its word, as people say it: 同意, 好，报吧, 退回，缺照片.</summary>
public sealed class ChoiceInWordsTests
{
    [Theory]
    [InlineData("同意")]
    [InlineData("同意。")]
    [InlineData("好，报吧")]
    [InlineData("可以，同意")]
    [InlineData("同意报送，请尽快")]
    [InlineData("行")]
    [InlineData("就这样报吧")]
    public async Task A_leader_releases_in_words(string said)
    {
        await using var bot = await Talk.StartAsync();
        var leader = await AskedLeaderAsync(bot);

        var answer = await leader.SayAsync(said);

        Assert.Equal(ConsultationState.AwaitingAdmission, (await bot.OnlyAsync()).State);
        Assert.DoesNotContain("没有看准", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("不同意")]
    [InlineData("同意吗")]
    [InlineData("可以先等等吗")]
    [InlineData("同意，但要把照片补上")]
    [InlineData("好的")]
    [InlineData("收到")]
    public async Task What_is_not_plain_assent_releases_nothing(string said)
    {
        await using var bot = await Talk.StartAsync();
        var leader = await AskedLeaderAsync(bot);

        await leader.SayAsync(said);

        Assert.Equal(ConsultationState.AwaitingRelease, (await bot.OnlyAsync()).State);
    }

    [Theory]
    [InlineData("退回，现场照片没有附", "现场照片没有附")]
    [InlineData("退回：写清楚是哪一段", "写清楚是哪一段")]
    [InlineData("退回吧，写清楚是哪一段", "写清楚是哪一段")]
    public async Task A_leader_sends_back_with_the_reason_in_one_sentence(string said, string reason)
    {
        await using var bot = await Talk.StartAsync();
        var leader = await AskedLeaderAsync(bot);

        await leader.SayAsync(said);

        var sent = await bot.OnlyAsync();
        Assert.Equal((ConsultationState.SentBack, reason), (sent.State, sent.ReturnReason));
    }

    [Theory]
    [InlineData("退回")]
    [InlineData("退回吧")]
    public async Task The_verb_alone_asks_for_the_reason(string said)
    {
        await using var bot = await Talk.StartAsync();
        var leader = await AskedLeaderAsync(bot);

        var asked = await leader.SayAsync(said);

        Assert.Contains("退回原因", asked.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assent_does_not_withdraw()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);
        await clerk.SayAsync("1");
        await clerk.SayAsync("撤回");

        await clerk.SayAsync("好，就这样");

        Assert.Equal(ConsultationState.AwaitingRelease, (await bot.OnlyAsync()).State);
    }

    private static async Task<TalkingPerson> AskedLeaderAsync(Testing.BotHost bot)
    {
        var leader = await TalkingPerson.EnterAsync(bot, "wangzhigang");
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);
        await clerk.SayAsync("1");
        await leader.ListenAsync();
        return leader;
    }
}
