using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>Sessions held and minutes compiled by their use cases, so that a talk can start where it is about. Those of the demo past are issued.</summary>
internal static class Papers
{
    public const string Office = "liuyang";
    public const string Township = "lihaiying";
    public const string Water = "yuanmei";
    public const string Land = "weidong";
    public const string Chair = "wangxiuying";
    public const string OtherChair = "yangjianguo";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<BotHost> StartAsync()
    {
        var bot = await Talk.StartAsync();
        await bot.Get<Database>()
            .WriteAsync(
                (db, token) =>
                    db
                        .Minutes.Where(m => m.State != MinutesState.Issued)
                        .ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MinutesState.Issued), token),
                Cancel
            );
        return bot;
    }

    /// <summary>A consultation of 阳村街道 with 市水务局 and 市自然资源局, admitted.</summary>
    public static async Task<Guid> AdmittedAsync(this BotHost bot, string title, AdmissionRoute route)
    {
        var units = await bot.ReadAsync(
            (db, token) => db.Units.Where(u => u.ShortName == "市水务局" || u.ShortName == "市自然资源局").Select(u => u.Id).ToListAsync(token)
        );
        var content = new ConsultationContent(title, Situation.CompetenceDisputed, $"{title}，两家说法不一", units);
        var id = (await bot.DoAsync(Township, new StartConsultation(Guid.NewGuid(), content, []))).Id;
        await bot.DoAsync("wangzhigang", new ReleaseConsultation(id, null));
        await bot.DoAsync(Office, new AdmitConsultation(id, null, route));
        return id;
    }

    /// <summary>Its session held this afternoon, everybody there: 市水务局 is to deal with it by 10 December.</summary>
    /// <returns>The compiled paper.</returns>
    public static async Task<Minutes> CompiledAsync(
        this BotHost bot,
        string title = "汾河滩夜间采砂的职责归属问题",
        string resolution = "对汾河滩夜间采砂开展巡查"
    )
    {
        var consultation = await bot.AdmittedAsync(title, AdmissionRoute.OwnSession);
        var start = bot.Machine.GetUtcNow().AddHours(1);
        var session = await bot.DoAsync(Office, new ScheduleSession(consultation, null, start, "三楼会议室"));
        await bot.DoAsync(Office, new OpenSession(session.Id, null));
        var held = await bot.ReadAsync((db, token) => db.Sessions.WithAgenda().FirstAsync(s => s.Id == session.Id, token));
        var water = held.Attendances.First(a => a.Unit!.ShortName == "市水务局").UnitId;
        var item = new ItemRecord(
            held.AgendaItems.Single().Id,
            "会议认为要依法查处。",
            [new ResolutionRecord(resolution, water, [], new DateOnly(2026, 12, 10))],
            ConsultationOutcome.AgreementReached
        );
        var ticks = held.Attendances.ConvertAll(a => new AttendanceTick(a.Id, Present: true, a.Attendee));
        await bot.DoAsync(Office, new RecordSession(session.Id, null, new SessionRecord(held.Version, ticks, [item])));
        await bot.DoAsync(Office, new EndSession(session.Id, null));
        await bot.Get<Sweep>().RunAsync(Cancel);
        return await bot.ReadAsync((db, token) => db.Minutes.FirstAsync(m => m.SessionId == session.Id, token));
    }

    /// <summary>With the three units, who have not answered.</summary>
    public static async Task<Minutes> CountersigningAsync(this BotHost bot, string title = "汾河滩夜间采砂的职责归属问题")
    {
        var paper = await bot.CompiledAsync(title);
        await bot.DoAsync(Office, new SendForCountersign(paper.Id, null));
        return paper;
    }

    /// <summary>Agreed to by all, with the chair.</summary>
    public static async Task<Minutes> WaitingAsync(
        this BotHost bot,
        string title = "汾河滩夜间采砂的职责归属问题",
        string resolution = "对汾河滩夜间采砂开展巡查"
    )
    {
        var paper = await bot.CompiledAsync(title, resolution);
        await bot.DoAsync(Office, new SendForCountersign(paper.Id, null));
        foreach (var unit in new[] { Township, Water, Land })
        {
            await bot.DoAsync(unit, new CountersignMinutes(paper.Id, null, null, CountersignChoice.Agree, null));
        }

        return paper;
    }

    /// <summary>Signed and issued: its resolution is tracked.</summary>
    /// <returns>The number of the resolution.</returns>
    public static async Task<string> IssuedAsync(
        this BotHost bot,
        string title = "汾河滩夜间采砂的职责归属问题",
        string resolution = "对汾河滩夜间采砂开展巡查"
    )
    {
        var paper = await bot.WaitingAsync(title, resolution);
        await bot.DoAsync(Chair, new SignOffMinutes(paper.Id, null));
        await bot.DoAsync(Office, new IssueMinutes(paper.Id, null));
        return await bot.ReadAsync((db, token) => db.Resolutions.Where(r => r.MinutesId == paper.Id).Select(r => r.Number!).SingleAsync(token));
    }

    public static Task<MinutesState> StateAsync(this BotHost bot, Minutes paper) =>
        bot.ReadAsync((db, token) => db.Minutes.Where(m => m.Id == paper.Id).Select(m => m.State).SingleAsync(token));

    public static async Task<T> DoAsync<T>(this BotHost bot, string login, IRequest<T> request)
    {
        var person = await bot.ReadAsync((db, token) => db.People.Where(p => p.Login == login).Select(p => p.Id).SingleAsync(token));
        var outcome = await bot.Get<UseCases>().RunAsync(person, request, Cancel);
        return outcome.Done ? outcome.Value : throw new InvalidOperationException(outcome.Refusal!.Sentence);
    }
}
