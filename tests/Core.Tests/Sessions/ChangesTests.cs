using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Sessions;

/// <summary>Answers to an invitation, and what changes afterwards.</summary>
public sealed class ChangesTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Only_a_leave_reaches_the_office_and_with_its_reason(StorageProvider provider)
    {
        await using var meeting = await Meeting.PrepareAsync(provider, Cancel);
        var id = await meeting.ScheduledAsync(Cancel);
        await meeting.County.ForgetNewsAsync(Cancel);

        await meeting.County.DoAsync(County.Land, new AnswerInvitation(id, 0, AttendanceReply.Accepted, "副局长 高峰"), Cancel);
        await meeting.County.DoAsync(County.Water, new AnswerInvitation(id, 0, AttendanceReply.Leave, "去省厅开会"), Cancel);

        var news = await meeting.County.NewsAsync(Cancel);
        Assert.Equal([County.OtherOffice, County.Office], await meeting.ToldAsync(Cancel));
        Assert.Equal("市水务局请假：汾河滩有人夜里挖砂的职责归属问题", news[County.Office].Single().Title);
        Assert.Equal("请假原因：去省厅开会", news[County.Office].Single().Text);
        var land = (await meeting.SessionAsync(id, Cancel)).Attendances.Single(a => a.Unit!.ShortName == "市自然资源局");
        Assert.Equal((AttendanceReply.Accepted, "副局长 高峰"), (land.Reply, land.Attendee));
    }

    [Fact]
    public async Task An_answer_can_be_given_anew_until_it_begins()
    {
        await using var meeting = await Meeting.PrepareAsync(StorageProvider.Sqlite, Cancel);
        var id = await meeting.ScheduledAsync(Cancel);
        await meeting.County.DoAsync(County.Water, new AnswerInvitation(id, 0, AttendanceReply.Leave, "出差"), Cancel);

        await meeting.County.DoAsync(County.Water, new AnswerInvitation(id, 0, AttendanceReply.Accepted, "副局长 薛志强"), Cancel);
        meeting.GoTo(Meeting.Friday);
        var late = await meeting.County.RunAsync(County.Water, new AnswerInvitation(id, 0, AttendanceReply.Leave, "堵车"), Cancel);

        Assert.Contains("已到开会时间", late.Refusal!.Sentence, StringComparison.Ordinal);
        var water = (await meeting.SessionAsync(id, Cancel)).Attendances.Single(a => a.Unit!.ShortName == "市水务局");
        Assert.Equal((AttendanceReply.Accepted, "副局长 薛志强"), (water.Reply, water.Attendee));
    }

    [Fact]
    public async Task A_leave_needs_a_reason()
    {
        await using var meeting = await Meeting.PrepareAsync(StorageProvider.Sqlite, Cancel);
        var id = await meeting.ScheduledAsync(Cancel);

        var outcome = await meeting.County.RunAsync(County.Water, new AnswerInvitation(id, 0, AttendanceReply.Leave, "  "), Cancel);

        Assert.Equal("请写一句请假原因，专班办公室好安排。", outcome.Refusal!.Sentence);
    }

    [Fact]
    public async Task A_unit_that_is_not_expected_does_not_even_see_it()
    {
        await using var meeting = await Meeting.PrepareAsync(StorageProvider.Sqlite, Cancel);
        var id = await meeting.ScheduledAsync(Cancel);

        var outcome = await meeting.County.RunAsync(County.Stranger, new AnswerInvitation(id, 0, AttendanceReply.Accepted, null), Cancel);

        Assert.Equal(Refusal.NotFound, outcome.Refusal!.Code);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Rescheduling_tells_everyone_once_and_asks_anew(StorageProvider provider)
    {
        await using var meeting = await Meeting.PrepareAsync(provider, Cancel);
        var id = await meeting.ScheduledAsync(Cancel);
        await meeting.County.DoAsync(County.Water, new AnswerInvitation(id, 0, AttendanceReply.Accepted, "副局长 薛志强"), Cancel);
        var invited = await meeting.ToldAsync(Cancel);
        await meeting.County.ForgetNewsAsync(Cancel);

        await meeting.County.DoAsync(County.Office, new RescheduleSession(id, 0, Meeting.Friday.AddDays(3)), Cancel);

        Assert.Equal(invited, await meeting.ToldAsync(Cancel));
        var message = (await meeting.County.NewsAsync(Cancel))[County.Water].Single();
        Assert.Equal(("原定", "11月27日（周五）15:00"), (message.Facts[0].Label, message.Facts[0].Value));
        Assert.Equal(("改为", "11月30日（周一）15:00至17:00"), (message.Facts[1].Label, message.Facts[1].Value));
        Assert.Equal("1", message.Choices[0].Arguments!["step"]);
        Assert.Contains("SEQUENCE:1", await meeting.CalendarEntryAsync(message, Cancel), StringComparison.Ordinal);
        Assert.All(
            (await meeting.SessionAsync(id, Cancel)).Attendances.Where(a => a.PersonId is null),
            a => Assert.Equal(AttendanceReply.Open, a.Reply)
        );
        var stale = await meeting.County.RunAsync(County.Water, new AnswerInvitation(id, 0, AttendanceReply.Accepted, null), Cancel);
        Assert.Equal(Refusal.Stale, stale.Refusal!.Code);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Cancelling_tells_everyone_once_and_the_consultation_waits_again(StorageProvider provider)
    {
        await using var meeting = await Meeting.PrepareAsync(provider, Cancel);
        var id = await meeting.ScheduledAsync(Cancel);
        var invited = await meeting.ToldAsync(Cancel);
        await meeting.County.ForgetNewsAsync(Cancel);

        await meeting.County.DoAsync(County.Office, new CancelSession(id, 0, "组长另有会议"), Cancel);

        Assert.Equal(invited, await meeting.ToldAsync(Cancel));
        var message = (await meeting.County.NewsAsync(Cancel))[County.Water].Single();
        Assert.Equal(("会商取消：汾河滩有人夜里挖砂的职责归属问题", "组长另有会议"), (message.Title, message.Text));
        var entry = await meeting.CalendarEntryAsync(message, Cancel);
        Assert.Contains("METHOD:CANCEL", entry, StringComparison.Ordinal);
        var session = await meeting.SessionAsync(id, Cancel);
        Assert.Equal((SessionState.Cancelled, ConsultationState.AwaitingSession), (session.State, session.AgendaItems.Single().Consultation!.State));
        await meeting.County.ForgetNewsAsync(Cancel);
        meeting.GoTo(Meeting.Friday.AddHours(3));
        await meeting.County.Host.Sweep.RunAsync(Cancel);
        Assert.Empty(await meeting.ToldAsync(Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Withdrawing_the_only_matter_calls_the_session_off_and_nobody_hears_twice(StorageProvider provider)
    {
        await using var meeting = await Meeting.PrepareAsync(provider, Cancel);
        var id = await meeting.ScheduledAsync(Cancel);
        var consultation = (await meeting.SessionAsync(id, Cancel)).AgendaItems.Single().ConsultationId;
        await meeting.County.ForgetNewsAsync(Cancel);

        await meeting.County.DoAsync(County.Clerk, new CancelConsultation(consultation, null, null), Cancel);

        Assert.Equal(SessionState.Cancelled, (await meeting.SessionAsync(id, Cancel)).State);
        var news = await meeting.County.NewsAsync(Cancel);
        Assert.All(news, told => Assert.Single(told));
        Assert.Contains(Meeting.Host, news.Select(n => n.Key));
        Assert.Contains(County.Water, news.Select(n => n.Key));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Withdrawing_one_of_two_matters_leaves_the_other(StorageProvider provider)
    {
        await using var meeting = await Meeting.PrepareAsync(provider, Cancel);
        var id = await meeting.ScheduledAsync(Cancel, AdmissionRoute.RegularSession);
        var second = await meeting.AwaitingAsync(Cancel, AdmissionRoute.RegularSession);
        await meeting.County.DoAsync(County.Office, new AddToSession(second, null), Cancel);
        var first = (await meeting.SessionAsync(id, Cancel)).AgendaItems.Single(i => i.Order == 1).ConsultationId;

        await meeting.County.DoAsync(County.Clerk, new CancelConsultation(first, null, null), Cancel);

        var session = await meeting.SessionAsync(id, Cancel);
        Assert.Equal(
            (SessionState.Scheduled, second, 1),
            (session.State, session.AgendaItems.Single().ConsultationId, session.AgendaItems.Single().Order)
        );
    }
}
