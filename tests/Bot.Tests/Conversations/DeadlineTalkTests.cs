using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Tests.Pages;
using SupervisionBot.Core.Deadlines;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>期限 in chat and on the desk: asked for more time, explained, held back, checked, taken on; each for a tap and at most a sentence.</summary>
public sealed class DeadlineTalkTests
{
    [Fact]
    public async Task More_time_is_asked_for_in_a_sentence_and_granted_with_a_tap()
    {
        await using var bot = await LateView.StartAsync();
        var land = await TalkingPerson.EnterAsync(bot, LateView.Land);
        var office = await TalkingPerson.EnterAsync(bot, LateView.Office);
        await bot.GoToAsync(3, 3, 8, 30);
        await land.ListenAsync();
        Assert.Equal($"{LateView.Matter}：还有3个工作日，3月8日（周一）到期，请反馈意见", land.Last.Title);
        Assert.Contains("期限暂按周末推算", land.Last.Text, StringComparison.Ordinal);

        await land.PressAsync("申请延期");
        var vague = await land.SayAsync("尽快吧，监测报告要等省里");
        var asked = await land.SayAsync("延到3月12日，监测报告要等省里");
        await office.ListenAsync();
        var request = office.Last;
        var granted = await office.PressAsync("同意延期");
        await land.ListenAsync();

        Assert.Equal("没有看出是哪一天，请再说一次。", vague.Title);
        Assert.Contains("例如：延到3月17日，", vague.Text, StringComparison.Ordinal);
        Assert.Equal("已报专班办公室，3月4日（周四）18:00前答复。答复前不计时，不算逾期。", asked.Title);
        Assert.StartsWith($"请答复延期申请：{LateView.Matter}（反馈意见）", request.Title, StringComparison.Ordinal);
        Assert.Contains("3月12日（周五）", request.Text, StringComparison.Ordinal);
        Assert.Equal("已同意延期，期限改为3月12日（周五）18:00，已告诉责任单位。", granted.Title);
        Assert.Contains("同意延期，“反馈意见”改为3月12日（周五）18:00", land.Last.Title, StringComparison.Ordinal);
        Assert.Equal((3, 1), (land.Actions, office.Actions));
    }

    [Fact]
    public async Task Why_this_day_is_answered_day_by_day()
    {
        await using var bot = await LateView.StartAsync();
        var land = await TalkingPerson.EnterAsync(bot, LateView.Land);
        await bot.GoToAsync(3, 5, 8, 30);
        await land.ListenAsync();

        var why = await land.SayAsync("为什么是这天");

        Assert.Equal($"{LateView.Matter}（反馈意见）的期限是3月8日（周一）18:00", why.Title);
        Assert.Contains("3月6日（周六）至3月7日（周日）共2天：周末", why.Text, StringComparison.Ordinal);
        Assert.Contains("暂按周末推算", why.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Late_it_is_explained_or_said_to_be_answered_and_the_office_enters_what_it_heard()
    {
        await using var bot = await LateView.StartAsync();
        var land = await TalkingPerson.EnterAsync(bot, LateView.Land);
        var office = await TalkingPerson.EnterAsync(bot, LateView.Office);
        await bot.GoToAsync(3, 9, 8, 30);
        await land.ListenAsync();
        Assert.Equal($"{LateView.Matter}应于3月8日（周一）18:00反馈意见，已过1个工作日", land.Last.Title);
        Assert.Contains("明天起将同时告知贵单位分管领导。", land.Last.Text, StringComparison.Ordinal);

        var claimed = await land.PressAsync("已电话答复过");
        await office.ListenAsync();
        var question = await office.PressAsync("属实，我来补录");
        var entered = await office.SayAsync("堤防以内由市水务局查处，依据河道管理条例");
        await land.ListenAsync();

        Assert.Equal("已请专班办公室核对，3月10日（周三）18:00前答复。核对期间不计时。", claimed.Title);
        Assert.Equal("请把电话里答复的意见写一句，我代录进去。", question.Title);
        Assert.StartsWith("已代录市自然资源局的意见", entered.Title, StringComparison.Ordinal);
        Assert.StartsWith("已代录贵单位的电话答复", land.Last.Title, StringComparison.Ordinal);
        Assert.Equal((1, 2), (land.Actions, office.Actions));
        Assert.True(
            await bot.ReadAsync(
                (db, token) =>
                    db.Deadlines.AllAsync(d => d.Title != LateView.Matter || d.Promise != Promise.View || d.State == DeadlineState.Kept, token)
            )
        );
    }

    [Fact]
    public async Task More_time_is_not_asked_for_any_more_after_the_limit_but_the_explanation_is_and_one_sentence_gives_it()
    {
        await using var bot = await LateView.StartAsync();
        var land = await TalkingPerson.EnterAsync(bot, LateView.Land);
        await bot.GoToAsync(3, 8, 17, 30);
        await land.ListenAsync();
        await land.PressAsync("申请延期");
        await bot.GoToAsync(3, 8, 18, 1);

        var tooLate = await land.SayAsync("延到3月12日，监测报告要等省里");
        var explained = await land.SayAsync("监测报告要等省里，预计3月12日反馈");
        var again = await land.PressAsync("申请延期");

        const string Question = "期限已过，不能再申请延期。请写一句情况和预计办完的日期，原期限不变。";
        Assert.Equal((Question, Question), (tooLate.Title, again.Title));
        Assert.Equal("已记下，专班办公室和贵单位分管领导看得到。", explained.Title);
        var owed = await bot.ReadAsync((db, token) => db.Deadlines.SingleAsync(d => d.Title == LateView.Matter && d.ClosedAt == null, token));
        Assert.Equal("监测报告要等省里，预计3月12日反馈", owed.Explanation);
    }

    [Fact]
    public async Task The_office_sees_the_day_before_what_a_leader_will_hear_and_may_hold_it()
    {
        await using var bot = await LateView.StartAsync();
        var office = await TalkingPerson.EnterAsync(bot, LateView.Office);
        var leader = await TalkingPerson.EnterAsync(bot, LateView.LandLeader);
        await bot.GoToAsync(3, 9, 8, 30);
        await office.ListenAsync();
        var preview = office.Last;

        await office.PressAsync("缓一个工作日");
        var held = await office.SayAsync("已电话联系，今天送来");
        await bot.GoToAsync(3, 10, 18, 0);
        await leader.ListenAsync();
        Assert.Empty(leader.Heard);
        await bot.GoToAsync(3, 11, 8, 30);
        await leader.ListenAsync();

        Assert.Equal($"下一个工作日将告知分管领导：{LateView.Matter}（反馈意见）", preview.Title);
        Assert.Equal(["照发", "缓一个工作日", "已电话办了，我来补录", "看全文"], preview.Labels);
        Assert.Equal("已缓一个工作日。", held.Title);
        Assert.Equal($"{LateView.Matter}（反馈意见）已过3个工作日，请您过问", Assert.Single(leader.Heard).Title);
    }

    [Fact]
    public async Task The_desk_shows_what_is_late_who_owes_it_and_takes_a_tap()
    {
        await using var bot = await LateView.StartAsync();
        await bot.GoToAsync(3, 9, 9, 0);
        using var office = await Reader.SignInAsync(bot, LateView.Office);
        using var stranger = await Reader.SignInAsync(bot, LateView.Land);

        await office.GetAsync("/desk");
        Assert.Contains(LateView.Matter, office.Html, StringComparison.Ordinal);
        Assert.Contains("3月10日（周三）08:30告知分管领导", System.Net.WebUtility.HtmlDecode(office.Html), StringComparison.Ordinal);
        Assert.Contains("逾期", System.Net.WebUtility.HtmlDecode(office.Html), StringComparison.Ordinal);
        var deadline = await bot.ReadAsync((db, token) => db.Deadlines.SingleAsync(d => d.Title == LateView.Matter && d.ClosedAt == null, token));
        await office.SendAsync("/desk", "", ("Id", deadline.Id.ToString()), ("Step", "0"), ("Action", nameof(DeadlineAction.TakeCharge)));
        await office.GetAsync("/desk");
        Assert.Contains("刘洋在办", System.Net.WebUtility.HtmlDecode(office.Html), StringComparison.Ordinal);

        await stranger.GetAsync("/desk");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, stranger.Status);
    }
}
