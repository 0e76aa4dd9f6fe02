using SupervisionBot.Core.Consultations;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>Choices by number, by word and by button, and what becomes of them when they are late.</summary>
public sealed class ChoiceTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("１。")]
    [InlineData("第1个")]
    [InlineData("报王志刚同志审签")]
    [InlineData("1 报王志刚同志审签")]
    public async Task A_choice_works_by_its_number_and_by_its_words(string said)
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);

        await clerk.SayAsync(said);

        Assert.Equal(ConsultationState.AwaitingRelease, (await bot.OnlyAsync()).State);
    }

    [Fact]
    public async Task After_ten_minutes_a_number_does_nothing_and_shows_what_is_current()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);
        bot.Machine.Advance(TimeSpan.FromMinutes(11));

        var answer = await clerk.SayAsync("1");

        Assert.Empty(await bot.StartedAsync());
        Assert.Contains("刚才的序号已经过时，没有执行", answer.Text, StringComparison.Ordinal);
        Assert.Contains("报王志刚同志审签", answer.Labels);
    }

    [Fact]
    public async Task A_number_of_nothing_is_told_so_in_one_line_where_nothing_waits()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");

        var answer = await clerk.SayAsync("1");

        Assert.Equal("刚才的序号已经过时，没有执行。现在没有等您办的事。", answer.Text);
    }

    [Fact]
    public async Task A_number_means_the_last_list_only()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);
        await clerk.SayAsync("改");

        var answer = await clerk.SayAsync("1");
        var none = await clerk.SayAsync("9");

        Assert.Empty(await bot.StartedAsync());
        Assert.StartsWith("请直接说改成什么", answer.Title, StringComparison.Ordinal);
        Assert.StartsWith("没有这个序号", none.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_drawn_for_an_earlier_text_sends_nothing_and_the_fresh_one_comes()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);
        var old = clerk.Find("报王志刚同志审签");
        await clerk.SayAsync("群众反映三次了，附近还有一座桥");

        var answer = await clerk.PressAsync(old);

        Assert.Empty(await bot.StartedAsync());
        Assert.StartsWith("内容刚才有变化，还没有报出", answer.Title, StringComparison.Ordinal);
        await clerk.SayAsync("1");
        Assert.Contains("附近还有一座桥", (await bot.OnlyAsync()).Account, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_twice_makes_one_record()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);
        var send = clerk.Find("报王志刚同志审签");

        await clerk.PressAsync(send);
        var again = await clerk.PressAsync(send);

        var only = await bot.OnlyAsync();
        Assert.Contains(only.Number, again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_who_press_learns_who_was_first_and_how_it_stands()
    {
        await using var bot = await Talk.StartAsync();
        var (first, second) = (await TalkingPerson.EnterAsync(bot, "liuyang"), await TalkingPerson.EnterAsync(bot, "chenxiaohui"));
        await SendAndReleaseAsync(await TalkingPerson.EnterAsync(bot, "lihaiying"));
        await first.ListenAsync();
        await second.ListenAsync();
        var late = second.Find("单独开会");
        await first.PressAsync("书面征求意见");

        var answer = await second.PressAsync(late);

        Assert.Equal(ConsultationState.SeekingViews, (await bot.OnlyAsync()).State);
        Assert.StartsWith("这件已由刘洋同志处理（", answer.Title, StringComparison.Ordinal);
        Assert.Contains("正在书面征求意见", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_office_admits_and_strangers_are_told_nothing()
    {
        await using var bot = await Talk.StartAsync();
        var office = await TalkingPerson.EnterAsync(bot, "liuyang");
        var stranger = await TalkingPerson.EnterAsync(bot, "sunli");
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await SendAndReleaseAsync(clerk);
        await office.ListenAsync();
        var admit = office.Find("书面征求意见");
        await clerk.SayAsync("撤回");
        var withdraw = clerk.Find("撤回");

        var refusals = new[]
        {
            await stranger.PressAsync(admit),
            await stranger.PressAsync(withdraw),
            await stranger.PressAsync(Forged(admit, "consultation.Cancel")),
            await stranger.PressAsync(Forged(admit, "consultation.Amend")),
        };

        Assert.Equal(ConsultationState.AwaitingAdmission, (await bot.OnlyAsync()).State);
        Assert.All(refusals, r => Assert.DoesNotContain("挖砂", r.Text, StringComparison.Ordinal));
        Assert.All(refusals, r => Assert.EndsWith("。", r.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stranger_who_would_schedule_learns_nothing_either()
    {
        await using var bot = await Talk.StartAsync();
        var office = await TalkingPerson.EnterAsync(bot, "liuyang");
        var stranger = await TalkingPerson.EnterAsync(bot, "sunli");
        await SendAndReleaseAsync(await TalkingPerson.EnterAsync(bot, "lihaiying"));
        await office.ListenAsync();
        await stranger.PressAsync(Forged(office.Find("书面征求意见"), "consultation.Schedule"));

        var answer = await stranger.SayAsync("11月27日上午9点，司法局三楼会议室");

        Assert.DoesNotContain("挖砂", answer.Text, StringComparison.Ordinal);
        Assert.Empty(answer.Buttons);
    }

    [Fact]
    public async Task A_button_that_no_version_knows_is_answered()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);

        var answer = await clerk.PressAsync(Forged(clerk.Find("补充几句"), "no.such.verb"));

        Assert.StartsWith("这个按钮已经不能用了", answer.Title, StringComparison.Ordinal);
    }

    private static Button Forged(Button button, string verb)
    {
        var data = System.Text.Json.Nodes.JsonNode.Parse(button.Data!.Value.GetRawText())!;
        data["choice"]!["verb"] = verb;
        data["choice"]!.AsObject().Remove("card");
        return button with { Data = System.Text.Json.JsonSerializer.SerializeToElement(data) };
    }

    private static async Task SendAndReleaseAsync(TalkingPerson clerk)
    {
        await clerk.SayAsync(Talk.Sand);
        await clerk.PressAsync("审签");
        await clerk.SayAsync("领导电话同意了");
    }
}
