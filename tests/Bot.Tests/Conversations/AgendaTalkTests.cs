using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>A regular session in chat: several consultations at once, their order, the agenda sent.</summary>
public sealed class AgendaTalkTests
{
    [Theory]
    [InlineData("3 1 2")]
    [InlineData("砖厂那件放最前")]
    [InlineData("第三个放到最前面")]
    public async Task Consultations_are_scheduled_together_put_in_order_and_sent(string order)
    {
        await using var bot = await Papers.StartAsync();
        var office = await TalkingPerson.EnterAsync(bot, Papers.Office);
        var water = await TalkingPerson.EnterAsync(bot, Papers.Water);
        var sand = await bot.AdmittedAsync("汾河滩夜间采砂的职责归属问题", AdmissionRoute.RegularSession);
        await bot.AdmittedAsync("砖厂料场取水的问题", AdmissionRoute.RegularSession);
        await office.SayAsync("我的待办");
        await office.PressAsync(office.Last.Buttons.First(b => b.Label.Contains("汾河滩夜间采砂", StringComparison.Ordinal)));
        await office.PressAsync("定会期");
        var proposed = await office.SayAsync("11月27日上午9点，司法局三楼会议室");
        await office.PressAsync("发通知");
        await office.PressAsync("调整议题顺序");

        var arranged = await office.SayAsync(order);
        var sent = await office.PressAsync("发议程");
        var told = (await water.ListenAsync())[^1];

        Assert.Contains("砖厂料场取水的问题", proposed.Text, StringComparison.Ordinal);
        Assert.Contains("1. 砖厂料场取水的问题", arranged.Text, StringComparison.Ordinal);
        Assert.StartsWith("议程已发", sent.Title, StringComparison.Ordinal);
        Assert.Contains("看议程", told.Labels);
        // One of the demo county waited for the same session.
        Assert.Equal(["砖厂料场取水的问题", "汾河滩夜间采砂的职责归属问题"], (await TitlesAsync(bot, sand)).Take(2));
    }

    [Fact]
    public async Task What_names_no_order_is_asked_again_and_others_cannot_set_it()
    {
        await using var bot = await Papers.StartAsync();
        var office = await TalkingPerson.EnterAsync(bot, Papers.Office);
        var water = await TalkingPerson.EnterAsync(bot, Papers.Water);
        var sand = await bot.AdmittedAsync("汾河滩夜间采砂的职责归属问题", AdmissionRoute.RegularSession);
        var other = await bot.AdmittedAsync("砖厂料场取水的问题", AdmissionRoute.RegularSession);
        var start = TestClock.Start.AddDays(4);
        var session = await bot.DoAsync(Papers.Office, new ScheduleSession(sand, null, start, "三楼", OtherConsultationIds: [other]));
        await office.SayAsync($"{session.Number}到哪了");
        var arrange = office.Find("调整议题顺序");

        await office.PressAsync(arrange);
        var again = await office.SayAsync("7 8");
        var denied = await water.PressAsync(arrange);

        Assert.StartsWith("没有看准顺序", again.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("请按新的顺序", denied.Text, StringComparison.Ordinal);
        Assert.Equal(["汾河滩夜间采砂的职责归属问题", "砖厂料场取水的问题"], await TitlesAsync(bot, sand));
    }

    private static Task<List<string>> TitlesAsync(BotHost bot, Guid consultation) =>
        bot.ReadAsync(
            (db, token) =>
                db
                    .Sessions.Where(s => s.AgendaItems.Any(i => i.ConsultationId == consultation))
                    .SelectMany(s => s.AgendaItems)
                    .OrderBy(i => i.Order)
                    .Select(i => i.Consultation!.Title)
                    .ToListAsync(token)
        );
}
