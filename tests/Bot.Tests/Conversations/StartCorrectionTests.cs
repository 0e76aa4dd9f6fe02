using SupervisionBot.Core.Consultations;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>What only corrects the draft of a consultation changes what it says, and is no part of what happened.</summary>
public sealed class StartCorrectionTests
{
    [Theory]
    [InlineData("把自规局去掉", "市水务局")]
    [InlineData("拟请只要水务局", "市水务局")]
    [InlineData("再加上城管局", "市城管局 市水务局 市自然资源局")]
    [InlineData("不请水务局，请城管局", "市城管局 市自然资源局")]
    public async Task Units_are_corrected(string words, string units)
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);

        await clerk.SayAsync(words);
        await clerk.SayAsync("1");

        var sent = await bot.OnlyAsync();
        var names = await bot.ReadAsync(
            (db, _) =>
                Task.FromResult(db.Units.AsEnumerable().Where(u => sent.InvitedUnits.Exists(i => i.UnitId == u.Id)).Select(u => u.ShortName).ToList())
        );
        Assert.Equal(units.Split(' ').Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
        Assert.Equal(Talk.Sand, sent.Account);
    }

    [Fact]
    public async Task Title_and_situation_are_corrected_and_said_back()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);

        var titled = await clerk.SayAsync("标题改成汾河滩夜间采砂由谁查处");
        var situated = await clerk.SayAsync("情形改成处理标准不一致");
        await clerk.SayAsync("1");

        Assert.Contains("议题是汾河滩夜间采砂由谁查处", titled.Text, StringComparison.Ordinal);
        Assert.Contains("情形是", situated.Text, StringComparison.Ordinal);
        var sent = await bot.OnlyAsync();
        Assert.Equal(("汾河滩夜间采砂由谁查处", Situation.DifferentStandards, Talk.Sand), (sent.Title, sent.Situation, sent.Account));
    }

    [Fact]
    public async Task The_wish_alone_is_asked_for_its_matter_and_a_run_on_sentence_has_a_title_to_be_seen()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");

        var prompt = await clerk.SayAsync("我想再报个会商");
        var draft = await clerk.SayAsync("砖厂晚上偷着烧老百姓都告到市里了环保说归工信工信说归环保能不能请专班给协调一下");

        Assert.StartsWith("请用一两句话说清议题", prompt.Text + prompt.Title, StringComparison.Ordinal);
        Assert.Contains("议题：砖厂晚上偷着烧", draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Urgency_said_later_brings_its_reason_or_is_asked_for_it_once()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);

        var asked = await clerk.SayAsync("加急");
        var other = await clerk.SayAsync("上周给两家都打过电话没谈拢");
        await clerk.SayAsync("汛期快到了，桥墩已经露出来");
        await clerk.SayAsync("1");

        Assert.Contains("为什么急", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("紧急原因", other.Text, StringComparison.Ordinal);
        Assert.Equal("汛期快到了，桥墩已经露出来", (await bot.OnlyAsync()).UrgentReason);
    }

    [Fact]
    public async Task Urgency_with_its_reason_is_asked_nothing()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);

        var echo = await clerk.SayAsync("急，再不弄要出事故了");

        Assert.Contains("紧急原因“急，再不弄要出事故了”", echo.Title + echo.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("为什么急", echo.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_the_day_is_not_turned_into_its_opposite()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);

        await clerk.SayAsync("时间最好这周四下午");
        await clerk.SayAsync("1");

        Assert.Equal(new DateTimeOffset(2026, 11, 26, 14, 30, 0, TimeSpan.FromHours(8)), (await bot.OnlyAsync()).WishedAt);
    }
}
