using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Sessions;

/// <summary>What the worker does with a session when its time has come.</summary>
public sealed class MinutesTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_minutes_of_an_ended_session_go_to_the_office_once(StorageProvider provider)
    {
        await using var meeting = await Meeting.PrepareAsync(provider, Cancel);
        var id = await meeting.EndedAsync(Cancel);
        await using var other = meeting.County.Host.StartAnother();

        await Task.WhenAll(meeting.County.Host.Sweep.RunAsync(Cancel), other.Sweep.RunAsync(Cancel));
        await meeting.County.Host.Sweep.RunAsync(Cancel);

        var session = await meeting.SessionAsync(id, Cancel);
        Assert.Equal((SessionState.Compiled, ConsultationState.MinutesDrafted), (session.State, session.AgendaItems.Single().Consultation!.State));
        Assert.Equal(1, await meeting.County.Host.Database.ReadAsync((db, token) => db.Minutes.CountAsync(token), Cancel));
        var news = await meeting.County.NewsAsync(Cancel);
        Assert.All(news, told => Assert.Single(told));
        Assert.Equal([County.OtherOffice, County.Office], news.Select(n => n.Key).Order(StringComparer.Ordinal));
        Assert.Equal(["修改", "送会签"], news[County.Office].Single().Choices.Select(c => c.Label));
        Assert.Equal("/minutes/HY-2026-0001/edit", news[County.Office].Single().Choices[0].Url);
    }

    [Fact]
    public async Task The_minutes_tell_what_was_sent_said_and_agreed()
    {
        await using var meeting = await Meeting.PrepareAsync(StorageProvider.Sqlite, Cancel);
        var id = await meeting.OpenedAsync(Cancel);
        var consultation = (await meeting.SessionAsync(id, Cancel)).AgendaItems.Single().ConsultationId;
        await meeting.County.Host.Database.WriteAsync(
            async (db, token) =>
            {
                var record = await db.Consultations.Include(c => c.InvitedUnits).FirstAsync(c => c.Id == consultation, token);
                record.OwnView = "在堤里头，应当由市水务局查处。";
                foreach (var invited in record.InvitedUnits)
                {
                    invited.ViewKind = invited.UnitId == meeting.County.Unit("shuiwu") ? ViewKind.Own : ViewKind.NotOurs;
                    invited.ViewText = "采砂点在堤内";
                    invited.ViewBasis = "《河道管理条例》第三条";
                }
            },
            Cancel
        );
        await meeting.County.DoAsync(County.Office, new RecordSession(id, null, await meeting.RecordAsync(id, Cancel)), Cancel);
        await meeting.County.DoAsync(County.Office, new EndSession(id, null), Cancel);

        await meeting.County.Host.Sweep.RunAsync(Cancel);

        var markdown = await meeting.County.Host.Database.ReadAsync((db, token) => db.Minutes.Select(m => m.Markdown).SingleAsync(token), Cancel);
        Golden.Matches(markdown, "minutes.md");
        Golden.Matches(PaperPages.ToHtml(new PaperSettings().NewPaper(PaperKind.Minutes, markdown)), "minutes.html");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_session_never_opened_asks_the_office_once_and_produces_nothing(StorageProvider provider)
    {
        await using var meeting = await Meeting.PrepareAsync(provider, Cancel);
        var id = await meeting.ScheduledAsync(Cancel);
        await meeting.County.ForgetNewsAsync(Cancel);
        await using var other = meeting.County.Host.StartAnother();
        meeting.GoTo(Meeting.Friday.AddHours(2));

        await Task.WhenAll(meeting.County.Host.Sweep.RunAsync(Cancel), other.Sweep.RunAsync(Cancel));
        meeting.GoTo(Meeting.Friday.AddDays(10));
        await meeting.County.Host.Sweep.RunAsync(Cancel);

        var asked = await AskedAsync(meeting);
        Assert.Equal([County.OtherOffice, County.Office], asked.Select(a => a.Login));
        var question = asked[1].Question;
        Assert.Equal("汾河滩有人夜里挖砂的职责归属问题专题会商：原定今天15:00开，开了没有", question.Title);
        Assert.Equal(["开了", "改期", "取消"], question.Choices.Select(c => c.Label));
        Assert.Equal(SessionState.Scheduled, (await meeting.SessionAsync(id, Cancel)).State);
        Assert.Equal(0, await meeting.County.Host.Database.ReadAsync((db, token) => db.Minutes.CountAsync(token), Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_rescheduled_session_is_asked_about_at_its_new_end_only(StorageProvider provider)
    {
        await using var meeting = await Meeting.PrepareAsync(provider, Cancel);
        var id = await meeting.ScheduledAsync(Cancel);
        await meeting.County.DoAsync(County.Office, new RescheduleSession(id, 0, Meeting.Friday.AddDays(3)), Cancel);
        await meeting.County.DoAsync(County.Office, new RescheduleSession(id, 1, Meeting.Friday), Cancel);
        await meeting.County.DoAsync(County.Office, new RescheduleSession(id, 2, Meeting.Friday.AddDays(3)), Cancel);
        await meeting.County.ForgetNewsAsync(Cancel);

        meeting.GoTo(Meeting.Friday.AddHours(3));
        await meeting.County.Host.Sweep.RunAsync(Cancel);
        Assert.Empty(await AskedAsync(meeting));

        meeting.GoTo(Meeting.Friday.AddDays(3).AddHours(2));
        await meeting.County.Host.Sweep.RunAsync(Cancel);
        Assert.Equal([County.OtherOffice, County.Office], (await AskedAsync(meeting)).Select(a => a.Login));
    }

    /// <summary>Who was asked whether the session was held; reminders go out beside it.</summary>
    private static async Task<List<(string Login, Message Question)>> AskedAsync(Meeting meeting) =>
        [
            .. (await meeting.County.NewsAsync(Cancel))
                .SelectMany(person => person.Select(message => (person.Key, message)))
                .Where(n => n.message.Title.Contains("开了没有", StringComparison.Ordinal))
                .OrderBy(n => n.Key, StringComparer.Ordinal),
        ];
}
