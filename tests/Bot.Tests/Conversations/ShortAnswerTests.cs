using SupervisionBot.Core.Consultations;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>Assent, dismissal, thanks: they are understood as what they are, and never become official text.</summary>
public sealed class ShortAnswerTests
{
    [Theory]
    [InlineData("报")]
    [InlineData("好的")]
    [InlineData("行")]
    [InlineData("好，报吧")]
    [InlineData("发给王主任")]
    public async Task Assent_sends_a_draft_that_is_ready_and_is_no_part_of_it(string said)
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);

        await clerk.SayAsync(said);

        var sent = await bot.OnlyAsync();
        Assert.Equal((ConsultationState.AwaitingRelease, Talk.Sand), (sent.State, sent.Account));
    }

    [Theory]
    [InlineData("取消吧")]
    [InlineData("算了不报了")]
    [InlineData("算了，不报了")]
    [InlineData("不要了")]
    [InlineData("先不报了")]
    public async Task Dismissal_leaves_a_draft_as_its_button_does(string said)
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);

        var left = await clerk.SayAsync(said);
        await clerk.SayAsync("继续");
        await clerk.SayAsync("1");

        Assert.StartsWith("好，先不报", left.Title, StringComparison.Ordinal);
        Assert.Equal(Talk.Sand, (await bot.OnlyAsync()).Account);
    }

    [Theory]
    [InlineData("好的")]
    [InlineData("不改了")]
    [InlineData("好的我改一下")]
    [InlineData("谢谢")]
    [InlineData("知道了")]
    public async Task What_wants_nothing_is_not_added_to_an_old_draft_and_sends_nothing(string said)
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);
        bot.Machine.Advance(TimeSpan.FromMinutes(11));

        await clerk.SayAsync(said);
        var none = await bot.StartedAsync();
        await clerk.SayAsync("改");
        await clerk.SayAsync("继续");
        await clerk.SayAsync("1");

        Assert.Empty(none);
        Assert.Equal(Talk.Sand, (await bot.OnlyAsync()).Account);
    }

    [Theory]
    [InlineData("好的，派吧", "已派给")]
    [InlineData("派出吧", "已派给")]
    [InlineData("不要了", "好，不点了")]
    public async Task An_order_is_sent_or_dropped_in_words(string said, string answered)
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await asker.SayAsync("点一单，请市监局派两个人明天来帮忙查一下小饭桌");

        var answer = await asker.SayAsync(said);

        Assert.StartsWith(answered, answer.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_longer_sentence_is_added_as_ever()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);

        await clerk.SayAsync("好的，群众反映三次了，报上去时请注明");
        await clerk.SayAsync("1");

        Assert.Contains("群众反映三次了", (await bot.OnlyAsync()).Account, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("谢谢", "不客气。")]
    [InlineData("好的，谢谢", "不客气。")]
    [InlineData("知道了", "好的，有事请直接说。")]
    [InlineData("嗯", "好的，有事请直接说。")]
    [InlineData("收到", "好的，有事请直接说。")]
    [InlineData("好的", "好的，有事请直接说。")]
    public async Task Thanks_and_acknowledgements_are_answered_in_one_sentence_and_leave_the_list_alone(string said, string answered)
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await SendAsync(bot, clerk);
        await clerk.SayAsync("撤回");

        var answer = await clerk.SayAsync(said);
        await clerk.SayAsync("1");

        Assert.Equal((answered, 0), (answer.Text, answer.Labels.Count));
        Assert.Equal(ConsultationState.Cancelled, (await bot.OnlyAsync()).State);
    }

    [Fact]
    public async Task A_polite_word_to_a_leaders_question_shows_that_it_still_waits()
    {
        await using var bot = await Talk.StartAsync();
        var leader = await TalkingPerson.EnterAsync(bot, "wangzhigang");
        await SendAsync(bot, await TalkingPerson.EnterAsync(bot, "lihaiying"));
        await leader.ListenAsync();

        var answer = await leader.SayAsync("好的");

        Assert.StartsWith("这件还没有办", answer.Title, StringComparison.Ordinal);
        Assert.Contains("同意报送", answer.Labels);
    }

    [Fact]
    public async Task Assent_long_after_the_question_decides_nothing_and_shows_what_waits()
    {
        await using var bot = await Talk.StartAsync();
        var leader = await TalkingPerson.EnterAsync(bot, "wangzhigang");
        await SendAsync(bot, await TalkingPerson.EnterAsync(bot, "lihaiying"));
        bot.Machine.Advance(TimeSpan.FromMinutes(20));
        await leader.ListenAsync();

        var answer = await leader.SayAsync("同意");
        var none = (await bot.OnlyAsync()).State;
        var shown = await leader.SayAsync($"{answer.Labels.ToList().FindIndex(l => l.Contains("挖砂", StringComparison.Ordinal)) + 1}");
        await leader.SayAsync("同意");

        Assert.StartsWith("还没有办，请选是哪一件。", answer.Title, StringComparison.Ordinal);
        Assert.Contains("同意报送", shown.Labels);
        Assert.Equal(ConsultationState.AwaitingRelease, none);
        Assert.Equal(ConsultationState.AwaitingAdmission, (await bot.OnlyAsync()).State);
    }

    private static async Task SendAsync(BotHost bot, TalkingPerson clerk)
    {
        await clerk.SayAsync(Talk.Sand);
        await clerk.SayAsync("1");
        await bot.OnlyAsync();
    }
}
