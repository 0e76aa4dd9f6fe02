using SupervisionBot.Core.Consultations;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>How many messages and taps a job may cost (docs: the action budget), on the paths that people take.</summary>
public sealed class ActionBudgetTests
{
    [Fact]
    public async Task A_complete_sentence_becomes_a_consultation_in_three()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");

        var draft = await clerk.SayAsync(Talk.Sand);
        await clerk.SayAsync("上周给两家都打过电话没谈拢，我们觉得在堤里头，应该水务管");
        var sent = await clerk.SayAsync("1");

        Assert.StartsWith("按会商拟好了", draft.Title, StringComparison.Ordinal);
        Assert.StartsWith("已报王志刚同志审签", sent.Title, StringComparison.Ordinal);
        Assert.Equal(ConsultationState.AwaitingRelease, (await bot.OnlyAsync()).State);
        Assert.True(clerk.Actions <= 3, $"{clerk.Actions} actions");
    }

    [Fact]
    public async Task A_leader_releases_in_one()
    {
        await using var bot = await Talk.StartAsync();
        var leader = await TalkingPerson.EnterAsync(bot, "wangzhigang");
        await SendSandAsync(await TalkingPerson.EnterAsync(bot, "lihaiying"));
        await leader.ListenAsync();

        var released = await leader.PressAsync("同意报送");

        Assert.StartsWith("已同意报送", released.Title, StringComparison.Ordinal);
        Assert.Equal(ConsultationState.AwaitingAdmission, (await bot.OnlyAsync()).State);
        Assert.Equal(1, leader.Actions);
    }

    [Fact]
    public async Task What_the_leader_agreed_to_by_telephone_is_entered_in_one()
    {
        await using var bot = await Talk.StartAsync();
        var leader = await TalkingPerson.EnterAsync(bot, "wangzhigang");
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await SendSandAsync(clerk);
        var before = clerk.Actions;

        var entered = await clerk.SayAsync("王主任在村里，电话上同意了");
        var told = (await leader.ListenAsync())[^1];
        var revoked = await leader.PressAsync("撤回");

        Assert.Equal(1, clerk.Actions - before);
        Assert.Contains("王志刚同志电话同意，李海英代录", entered.Title, StringComparison.Ordinal);
        Assert.Contains("已按您的电话意见报送", told.Title, StringComparison.Ordinal);
        Assert.StartsWith("已撤回这次同意", revoked.Title, StringComparison.Ordinal);
        Assert.Equal(ConsultationState.AwaitingRelease, (await bot.OnlyAsync()).State);
    }

    [Fact]
    public async Task The_office_admits_and_invites_in_writing_in_three()
    {
        await using var bot = await Talk.StartAsync();
        var office = await TalkingPerson.EnterAsync(bot, "liuyang");
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await SendSandAsync(clerk);
        await clerk.SayAsync("领导电话同意了");
        await office.ListenAsync();

        await office.PressAsync("书面征求意见");

        var admitted = await bot.OnlyAsync();
        Assert.Equal(ConsultationState.SeekingViews, admitted.State);
        Assert.Equal(2, admitted.InvitedUnits.Count);
        Assert.True(office.Actions <= 3, $"{office.Actions} actions");
    }

    [Fact]
    public async Task Without_units_the_office_still_needs_only_three()
    {
        await using var bot = await Talk.StartAsync();
        var office = await TalkingPerson.EnterAsync(bot, "liuyang");
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync("发起会商");
        await clerk.SayAsync("老戏台后面那堵墙要倒，不知道该找谁管，想请专班开个会");
        await clerk.PressAsync("审签");
        await clerk.SayAsync("领导电话同意了");
        await office.ListenAsync();

        await office.PressAsync("书面征求意见");
        await office.SayAsync("住建局、文旅局");

        var admitted = await bot.OnlyAsync();
        Assert.Equal(ConsultationState.SeekingViews, admitted.State);
        Assert.Equal(2, admitted.InvitedUnits.Count);
        Assert.True(office.Actions <= 3, $"{office.Actions} actions");
    }

    [Fact]
    public async Task A_department_gives_its_view_in_two()
    {
        await using var bot = await Talk.StartAsync();
        var liaison = await TalkingPerson.EnterAsync(bot, "yuanmei");
        await AdmitSandAsync(bot);
        await liaison.ListenAsync();

        await liaison.PressAsync("我局意见");
        var taken = await liaison.SayAsync("由我局牵头查处，依据：河道管理条例第三十五条");

        Assert.StartsWith("意见已收", taken.Title, StringComparison.Ordinal);
        Assert.Single((await bot.OnlyAsync()).InvitedUnits, i => i.ViewAt is not null);
        Assert.True(liaison.Actions <= 2, $"{liaison.Actions} actions");
    }

    [Fact]
    public async Task A_department_without_a_view_says_so_in_one()
    {
        await using var bot = await Talk.StartAsync();
        var liaison = await TalkingPerson.EnterAsync(bot, "yuanmei");
        await AdmitSandAsync(bot);
        await liaison.ListenAsync();

        await liaison.PressAsync("无意见");

        Assert.Single((await bot.OnlyAsync()).InvitedUnits, i => i.ViewAt is not null);
        Assert.Equal(1, liaison.Actions);
    }

    [Fact]
    public async Task A_liaison_whom_nothing_concerns_hears_nothing()
    {
        await using var bot = await Talk.StartAsync();
        var idle = await TalkingPerson.EnterAsync(bot, "renjing");
        await AdmitSandAsync(bot);

        Assert.Empty(await idle.ListenAsync());
    }

    private static async Task SendSandAsync(TalkingPerson clerk)
    {
        await clerk.SayAsync(Talk.Sand);
        await clerk.PressAsync("审签");
    }

    private static async Task AdmitSandAsync(Testing.BotHost bot)
    {
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        var office = await TalkingPerson.EnterAsync(bot, "liuyang");
        await SendSandAsync(clerk);
        await clerk.SayAsync("领导电话同意了");
        await office.ListenAsync();
        await office.PressAsync("书面征求意见");
    }
}
