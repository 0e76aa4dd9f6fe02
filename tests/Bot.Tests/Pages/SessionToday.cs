using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Pages;

/// <summary>A session of this afternoon in the demo county, brought there by its use cases.</summary>
internal sealed class SessionToday(BotHost host, Guid id, string number, string record) : IAsyncDisposable
{
    public const string Office = "liuyang";
    public const string Water = "yuanmei";
    public const string Stranger = "sunli";
    public const string Township = "lihaiying";
    public const string Chair = "yangjianguo";
    public const string OtherChair = "wangxiuying";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public BotHost Host => host;
    public Guid Id => id;
    public string Page => $"/sessions/{number}";
    public string Number => number;
    public string Minutes => $"/minutes/{number}";
    public string Edit => $"/minutes/{number}/edit";
    public string AgendaPath => $"/sessions/{number}/agenda";

    /// <summary>The page of the consultation on its agenda.</summary>
    public string Record => $"/records/{record}";

    public static async Task<SessionToday> ScheduleAsync()
    {
        var host = await BotHost.StartAsync();
        var county = new SessionToday(host, Guid.Empty, "", "");
        var units = await county.ReadAsync(db => db.Units.Where(u => u.ShortName == "市水务局").Select(u => u.Id));
        var content = new ConsultationContent("河滩<b>挖砂</b>归谁管", Situation.CompetenceDisputed, "夜里有人挖砂 <script>alert(1)</script>", units);
        var started = await county.DoAsync("lihaiying", new StartConsultation(Guid.NewGuid(), content, []));
        await county.DoAsync("wangzhigang", new ReleaseConsultation(started.Id, null));
        await county.DoAsync(Office, new AdmitConsultation(started.Id, null, AdmissionRoute.OwnSession));
        await county.DoAsync(Water, new GiveView(started.Id, null, ViewKind.Own, "采砂点在堤内", "《河道管理条例》"));
        var session = await county.DoAsync(Office, new ScheduleSession(started.Id, null, TestClock.Start.AddHours(6), "三楼会议室"));
        return new SessionToday(host, session.Id, session.Number, started.Number);
    }

    public static async Task<SessionToday> OpenAsync()
    {
        var session = await ScheduleAsync();
        await session.DoAsync(Office, new OpenSession(session.Id, null));
        return session;
    }

    /// <summary>Ended and compiled: 市水务局 is to deal with it by 10 December; everybody was there.</summary>
    public static async Task<SessionToday> CompileAsync()
    {
        var session = await OpenAsync();
        var now = await session.NowAsync();
        var water = await session.UnitAsync("市水务局");
        var record = new SessionRecord(
            now.Version,
            [.. now.Attendances.Select(a => new AttendanceTick(a.Id, Present: true, a.Attendee))],
            [
                new ItemRecord(
                    now.AgendaItems.Single().Id,
                    "会上说的话",
                    [new ResolutionRecord("由市水务局查处<i>采砂</i>", water, [], new DateOnly(2026, 12, 10))],
                    ConsultationOutcome.AgreementReached
                ),
            ]
        );
        await session.DoAsync(Office, new RecordSession(session.Id, null, record));
        await session.DoAsync(Office, new EndSession(session.Id, null));
        await session.Host.Get<Sweep>().RunAsync(Cancel);
        return session;
    }

    /// <summary>Countersigned by both units, waiting for the chair.</summary>
    public static async Task<SessionToday> SubmitAsync()
    {
        var session = await CompileAsync();
        var paper = (await session.PaperAsync()).Id;
        await session.DoAsync(Office, new SendForCountersign(paper, null));
        await session.DoAsync(Water, new CountersignMinutes(paper, null, null, CountersignChoice.Agree, null));
        await session.DoAsync(Township, new CountersignMinutes(paper, null, null, CountersignChoice.Agree, null));
        return session;
    }

    public static async Task<SessionToday> IssueAsync()
    {
        var session = await SubmitAsync();
        var paper = (await session.PaperAsync()).Id;
        await session.DoAsync(Chair, new SignOffMinutes(paper, null));
        await session.DoAsync(Office, new IssueMinutes(paper, null));
        return session;
    }

    public async Task<Minutes> PaperAsync() => (await ReadAsync(db => db.Minutes.Where(m => m.Number == number))).Single();

    public async Task<Guid> UnitAsync(string shortName) =>
        (await ReadAsync(db => db.Units.Where(u => u.ShortName == shortName).Select(u => u.Id))).Single();

    public async Task<T> DoAsync<T>(string login, IRequest<T> request)
    {
        var person = (await ReadAsync(db => db.People.Where(p => p.Login == login).Select(p => p.Id))).Single();
        var outcome = await host.Get<UseCases>().RunAsync(person, request, Cancel);
        return outcome.Done ? outcome.Value : throw new InvalidOperationException(outcome.Refusal!.Sentence);
    }

    public Task<List<T>> ReadAsync<T>(Func<WorkDb, IQueryable<T>> query) =>
        host.Get<Database>().ReadAsync((db, token) => query(db).ToListAsync(token), Cancel);

    public async Task<Session> NowAsync() => (await ReadAsync(db => db.Sessions.WithAgenda().Where(s => s.Id == id))).Single();

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
