using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>What is begun and not yet sent off: additions, interruptions, leaving it, coming back.</summary>
public sealed class DraftTests
{
    [Fact]
    public async Task Several_messages_in_a_row_are_answered_once()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);
        await clerk.PostAsync("群众反映三次了");
        await bot.RunTurnsAsync();
        bot.Machine.Advance(TimeSpan.FromSeconds(2));
        await clerk.PostAsync("附近还有一座桥");
        await bot.RunTurnsAsync();
        Assert.Empty(await clerk.ListenAsync());

        await bot.SettleAsync();

        Assert.Single(await clerk.ListenAsync());
        await clerk.SayAsync("1");
        var account = (await bot.OnlyAsync()).Account;
        Assert.Contains("群众反映三次了\n附近还有一座桥", account, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leaders_agreement_said_while_a_draft_is_open_is_asked_about_and_sends_it_off_in_one_step()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);

        var asked = await clerk.SayAsync("王主任在村里，电话上同意了");
        var done = await clerk.SayAsync("1");

        Assert.Equal("领导同意的是哪一件？", asked.Title);
        Assert.Contains("王志刚同志电话同意，李海英代录", done.Title, StringComparison.Ordinal);
        var sent = await bot.OnlyAsync();
        Assert.Equal((ConsultationState.AwaitingAdmission, true), (sent.State, sent.ReleasedOnBehalf));
        Assert.DoesNotContain("电话上同意", sent.Account, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leaders_agreement_may_also_belong_to_what_was_sent_before_or_to_the_draft_itself()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);
        await clerk.SayAsync("1");
        await clerk.SayAsync("南关小饭桌没有证照，市监局和教育局都说不归自己管，想请专班开会");

        await clerk.SayAsync("王主任电话上同意了");
        var done = await clerk.SayAsync("2");
        await clerk.SayAsync("王主任电话上同意了");
        var added = await clerk.SayAsync("只把这句话补进草稿");

        Assert.Contains("代录", done.Title, StringComparison.Ordinal);
        Assert.Equal(ConsultationState.AwaitingAdmission, (await bot.OnlyAsync()).State);
        Assert.StartsWith("已补进去", added.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_delivered_twice_is_answered_once()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");

        await clerk.PostAsync(Talk.Sand, "again-1");
        await bot.SettleAsync();
        await clerk.PostAsync(Talk.Sand, "again-1");
        await bot.SettleAsync();

        Assert.Single(await clerk.ListenAsync());
    }

    [Fact]
    public async Task A_draft_survives_a_restart_and_is_taken_up_again()
    {
        await using var storage = await TestDatabase.CreateAsync();
        var machine = TestClock.At();
        await using (var before = await BotHost.StartOnAsync(storage, machine, Talk.Setup))
        {
            await (await TalkingPerson.EnterAsync(before, "lihaiying")).SayAsync(Talk.Sand);
        }

        machine.Advance(TimeSpan.FromHours(20));
        await using var after = await BotHost.StartOnAsync(storage, machine, Talk.Setup);
        var clerk = await TalkingPerson.EnterAsync(after, "lihaiying");
        var taken = await clerk.SayAsync("继续");
        await clerk.SayAsync("1");

        Assert.StartsWith("按会商拟好了", taken.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("没报出的会商草稿", taken.Text, StringComparison.Ordinal);
        Assert.Equal(ConsultationState.AwaitingRelease, (await after.OnlyAsync()).State);
    }

    [Fact]
    public async Task A_draft_left_for_two_hours_is_mentioned_once()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);
        bot.Machine.Advance(TimeSpan.FromHours(2.1));
        await bot.SettleAsync();
        clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");

        var first = await clerk.SayAsync("您好");
        var second = await clerk.SayAsync("您好");

        Assert.Contains("您有一份没报出的会商草稿（汾河滩", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("草稿", second.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("我的待办", "现在没有等您办的事")]
    [InlineData("帮助", "一句话说清什么事")]
    [InlineData("改", "要改哪一项")]
    public async Task Commands_win_while_a_draft_is_open(string command, string answered)
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);

        var answer = await clerk.SayAsync(command);

        Assert.StartsWith(answered, answer.Title, StringComparison.Ordinal);
        var draft = await bot.ReadAsync((db, token) => db.Drafts.SingleAsync(d => d.Kind == "consultation" && d.ClosedAt == null, token));
        Assert.DoesNotContain(command, draft.Values, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_drops_the_draft()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);

        var answer = await clerk.SayAsync("取消");

        Assert.StartsWith("这份草稿不报了", answer.Title, StringComparison.Ordinal);
        Assert.False(await bot.ReadAsync((db, token) => db.Drafts.AnyAsync(d => d.ClosedAt == null, token)));
    }

    [Fact]
    public async Task Pictures_go_to_the_open_draft_and_with_it_to_the_record()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);

        var echoed = await clerk.SendPicturesAsync(3);
        await clerk.SayAsync("1");

        Assert.Contains("附件3件", echoed.Title, StringComparison.Ordinal);
        var record = await bot.OnlyAsync();
        Assert.Equal(3, await bot.ReadAsync((db, token) => db.Files.CountAsync(f => f.RecordId == record.Id, token)));
    }

    [Fact]
    public async Task Pictures_without_a_word_are_kept_and_asked_about()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);
        await clerk.PressAsync("审签");

        var asked = await clerk.SendPicturesAsync(2);
        var attached = await clerk.PressAsync("1 汾河滩有人夜里挖砂的职责归属问题");

        Assert.StartsWith("收到附件2件", asked.Title, StringComparison.Ordinal);
        Assert.StartsWith("附件2件已附到", attached.Title, StringComparison.Ordinal);
        var record = await bot.OnlyAsync();
        Assert.Equal(2, await bot.ReadAsync((db, token) => db.Files.CountAsync(f => f.RecordId == record.Id, token)));
    }

    [Fact]
    public async Task Pictures_for_a_new_matter_wait_for_its_sentence()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SendPicturesAsync(2);
        await clerk.PressAsync("新的事，我来说一句");

        await clerk.SayAsync(Talk.Sand);
        await clerk.PressAsync("审签");

        var record = await bot.OnlyAsync();
        Assert.Equal(2, await bot.ReadAsync((db, token) => db.Files.CountAsync(f => f.RecordId == record.Id, token)));
    }

    [Fact]
    public async Task The_long_form_takes_everything_at_once_and_says_what_is_wrong()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);
        await clerk.SayAsync("改");
        var form = await clerk.PressAsync("详细填写");
        var submit = clerk.Find("填好了");
        Dictionary<string, string> Filled(string account) =>
            new(form.Inputs, StringComparer.Ordinal) { ["account"] = account, ["title"] = "河滩挖砂由谁管" };

        var empty = await clerk.PressAsync(submit, Filled(" "));
        var secret = await clerk.PressAsync(submit, Filled("机密★1年 河滩挖砂"));
        var changed = await clerk.PressAsync(submit, Filled("河滩上有人挖砂"));
        await clerk.SayAsync("1");

        Assert.StartsWith("请用一两句话说清是什么事", empty.Title, StringComparison.Ordinal);
        Assert.Contains("本系统不得处理国家秘密", secret.Title, StringComparison.Ordinal);
        Assert.Contains("河滩挖砂由谁管", changed.Text, StringComparison.Ordinal);
        var record = await bot.OnlyAsync();
        Assert.Equal(("河滩挖砂由谁管", "河滩上有人挖砂"), (record.Title, record.Account));
        Assert.Equal(2, record.InvitedUnits.Count);
    }

    [Fact]
    public async Task Units_that_are_none_are_asked_for_again_and_the_known_ones_stay()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);
        await clerk.SayAsync("改");
        await clerk.PressAsync("拟请");

        var asked = await clerk.SayAsync("隔壁那家单位");
        var changed = await clerk.SayAsync("公安局、水务局");

        Assert.Contains("没有查到单位名称", asked.Title, StringComparison.Ordinal);
        Assert.Contains("市公安局、市水务局", changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leader_who_writes_it_needs_no_second_signature()
    {
        await using var bot = await Talk.StartAsync();
        var leader = await TalkingPerson.EnterAsync(bot, "zhaochunmei");
        await leader.SayAsync(Talk.Sand);

        var sent = await leader.PressAsync("报专班办公室");

        Assert.StartsWith("已报专班办公室，最迟11月25日（周三）", sent.Title, StringComparison.Ordinal);
        Assert.Equal(ConsultationState.AwaitingAdmission, (await bot.OnlyAsync()).State);
    }
}
