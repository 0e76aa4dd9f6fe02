using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>报经验 in the chat (conversation.md 2.7): pieces of text that 好了 ends, or the material at once.</summary>
public sealed class PracticeTalkTests
{
    private const string First = "阳村街道“三色预警”管住秸秆露天焚烧";
    private const string Second = "一、主要做法\n按地块划分红、黄、蓝三色，红色地块每2小时巡一遍。";
    private const string Third = "二、成效\n今年秋收火点由去年的27处降到3处。";

    [Fact]
    public async Task Pasted_in_pieces_it_is_sent_in_the_order_in_which_it_came_and_answered_once()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");

        var ways = await clerk.SayAsync("经验材料写好了，1200字，发你审一下");
        await clerk.PostAsync(First);
        await clerk.PostAsync(Second);
        await clerk.PostAsync(Third);
        var heard = clerk.Heard.Count;
        var received = await clerk.AnswerAsync();
        var pieces = clerk.Heard.Count - heard;
        var draft = await clerk.SayAsync("好了");
        var sent = await clerk.SayAsync("1");

        Assert.Equal(["点这里上传文件（不用再登录）", "把文字直接贴过来，可以分几条，贴完回“好了”"], ways.Labels);
        Assert.Equal(1, pieces);
        Assert.StartsWith("已收", received.Title, StringComparison.Ordinal);
        Assert.Contains(First, draft.Text, StringComparison.Ordinal);
        Assert.Contains("2个部分：主要做法、成效", draft.Text, StringComparison.Ordinal);
        Assert.Contains("建议（不改也能报）", draft.Text, StringComparison.Ordinal);
        Assert.Equal(["报王志刚同志审签", "补充", "改标题", "先不报"], draft.Labels);
        Assert.StartsWith("已报王志刚同志审签", sent.Title, StringComparison.Ordinal);
        var practice = await OnlyAsync(bot);
        Assert.Equal($"{First}\n{Second}\n{Third}", practice.Body);
        Assert.Equal(6, clerk.Actions);
    }

    [Fact]
    public async Task Done_at_once_is_answered_with_the_draft_alone()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync("报送典型经验");
        var before = clerk.Heard.Count;

        await clerk.PostAsync(First);
        await clerk.PostAsync("好了");
        await clerk.AnswerAsync();

        Assert.Equal("经验材料拟好了，请您看一下：", Assert.Single(clerk.Heard.Skip(before)).Title);
    }

    [Fact]
    public async Task The_material_itself_is_drafted_without_another_step()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");

        await clerk.SayAsync($"报送典型经验一篇\n{First}\n{Second}\n{new string('实', 150)}\n{Third}");
        await clerk.PressAsync("好了");
        await clerk.PressAsync("审签");

        Assert.Equal(3, clerk.Actions);
        Assert.Equal(PracticeState.AwaitingRelease, (await OnlyAsync(bot)).State);
    }

    [Fact]
    public async Task Leader_and_office_decide_in_one_and_two_and_the_author_hears_why()
    {
        await using var bot = await Talk.StartAsync();
        var leader = await TalkingPerson.EnterAsync(bot, "wangzhigang");
        var office = await TalkingPerson.EnterAsync(bot, "liuyang");
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await SendAsync(clerk);
        await leader.ListenAsync();

        await leader.PressAsync("同意报送");
        await office.ListenAsync();
        await office.PressAsync("采用");
        var adopted = await office.SayAsync("做法实，数字清楚");
        await clerk.ListenAsync();

        Assert.Equal((1, 2), (leader.Actions, office.Actions));
        Assert.StartsWith("已采用", adopted.Title, StringComparison.Ordinal);
        Assert.StartsWith("已采用", clerk.Last.Title, StringComparison.Ordinal);
        Assert.Contains("做法实，数字清楚", clerk.Last.Text, StringComparison.Ordinal);
        Assert.Equal(PracticeState.Adopted, (await OnlyAsync(bot)).State);
    }

    [Fact]
    public async Task What_the_leader_agreed_to_by_telephone_is_entered_in_one_and_can_be_taken_back()
    {
        await using var bot = await Talk.StartAsync();
        var leader = await TalkingPerson.EnterAsync(bot, "wangzhigang");
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await SendAsync(clerk);
        var before = clerk.Actions;

        var entered = await clerk.SayAsync("王主任在村里，电话上同意了");
        await leader.ListenAsync();
        var revoked = await leader.PressAsync("撤回");

        Assert.Equal(1, clerk.Actions - before);
        Assert.Contains("王志刚同志电话同意，李海英代录", entered.Title, StringComparison.Ordinal);
        Assert.StartsWith("已撤回这次同意", revoked.Title, StringComparison.Ordinal);
        Assert.Equal(PracticeState.AwaitingRelease, (await OnlyAsync(bot)).State);
    }

    [Fact]
    public async Task Returned_amended_withdrawn()
    {
        await using var bot = await Talk.StartAsync();
        var office = await TalkingPerson.EnterAsync(bot, "liuyang");
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await SendAsync(clerk);
        await clerk.SayAsync("领导电话同意了");
        await office.ListenAsync();
        await office.PressAsync("退改");
        await office.SayAsync("补上前后对比");
        await clerk.ListenAsync();

        var amending = await clerk.PressAsync("修改后再报");
        await clerk.SayAsync("去年同期27处，今年3处，少了24处。");
        var sent = await clerk.PressAsync("审签");
        await clerk.SayAsync("撤回");
        await clerk.PressAsync("撤回");

        Assert.Contains("补上前后对比", amending.Title, StringComparison.Ordinal);
        Assert.Contains("在网页上改（不用再登录）", amending.Labels);
        Assert.StartsWith("已报专班办公室审阅", sent.Title, StringComparison.Ordinal);
        var practice = await OnlyAsync(bot);
        Assert.Equal(PracticeState.Cancelled, practice.State);
        Assert.EndsWith("少了24处。", practice.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_title_is_changed_in_a_sentence_or_by_the_button_and_a_parked_draft_waits()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync("报送典型经验");
        await clerk.SayAsync($"{First}\n{Second}");
        await clerk.SayAsync("好了");

        await clerk.PressAsync("改标题");
        var byButton = await clerk.SayAsync("三色预警管住秸秆焚烧");
        var inWords = await clerk.SayAsync("标题改成《阳村街道三色预警》");
        bot.Machine.Advance(TimeSpan.FromHours(3));
        clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        var greeted = await clerk.SayAsync("您好");
        var again = await clerk.SayAsync("继续");
        await clerk.PressAsync("先不报");

        Assert.Contains("三色预警管住秸秆焚烧", byButton.Text, StringComparison.Ordinal);
        Assert.Contains("阳村街道三色预警", inWords.Text, StringComparison.Ordinal);
        Assert.Contains("您有一份没报出的经验材料（阳村街道三色预警），回“继续”接着办。", greeted.Text, StringComparison.Ordinal);
        Assert.Contains("阳村街道三色预警", again.Text, StringComparison.Ordinal);
        Assert.StartsWith("好，先不报", clerk.Last.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_in_the_middle_of_pasting_loses_nothing()
    {
        await using var storage = await TestDatabase.CreateCountyAsync(Core.Persistence.StorageProvider.Sqlite, TestClock.At());
        var machine = TestClock.At();
        await using (var bot = await BotHost.StartOnAsync(storage, machine, Talk.Setup))
        {
            var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
            await clerk.SayAsync("报送典型经验");
            await clerk.SayAsync(First);
        }

        await using var next = await BotHost.StartOnAsync(storage, machine, Talk.Setup);
        var again = await TalkingPerson.EnterAsync(next, "lihaiying");
        await again.SayAsync(Second);
        await again.SayAsync("好了");
        await again.PressAsync("审签");

        Assert.Equal($"{First}\n{Second}", (await OnlyAsync(next)).Body);
    }

    [Fact]
    public async Task Too_long_a_piece_is_refused_and_the_draft_stays_as_it_was()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync("报送典型经验");
        await clerk.SayAsync(First);

        var refused = await clerk.SayAsync(new string('a', 200_000));
        await clerk.SayAsync("好了");
        await clerk.PressAsync("审签");

        Assert.Contains("最多收20000字", refused.Title, StringComparison.Ordinal);
        Assert.Equal(First, (await OnlyAsync(bot)).Body);
    }

    [Fact]
    public async Task Those_who_do_not_work_for_a_unit_are_told_who_does_it()
    {
        await using var bot = await Talk.StartAsync();
        var reader = await TalkingPerson.EnterAsync(bot, "wenxiulan");

        Assert.StartsWith("典型经验由乡镇、街道和部门的工作人员报送", (await reader.SayAsync("报送典型经验")).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_number_is_found_by_whoever_may_see_it()
    {
        await using var bot = await Talk.StartAsync();
        var stranger = await TalkingPerson.EnterAsync(bot, "sunli");
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await SendAsync(clerk);
        var number = (await OnlyAsync(bot)).Number;

        Assert.Contains("待王志刚同志审签", (await clerk.SayAsync($"{number}到哪了")).Title, StringComparison.Ordinal);
        Assert.DoesNotContain(First, (await stranger.SayAsync($"{number}到哪了")).Text, StringComparison.Ordinal);
    }

    private static async Task SendAsync(TalkingPerson clerk)
    {
        await clerk.SayAsync("报送典型经验");
        await clerk.SayAsync($"{First}\n{Second}\n{Third}");
        await clerk.SayAsync("好了");
        await clerk.PressAsync("审签");
    }

    private static async Task<TypicalPractice> OnlyAsync(BotHost bot) =>
        Assert.Single(await bot.ReadAsync((db, token) => db.TypicalPractices.Where(p => p.SubmittedAt >= TestClock.Start).ToListAsync(token)));
}
