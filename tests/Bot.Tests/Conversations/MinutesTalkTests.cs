using SupervisionBot.Core.Consultations.Signing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>The way of the paper in chat: sent, signed off in one tap or in words, on paper, sent back, issued.</summary>
public sealed class MinutesTalkTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("同意签发")]
    [InlineData("签发")]
    public async Task The_chair_signs_off_in_one_and_the_office_issues_in_one(string? said)
    {
        await using var bot = await Papers.StartAsync();
        var chair = await TalkingPerson.EnterAsync(bot, Papers.Chair);
        var office = await TalkingPerson.EnterAsync(bot, Papers.Office);
        var paper = await bot.WaitingAsync();
        await bot.SettleAsync();
        await chair.ListenAsync();

        var signed = said is null ? await chair.PressAsync("1 签发") : await chair.SayAsync(said);
        await office.ListenAsync();
        var issued = await office.PressAsync("印发");

        Assert.StartsWith("已签发：汾河滩", signed.Title, StringComparison.Ordinal);
        Assert.StartsWith("已印发：汾河滩", issued.Title, StringComparison.Ordinal);
        Assert.Contains("市自然资源局、市水务局、阳村街道", issued.Text, StringComparison.Ordinal);
        Assert.Equal(MinutesState.Issued, await bot.StateAsync(paper));
        Assert.Equal((1, 1), (chair.Actions, office.Actions));
    }

    [Fact]
    public async Task A_leader_without_any_paper_is_told_so()
    {
        await using var bot = await Papers.StartAsync();
        var chair = await TalkingPerson.EnterAsync(bot, Papers.OtherChair);

        Assert.Equal("现在没有等您签发的文稿。", (await chair.SayAsync("同意签发")).Title);
    }

    [Fact]
    public async Task With_several_papers_the_matter_decides_or_it_is_asked()
    {
        await using var bot = await Papers.StartAsync();
        var chair = await TalkingPerson.EnterAsync(bot, Papers.OtherChair);
        var sand = await bot.WaitingAsync();
        var bricks = await bot.WaitingAsync("砖厂料场扬尘由谁查处的问题");

        var which = await chair.SayAsync("同意签发");
        Assert.Equal(2, which.Labels.Count);
        await chair.SayAsync("砖厂那份同意签发");

        Assert.Equal(MinutesState.SignedOff, await bot.StateAsync(bricks));
        Assert.Equal(MinutesState.AwaitingSignOff, await bot.StateAsync(sand));
    }

    [Theory]
    [InlineData("签发了吗")]
    [InlineData("先不签发")]
    [InlineData("怎么签发")]
    public async Task A_question_or_a_refusal_signs_nothing(string said)
    {
        await using var bot = await Papers.StartAsync();
        var chair = await TalkingPerson.EnterAsync(bot, Papers.Chair);
        var paper = await bot.WaitingAsync();

        await chair.SayAsync(said);

        Assert.Equal(MinutesState.AwaitingSignOff, await bot.StateAsync(paper));
    }

    [Fact]
    public async Task What_was_signed_on_paper_is_entered_in_words_and_taken_back_by_the_leader_named()
    {
        await using var bot = await Papers.StartAsync();
        var office = await TalkingPerson.EnterAsync(bot, Papers.Office);
        var leader = await TalkingPerson.EnterAsync(bot, Papers.OtherChair);
        var paper = await bot.WaitingAsync();

        var entered = await office.SayAsync("杨局长在纸上签了");
        await leader.ListenAsync();
        var revoked = await leader.PressAsync("撤回");

        Assert.Contains("杨建国同志已在纸质稿上签发，刘洋代录", entered.Title, StringComparison.Ordinal);
        Assert.StartsWith("已撤回代录的签发", revoked.Title, StringComparison.Ordinal);
        Assert.Contains("签发", revoked.Labels);
        Assert.Equal(MinutesState.AwaitingSignOff, await bot.StateAsync(paper));
        Assert.Equal((1, 1), (office.Actions, leader.Actions));
    }

    [Fact]
    public async Task A_leader_nobody_knows_is_asked_about()
    {
        await using var bot = await Papers.StartAsync();
        var office = await TalkingPerson.EnterAsync(bot, Papers.Office);
        var paper = await bot.WaitingAsync();

        var which = await office.SayAsync("李书记在纸上签了");
        Assert.Equal(MinutesState.AwaitingSignOff, await bot.StateAsync(paper));
        await office.PressAsync("王秀英");

        Assert.Equal("是哪位领导签的？", which.Title);
        Assert.Equal(MinutesState.SignedOff, await bot.StateAsync(paper));
    }

    [Fact]
    public async Task The_office_sends_waits_for_the_limit_and_closes_the_round()
    {
        await using var bot = await Papers.StartAsync();
        var office = await TalkingPerson.EnterAsync(bot, Papers.Office);
        var paper = await bot.CompiledAsync();

        var sent = await office.SayAsync("送会签");
        await bot.DoAsync(Papers.Water, new CountersignMinutes(paper.Id, null, null, CountersignChoice.Agree, null));
        var early = await office.SayAsync("结束会签");
        bot.Machine.Advance(TimeSpan.FromDays(2));
        await bot.Get<Core.Deadlines.Sweep>().RunAsync(TestContext.Current.CancellationToken);
        var later = await TalkingPerson.EnterAsync(bot, Papers.Office);
        var closed = await later.SayAsync("结束会签");

        Assert.Contains("已请市自然资源局、市水务局、阳村街道会签", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("已报签发", early.Title, StringComparison.Ordinal);
        Assert.StartsWith("已报签发", closed.Title, StringComparison.Ordinal);
        Assert.Contains("市自然资源局、阳村街道逾期未反馈", closed.Text, StringComparison.Ordinal);
        Assert.Equal(MinutesState.AwaitingSignOff, await bot.StateAsync(paper));
    }

    [Fact]
    public async Task The_second_of_two_chairs_learns_who_was_first_and_how_it_stands()
    {
        await using var bot = await Papers.StartAsync();
        var chair = await TalkingPerson.EnterAsync(bot, Papers.Chair);
        var other = await TalkingPerson.EnterAsync(bot, Papers.OtherChair);
        var paper = await bot.WaitingAsync();
        await bot.SettleAsync();
        await chair.ListenAsync();
        var late = chair.Find("退回，说一句");
        await other.SayAsync("同意签发");

        await chair.PressAsync(late);
        var answer = await chair.SayAsync("第一条改一下");

        Assert.StartsWith("这件已由杨建国同志处理", answer.Title, StringComparison.Ordinal);
        Assert.Contains("已签发，待印发", answer.Text, StringComparison.Ordinal);
        Assert.Equal(MinutesState.SignedOff, await bot.StateAsync(paper));
    }

    [Fact]
    public async Task Progress_of_a_paper_is_told_by_the_number_of_its_session()
    {
        await using var bot = await Papers.StartAsync();
        var water = await TalkingPerson.EnterAsync(bot, Papers.Water);
        var paper = await bot.CountersigningAsync();

        var answer = await water.SayAsync($"{paper.Number}到哪了");

        Assert.Contains("会签中", answer.Title, StringComparison.Ordinal);
        Assert.Contains("还没有会签", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("市自然资源局", answer.Text, StringComparison.Ordinal);
        Assert.Contains("同意", answer.Labels);
    }
}
