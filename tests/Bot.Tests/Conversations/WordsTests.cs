using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>What is typed that is not an ordinary sentence: questions, greetings, secrets, numbers, markup, too much of it.</summary>
public sealed class WordsTests
{
    [Fact]
    public async Task Numbers_of_cards_and_persons_are_pointed_out_before_sending()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");

        var identity = await clerk.SayAsync($"{Talk.Sand}，当事人身份证11010519491231002X");
        var card = await clerk.SayAsync("他的卡号是4111111111111111，还说要退款");

        Assert.Contains("好像有身份证号（1101…）", identity.Text, StringComparison.Ordinal);
        Assert.Contains("好像有银行卡号（4111…）", card.Text, StringComparison.Ordinal);
        Assert.Empty(await bot.StartedAsync());
    }

    [Theory]
    [InlineData("【秘密】汾河滩有人挖砂，想请专班开个会")]
    [InlineData("机密★1年 汾河滩有人挖砂")]
    [InlineData("绝密：汾河滩有人挖砂")]
    public async Task Marked_secrets_are_refused_with_the_reason_and_not_kept(string said)
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");

        var answer = await clerk.SayAsync(said);

        Assert.Contains("本系统不得处理国家秘密", answer.Title, StringComparison.Ordinal);
        Assert.False(await bot.ReadAsync((db, token) => db.Drafts.AnyAsync(token)));
    }

    [Fact]
    public async Task Twenty_thousand_characters_are_too_many_and_said_to_be()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");

        var answer = await clerk.SayAsync(Talk.Sand + new string('砂', 20_000));

        Assert.Contains("最多5000字", answer.Title, StringComparison.Ordinal);
        Assert.False(await bot.ReadAsync((db, token) => db.Drafts.AnyAsync(token)));
        Assert.StartsWith("按会商拟好了", (await clerk.SayAsync(Talk.Sand)).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_is_shown_and_not_obeyed()
    {
        await using var bot = await Talk.StartAsync();
        var leader = await TalkingPerson.EnterAsync(bot, "wangzhigang");
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        const string markup = "<script>alert(1)</script>[点我](javascript:alert(1))";

        await clerk.SayAsync($"{markup}{Talk.Sand}");
        await clerk.SayAsync("1");
        var told = (await leader.ListenAsync())[^1];

        Assert.Contains("<script>", (await bot.OnlyAsync()).Account, StringComparison.Ordinal);
        Assert.DoesNotContain(told.Buttons, b => b.Label.Contains("javascript", StringComparison.Ordinal) && b.Data is null);
    }

    [Fact]
    public async Task Progress_is_told_by_number_and_without()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "huojie");
        await clerk.SayAsync(Talk.Sand);
        await clerk.SayAsync("1");
        var record = await bot.OnlyAsync();

        var byNumber = await clerk.SayAsync($"{record.Number}到哪了");
        var unknown = await clerk.SayAsync("HS-2026-9999到哪了");
        var all = await clerk.SayAsync("查进度");

        Assert.Contains("待原志红同志审签", byNumber.Title, StringComparison.Ordinal);
        Assert.StartsWith("没有查到", unknown.Title, StringComparison.Ordinal);
        Assert.Contains("挖砂", all.Text + string.Concat(all.Labels), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_by_itself_is_looked_up_and_a_word_for_its_kind_decides_which()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "huojie");
        await clerk.SayAsync(Talk.Sand);
        await clerk.SayAsync("1");
        await clerk.SayAsync("点单，请市监局来查一下集市上的无证摊点");
        await clerk.SayAsync("1");

        var (asked, ordered) = ((await bot.OnlyAsync()).Number, (await bot.OnlyOrderAsync()).Number);

        var consultation = await clerk.SayAsync($"会商{asked[^2..]}号");
        var order = await clerk.SayAsync(ordered);
        var copied = await clerk.SayAsync($"协助{ordered[^2..]}号 · {ordered}");
        var mistaken = await clerk.SayAsync($"会商{ordered[^2..]}号");

        Assert.Contains("待原志红同志审签", consultation.Title, StringComparison.Ordinal);
        Assert.Contains("无证摊点", order.Title, StringComparison.Ordinal);
        Assert.Equal(order.Title, copied.Title);
        Assert.NotEqual(order.Title, mistaken.Title);
    }

    [Theory]
    [InlineData("27号")]
    [InlineData("日期改成27号")]
    [InlineData("最好27号")]
    [InlineData("27号吧")]
    public async Task A_bare_day_said_into_an_open_draft_is_the_wished_day(string said)
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "huojie");
        await clerk.SayAsync("点单，请市监局来查一下集市上的无证摊点");

        var changed = await clerk.SayAsync(said);

        Assert.StartsWith("已改好", changed.Title, StringComparison.Ordinal);
        Assert.Contains("11月27日", changed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(said, changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_number_is_not_found()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        var stranger = await TalkingPerson.EnterAsync(bot, "sunli");
        await clerk.SayAsync(Talk.Sand);
        await clerk.SayAsync("1");
        var record = await bot.OnlyAsync();

        var answer = await stranger.SayAsync($"{record.Number}到哪了");

        Assert.StartsWith("没有查到", answer.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_understood_gets_the_two_nearest_things_and_a_human()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");

        var answer = await clerk.SayAsync("嗯嗯那个啥");

        Assert.Equal(2, answer.Buttons.Count);
        Assert.Contains("找专班：刘洋 13800001002", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("您好", "您好，要办什么")]
    [InlineData("帮助", "一句话说清什么事")]
    [InlineData("发起会商", "请用一两句话说清议题")]
    public async Task Greeting_help_and_start_are_answered(string said, string answered)
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");

        Assert.StartsWith(answered, (await clerk.SayAsync(said)).Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("11月20日上午9点，司法局三楼会议室")]
    [InlineData("3026年11月27日上午9点，司法局三楼会议室")]
    public async Task A_session_in_the_past_or_in_a_thousand_years_is_asked_about_again(string when)
    {
        await using var bot = await Talk.StartAsync();
        var office = await TalkingPerson.EnterAsync(bot, "liuyang");
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);
        await clerk.SayAsync("1");
        await clerk.SayAsync("领导电话同意了");
        await office.ListenAsync();
        await office.PressAsync("单独开会");

        var answer = await office.SayAsync(when);
        if (answer.Labels.Contains("发通知"))
        {
            answer = await office.PressAsync("发通知");
        }

        Assert.Contains("先不办", answer.Labels);
        Assert.Equal(ConsultationState.AwaitingSession, (await bot.OnlyAsync()).State);
        await office.SayAsync("11月27日上午9点，司法局三楼会议室");
        await office.PressAsync("发通知");
        Assert.Equal(ConsultationState.Scheduled, (await bot.OnlyAsync()).State);
    }
}
