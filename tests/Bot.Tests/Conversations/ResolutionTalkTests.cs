using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>议定事项 in chat: reported by number or by words, closed out, sent back.</summary>
public sealed class ResolutionTalkTests
{
    [Fact]
    public async Task Done_by_number_is_shown_once_and_closed_out_by_the_office_in_one()
    {
        await using var bot = await Papers.StartAsync();
        var water = await TalkingPerson.EnterAsync(bot, Papers.Water);
        var office = await TalkingPerson.EnterAsync(bot, Papers.Office);
        var number = await bot.IssuedAsync();
        await bot.SettleAsync();
        await water.ListenAsync();
        await office.ListenAsync();

        var once = await water.SayAsync($"RW{RecordNumber.Sequence(number)}号办完了，巡查记录已交");
        Assert.Equal(ResolutionState.Open, (await FindAsync(bot, number)).State);
        await water.PressAsync("报办结");
        await office.ListenAsync();
        var closed = await office.PressAsync("销号");

        Assert.StartsWith("按办结报，请您看一下", once.Title, StringComparison.Ordinal);
        Assert.Contains("办完了，巡查记录已交", once.Text, StringComparison.Ordinal);
        Assert.StartsWith("已销号", closed.Title, StringComparison.Ordinal);
        Assert.Equal(ResolutionState.ClosedOut, (await FindAsync(bot, number)).State);
        Assert.Equal((2, 1), (water.Actions, office.Actions));
    }

    [Fact]
    public async Task Under_way_by_number_counts_at_once_with_the_pictures_sent_along()
    {
        await using var bot = await Papers.StartAsync();
        var water = await TalkingPerson.EnterAsync(bot, Papers.Water);
        var number = await bot.IssuedAsync();

        var taken = await water.SendPicturesAsync(2, $"{number} 已巡查两次，还没有发现新的采砂点");

        Assert.StartsWith("进展已记下", taken.Title, StringComparison.Ordinal);
        Assert.Contains("附件2个", taken.Text, StringComparison.Ordinal);
        Assert.Equal(ResolutionState.Open, (await FindAsync(bot, number)).State);
        Assert.Equal(1, water.Actions);
    }

    [Fact]
    public async Task Among_several_the_words_of_the_matter_find_the_right_one_or_it_is_asked()
    {
        await using var bot = await Papers.StartAsync();
        var water = await TalkingPerson.EnterAsync(bot, Papers.Water);
        var sand = await bot.IssuedAsync();
        var bricks = await bot.IssuedAsync("砖厂料场取水的问题", "责令砖厂办理取水许可");

        var asked = await water.SayAsync("议定事项有进展，只差最后一步");
        var once = await water.SayAsync("砖厂那件议定事项有进展，许可材料已经收齐");
        await water.PressAsync("只作进展");

        Assert.Equal("是哪一项议定事项？", asked.Title);
        Assert.Contains("砖厂", once.Title, StringComparison.Ordinal);
        Assert.Single((await FindAsync(bot, bricks)).Reports);
        Assert.Empty((await FindAsync(bot, sand)).Reports);
    }

    [Fact]
    public async Task Sent_back_it_is_open_again_and_in_the_list_of_the_unit()
    {
        await using var bot = await Papers.StartAsync();
        var water = await TalkingPerson.EnterAsync(bot, Papers.Water);
        var office = await TalkingPerson.EnterAsync(bot, Papers.Office);
        var number = await bot.IssuedAsync();
        var id = (await FindAsync(bot, number)).Id;
        await bot.DoAsync(Papers.Water, new ReportProgress(id, null, "办完了", [], Done: true));
        await bot.SettleAsync();
        await office.ListenAsync();

        await office.PressAsync("退回，说一句");
        var sent = await office.SayAsync("请把巡查记录附上");
        var list = await water.SayAsync("我单位的议定事项");
        var status = await water.SayAsync($"{number}到哪了");

        Assert.StartsWith("已退回补充", sent.Title, StringComparison.Ordinal);
        Assert.Contains(list.Labels, label => label.Contains(number, StringComparison.Ordinal));
        Assert.Contains("请把巡查记录附上", status.Text, StringComparison.Ordinal);
        Assert.Contains("报办结", status.Labels);
    }

    [Fact]
    public async Task Another_units_resolution_is_not_found_and_a_closed_one_shows_how_it_stands()
    {
        await using var bot = await Papers.StartAsync();
        var stranger = await TalkingPerson.EnterAsync(bot, "sunli");
        var water = await TalkingPerson.EnterAsync(bot, Papers.Water);
        var number = await bot.IssuedAsync();
        var id = (await FindAsync(bot, number)).Id;

        var denied = await stranger.SayAsync($"{number}办完了");
        await bot.DoAsync(Papers.Water, new ReportProgress(id, null, "办完了", [], Done: true));
        await bot.DoAsync(Papers.Office, new CloseOutResolution(id, null));
        var late = await water.SayAsync($"{number}办完了，材料已交");

        Assert.StartsWith("没有查到", denied.Title, StringComparison.Ordinal);
        Assert.Contains("已销号", late.Title, StringComparison.Ordinal);
        Assert.Single((await FindAsync(bot, number)).Reports);
    }

    private static Task<Resolution> FindAsync(BotHost bot, string number) =>
        bot.ReadAsync((db, token) => db.Resolutions.Include(r => r.Reports).SingleAsync(r => r.Number == number, token));
}
