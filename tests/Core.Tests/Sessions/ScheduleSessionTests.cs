using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Sessions;

public sealed class ScheduleSessionTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Everyone_concerned_is_invited_once_with_a_calendar_entry(StorageProvider provider)
    {
        await using var meeting = await Meeting.PrepareAsync(provider, Cancel);

        await meeting.ScheduledAsync(Cancel);

        var news = await meeting.County.NewsAsync(Cancel);
        string[] invited = [Meeting.Host, County.Clerk, County.Leader, County.Land, County.Water];
        Assert.Equal(invited.Except([County.Leader]).Order(StringComparer.Ordinal), (await meeting.ToldAsync(Cancel)).Except([County.Leader]));
        var message = news[County.Water].Single();
        Assert.Equal("请参加会商：汾河滩有人夜里挖砂的职责归属问题", message.Title);
        Assert.Equal(["参加", "请假", "看全文"], message.Choices.Select(c => c.Label));
        Assert.Contains(message.Facts, f => f is { Label: "时间", Value: "11月27日（周五）15:00至17:00" });
        Assert.Contains(message.Facts, f => f is { Label: "主持", Value: "市委编办主任 王秀英" });
        Assert.DoesNotContain(news[Meeting.Host].Single().Choices, c => c.Label == "参加");
    }

    [Fact]
    public async Task The_calendar_entry_is_an_invitation_in_utc_with_a_stable_uid()
    {
        await using var meeting = await Meeting.PrepareAsync(StorageProvider.Sqlite, Cancel);
        var id = await meeting.ScheduledAsync(Cancel);

        var entry = await meeting.CalendarEntryAsync((await meeting.County.NewsAsync(Cancel))[County.Water].Single(), Cancel);

        Golden.Matches(entry.Replace(id.ToString(), "00000000-0000-0000-0000-000000000000", StringComparison.Ordinal), "invitation.ics");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Host_recorder_and_parties_are_expected_in_their_roles(StorageProvider provider)
    {
        await using var meeting = await Meeting.PrepareAsync(provider, Cancel);

        var session = await meeting.SessionAsync(await meeting.ScheduledAsync(Cancel), Cancel);

        var expected = session.Attendances.OrderBy(a => a.Role).ThenBy(a => a.Unit!.Order).Select(a => (a.Role, a.Unit!.ShortName));
        Assert.Equal(
            [
                (AttendanceRole.Host, "市委编办"),
                (AttendanceRole.Attend, "市自然资源局"),
                (AttendanceRole.Attend, "市水务局"),
                (AttendanceRole.Attend, "阳村街道"),
                (AttendanceRole.Recorder, "市司法局"),
            ],
            expected
        );
        Assert.Equal(SessionKind.Own, session.Kind);
        Assert.Equal(ConsultationState.Scheduled, session.AgendaItems.Single().Consultation!.State);
    }

    [Theory]
    [InlineData(-1, "已经过去")]
    [InlineData(366, "请核对年份")]
    [InlineData(365_000, "请核对年份")]
    public async Task A_time_in_the_past_or_over_a_year_ahead_is_refused(int days, string sentence)
    {
        await using var meeting = await Meeting.PrepareAsync(StorageProvider.Sqlite, Cancel);
        var consultation = await meeting.AwaitingAsync(Cancel);

        var outcome = await meeting.County.RunAsync(
            County.Office,
            new ScheduleSession(consultation, null, TestClock.Start.AddDays(days), Meeting.Place),
            Cancel
        );

        Assert.Contains(sentence, outcome.Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Equal(ConsultationState.AwaitingSession, (await meeting.County.ConsultationAsync(consultation, Cancel)).State);
    }

    [Fact]
    public async Task Without_a_place_it_is_refused()
    {
        await using var meeting = await Meeting.PrepareAsync(StorageProvider.Sqlite, Cancel);
        var consultation = await meeting.AwaitingAsync(Cancel);

        var outcome = await meeting.County.RunAsync(County.Office, new ScheduleSession(consultation, null, Meeting.Friday, " \n"), Cancel);

        Assert.Equal((Refusal.Invalid, "请写明开会地点。"), (outcome.Refusal!.Code, outcome.Refusal.Sentence));
    }

    [Theory]
    [InlineData(County.Clerk)]
    [InlineData(County.Water)]
    [InlineData(County.Stranger)]
    public async Task Only_the_office_schedules(string login)
    {
        await using var meeting = await Meeting.PrepareAsync(StorageProvider.Sqlite, Cancel);
        var consultation = await meeting.AwaitingAsync(Cancel);

        var outcome = await meeting.County.RunAsync(login, new ScheduleSession(consultation, null, Meeting.Friday, Meeting.Place), Cancel);

        Assert.Contains(outcome.Refusal!.Code, (string[])[Refusal.Forbidden, Refusal.NotFound]);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Two_who_schedule_at_once_make_one_session(StorageProvider provider)
    {
        await using var meeting = await Meeting.PrepareAsync(provider, Cancel);
        await using var other = meeting.County.Host.StartAnother();
        var consultation = await meeting.AwaitingAsync(Cancel);
        var step = (await meeting.County.ConsultationAsync(consultation, Cancel)).Step;
        var request = new ScheduleSession(consultation, step, Meeting.Friday, Meeting.Place);

        var outcomes = await Task.WhenAll(
            meeting.County.RunAsync(County.Office, request, Cancel),
            other.UseCases.RunAsync(meeting.County.Id(County.OtherOffice), request, Cancel)
        );

        Assert.Single(outcomes, o => o.Done);
        Assert.Contains("这件已由", outcomes.Single(o => !o.Done).Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Equal(1, await meeting.County.Host.Database.ReadAsync((db, token) => db.Sessions.CountAsync(token), Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_second_matter_for_the_regular_session_of_that_day_joins_it(StorageProvider provider)
    {
        await using var meeting = await Meeting.PrepareAsync(provider, Cancel);
        var first = await meeting.ScheduledAsync(Cancel, AdmissionRoute.RegularSession);
        var second = await meeting.AwaitingAsync(Cancel, AdmissionRoute.RegularSession);
        await meeting.County.ForgetNewsAsync(Cancel);

        var joined = await meeting.County.DoAsync(County.Office, new ScheduleSession(second, null, Meeting.Friday.AddHours(-2), "别处"), Cancel);

        Assert.Equal((first, true, Meeting.Place), (joined.Id, joined.Joined, joined.Place));
        var session = await meeting.SessionAsync(first, Cancel);
        Assert.Equal([1, 2], session.AgendaItems.Select(i => i.Order).Order());
        Assert.Equal(3, session.Attendances.Count(a => a.Role == AttendanceRole.Attend));
        Assert.All(await meeting.County.NewsAsync(Cancel), news => Assert.Single(news));
    }

    [Fact]
    public async Task Without_a_regular_session_ahead_joining_is_refused()
    {
        await using var meeting = await Meeting.PrepareAsync(StorageProvider.Sqlite, Cancel);
        var consultation = await meeting.AwaitingAsync(Cancel, AdmissionRoute.RegularSession);

        var outcome = await meeting.County.RunAsync(County.Office, new AddToSession(consultation, null), Cancel);

        Assert.Contains("没有已经定好时间的定期会商", outcome.Refusal!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_that_only_advises_sits_in()
    {
        await using var meeting = await Meeting.PrepareAsync(StorageProvider.Sqlite, Cancel);
        var consultation = await meeting.AwaitingAsync(Cancel);

        var made = await meeting.County.DoAsync(
            County.Office,
            new ScheduleSession(
                consultation,
                null,
                Meeting.Friday,
                Meeting.Place,
                SitInUnitIds: [meeting.County.Unit("gongan"), meeting.County.Unit("shuiwu")]
            ),
            Cancel
        );

        var session = await meeting.SessionAsync(made.Id, Cancel);
        Assert.Equal("市公安局", session.Attendances.Single(a => a.Role == AttendanceRole.SitIn).Unit!.ShortName);
    }
}
