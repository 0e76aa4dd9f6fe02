using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>改期 and 取消 by the office: offered where they are promised, shown once before everybody is told.</summary>
public sealed class SessionChangeTests
{
    private const string Sand = "汾河滩夜间采砂的职责归属问题";

    [Theory]
    [InlineData("改到12月4日下午3点，地点改到市政府二楼会议室", "市政府二楼会议室")]
    [InlineData("12月4日下午3点，地点：市政府二楼会议室", "市政府二楼会议室")]
    [InlineData("会议推迟到12月4日下午3点，在市政府二楼会议室开", "市政府二楼会议室")]
    [InlineData("改到12月4日下午3点，地点不变", "司法局三楼会议室")]
    [InlineData("改到12月4日下午3点", "司法局三楼会议室")]
    public async Task A_new_time_is_shown_once_before_everybody_is_told(string said, string place)
    {
        await using var bot = await Papers.StartAsync();
        var office = await TalkingPerson.EnterAsync(bot, Papers.Office);
        var water = await TalkingPerson.EnterAsync(bot, Papers.Water);
        await ScheduleAsync(bot, office);
        await office.PressAsync("改期");
        await water.ListenAsync();

        var past = await office.SayAsync("改到11月20日下午3点");
        var shown = await office.SayAsync(said);
        var before = await SessionAsync(bot);
        var quiet = await water.ListenAsync();
        var sent = await office.PressAsync("发改期通知");
        var session = await SessionAsync(bot);

        Assert.Contains("已经过去", past.Title, StringComparison.Ordinal);
        Assert.Equal($"拟发改期通知，请您看一下：{Sand}", shown.Title);
        Assert.Contains("12月4日（周五）15:00（原定11月27日（周五）09:00）", shown.Text, StringComparison.Ordinal);
        Assert.Equal("11月27日（周五）09:00", ChinaTime.Moment(before.StartsAt));
        Assert.Empty(quiet);
        Assert.StartsWith("已改期，12月4日（周五）15:00开会", sent.Title, StringComparison.Ordinal);
        Assert.Equal(("12月4日（周五）15:00", place), (ChinaTime.Moment(session.StartsAt), session.Place));
        Assert.NotEmpty(await water.ListenAsync());
    }

    [Fact]
    public async Task A_cancellation_is_shown_once_with_its_reason_and_offered_in_the_progress_of_the_matter()
    {
        await using var bot = await Papers.StartAsync();
        var office = await TalkingPerson.EnterAsync(bot, Papers.Office);
        await ScheduleAsync(bot, office);
        var number = await bot.ReadAsync((db, token) => db.Consultations.Where(c => c.Title == Sand).Select(c => c.Number).SingleAsync(token));

        var progress = await office.SayAsync($"{number}到哪了");
        await office.PressAsync("取消");
        var shown = await office.SayAsync("主持人临时有会");
        var before = (await SessionAsync(bot)).State;
        await office.PressAsync("取消会议，发通知");

        Assert.Contains("改期", progress.Labels);
        Assert.Equal($"拟取消会议，请您看一下：{Sand}", shown.Title);
        Assert.Contains("主持人临时有会", shown.Text, StringComparison.Ordinal);
        Assert.Equal(SessionState.Scheduled, before);
        Assert.Equal(SessionState.Cancelled, (await SessionAsync(bot)).State);
    }

    [Fact]
    public async Task A_date_that_has_passed_is_not_proposed()
    {
        await using var bot = await Papers.StartAsync();
        var office = await TalkingPerson.EnterAsync(bot, Papers.Office);
        await bot.AdmittedAsync(Sand, AdmissionRoute.OwnSession);
        await OpenAsync(office);
        await office.PressAsync("定会期");

        var past = await office.SayAsync("11月20日上午9点，司法局三楼会议室");
        var proposed = await office.SayAsync("11月27日上午9点，司法局三楼会议室");

        Assert.Contains("已经过去", past.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("发通知", past.Labels);
        Assert.Contains("发通知", proposed.Labels);
    }

    private static async Task ScheduleAsync(BotHost bot, TalkingPerson office)
    {
        await bot.AdmittedAsync(Sand, AdmissionRoute.OwnSession);
        await OpenAsync(office);
        await office.PressAsync("定会期");
        await office.SayAsync("11月27日上午9点，司法局三楼会议室");
        var invited = await office.PressAsync("发通知");
        Assert.Equal(["改期", "取消"], invited.Labels);
    }

    private static async Task OpenAsync(TalkingPerson office)
    {
        await office.SayAsync("我的待办");
        await office.PressAsync(office.Last.Buttons.First(b => b.Label.Contains(Sand, StringComparison.Ordinal)));
    }

    private static Task<Session> SessionAsync(BotHost bot) =>
        bot.ReadAsync((db, token) => db.Sessions.SingleAsync(s => s.AgendaItems.Any(i => i.Consultation!.Title == Sand), token));
}
