using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>会签 in chat: by button, by number and in the unit's own words.</summary>
public sealed class CountersignTalkTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("1")]
    [InlineData("同意")]
    public async Task Agreement_costs_one_action_and_counts_at_once(string? said)
    {
        await using var bot = await Papers.StartAsync();
        var water = await TalkingPerson.EnterAsync(bot, Papers.Water);
        var paper = await bot.CountersigningAsync();
        await bot.SettleAsync();
        await water.ListenAsync();

        var taken = said is null ? await water.PressAsync("同意") : await water.SayAsync(said);

        Assert.StartsWith("已记为“同意”", taken.Title, StringComparison.Ordinal);
        Assert.Equal([CountersignChoice.Agree], await AnsweredAsync(bot, paper));
        Assert.Equal(1, water.Actions);
    }

    [Fact]
    public async Task A_reservation_is_asked_for_its_words_and_stands_as_it_was_said()
    {
        await using var bot = await Papers.StartAsync();
        var land = await TalkingPerson.EnterAsync(bot, Papers.Land);
        var paper = await bot.CountersigningAsync();
        await bot.SettleAsync();
        await land.ListenAsync();

        var asked = await land.PressAsync("保留意见");
        var taken = await land.SayAsync("采砂点是否在堤内，要以测绘结果为准");

        Assert.Contains("原样写进纪要", asked.Title, StringComparison.Ordinal);
        Assert.StartsWith("已记为“保留意见”", taken.Title, StringComparison.Ordinal);
        Assert.Equal("采砂点是否在堤内，要以测绘结果为准", await TextAsync(bot, paper));
        Assert.Equal(2, land.Actions);
    }

    [Theory]
    [InlineData("同意，建议把巡查频次写明", CountersignChoice.AgreeWithSuggestion, "把巡查频次写明")]
    [InlineData("我们保留意见，采砂点是否在堤内要以测绘为准", CountersignChoice.Reserve, "采砂点是否在堤内要以测绘为准")]
    [InlineData("我局不同意，第一条不是我局职责", CountersignChoice.Disagree, "第一条不是我局职责")]
    [InlineData("我局同意", CountersignChoice.Agree, null)]
    public async Task Free_words_are_shown_once_before_they_count(string said, CountersignChoice choice, string? text)
    {
        await using var bot = await Papers.StartAsync();
        var land = await TalkingPerson.EnterAsync(bot, Papers.Land);
        var paper = await bot.CountersigningAsync();
        await bot.SettleAsync();

        var once = await land.SayAsync(said);
        Assert.Empty(await AnsweredAsync(bot, paper));
        await land.PressAsync("就这样");

        Assert.StartsWith("按会签意见记下，请您看一下", once.Title, StringComparison.Ordinal);
        Assert.Equal([choice], await AnsweredAsync(bot, paper));
        Assert.Equal(text, await TextAsync(bot, paper));
    }

    [Theory]
    [InlineData("改成同意", CountersignChoice.Agree, null)]
    [InlineData("改为保留意见，采砂点是否在堤内要以测绘为准", CountersignChoice.Reserve, "采砂点是否在堤内要以测绘为准")]
    public async Task An_answer_is_replaced_in_words_while_countersigning_is_open(string said, CountersignChoice choice, string? text)
    {
        await using var bot = await Papers.StartAsync();
        var land = await TalkingPerson.EnterAsync(bot, Papers.Land);
        var paper = await bot.CountersigningAsync();
        await bot.SettleAsync();
        await land.SayAsync("我局不同意，第一条不是我局职责");
        await land.PressAsync("就这样");

        var once = await land.SayAsync(said);
        var taken = await land.PressAsync("就这样");

        Assert.StartsWith("按会签意见记下，请您看一下", once.Title, StringComparison.Ordinal);
        Assert.StartsWith("已更正为", taken.Title, StringComparison.Ordinal);
        Assert.Equal([choice], await AnsweredAsync(bot, paper));
        Assert.Equal(text, await TextAsync(bot, paper));
    }

    [Fact]
    public async Task With_two_papers_open_it_is_asked_which_is_meant()
    {
        await using var bot = await Papers.StartAsync();
        var land = await TalkingPerson.EnterAsync(bot, Papers.Land);
        await bot.CountersigningAsync();
        var bricks = await bot.CountersigningAsync("砖厂料场扬尘由谁查处的问题");
        await bot.SettleAsync();

        var which = await land.SayAsync("原则同意，建议写明频次");
        await land.PressAsync("砖厂料场扬尘由谁查处的问题会商纪要");

        Assert.Equal("是哪一份？", which.Title);
        Assert.Equal([CountersignChoice.AgreeWithSuggestion], await AnsweredAsync(bot, bricks));
    }

    [Fact]
    public async Task After_the_round_was_closed_the_press_counts_no_more_and_the_present_state_comes()
    {
        await using var bot = await Papers.StartAsync();
        var land = await TalkingPerson.EnterAsync(bot, Papers.Land);
        var paper = await bot.CountersigningAsync();
        await bot.SettleAsync();
        await land.ListenAsync();
        var late = land.Find("保留意见");
        foreach (var unit in new[] { Papers.Township, Papers.Water, Papers.Land })
        {
            await bot.DoAsync(unit, new CountersignMinutes(paper.Id, null, null, CountersignChoice.Agree, null));
        }

        await land.PressAsync(late);
        var answer = await land.SayAsync("还是想保留");

        Assert.Contains("待签发", answer.Text, StringComparison.Ordinal);
        Assert.All(await AnsweredAsync(bot, paper), choice => Assert.Equal(CountersignChoice.Agree, choice));
    }

    [Fact]
    public async Task A_unit_that_was_not_asked_is_told_nothing()
    {
        await using var bot = await Papers.StartAsync();
        var land = await TalkingPerson.EnterAsync(bot, Papers.Land);
        var stranger = await TalkingPerson.EnterAsync(bot, "sunli");
        var paper = await bot.CountersigningAsync();
        await bot.SettleAsync();
        await land.ListenAsync();

        var pressed = await stranger.PressAsync(land.Find("1 同意"));
        var said = await stranger.SayAsync("同意，建议写明频次");

        Assert.DoesNotContain("汾河滩", pressed.Text + said.Text, StringComparison.Ordinal);
        Assert.Empty(await AnsweredAsync(bot, paper));
    }

    private static Task<List<CountersignChoice>> AnsweredAsync(BotHost bot, Minutes paper) =>
        bot.ReadAsync(
            (db, token) =>
                db
                    .Minutes.Where(m => m.Id == paper.Id)
                    .SelectMany(m => m.Countersignatures)
                    .Where(c => c.Choice != null)
                    .Select(c => c.Choice!.Value)
                    .ToListAsync(token)
        );

    private static Task<string?> TextAsync(BotHost bot, Minutes paper) =>
        bot.ReadAsync(
            (db, token) =>
                db
                    .Minutes.Where(m => m.Id == paper.Id)
                    .SelectMany(m => m.Countersignatures)
                    .Where(c => c.Choice != null)
                    .Select(c => c.Text)
                    .SingleAsync(token)
        );
}
