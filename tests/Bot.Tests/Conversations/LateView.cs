using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Demo;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>A consultation admitted on Monday, 1 March 2027, long after the demo's own affairs: written views are wanted until Monday, 8 March, 18:00.</summary>
internal static class LateView
{
    public const string Land = "weidong";
    public const string LandLeader = "gaofeng";
    public const string Office = "liuyang";
    public const string Matter = "汾河滩有人夜里挖砂的职责归属问题";
    private const string Clerk = "lihaiying";
    private const string ClerkLeader = "wangzhigang";
    private const string Water = "yuanmei";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<BotHost> StartAsync()
    {
        var bot = await Talk.StartAsync();
        await bot.GoToAsync(3, 1, 9, 0);
        var people = await bot.ReadAsync((db, token) => db.People.ToDictionaryAsync(p => p.Login, token));
        var content = new ConsultationContent(
            Matter,
            Situation.CompetenceDisputed,
            "汾河滩有人夜里挖砂，水务局说归自规局，自规局说归水务局",
            [people[Land].UnitId, people[Water].UnitId]
        );
        var id = (await DoAsync(Clerk, new StartConsultation(Guid.NewGuid(), content, []))).Id;
        await DoAsync(ClerkLeader, new ReleaseConsultation(id, null));
        await DoAsync(Office, new AdmitConsultation(id, null, AdmissionRoute.WrittenViews));
        await DoAsync(Water, new GiveView(id, null, ViewKind.None, "", null));
        await bot.SettleAsync();
        return bot;

        async Task<T> DoAsync<T>(string login, IRequest<T> request)
        {
            var outcome = await bot.Get<UseCases>().RunAsync(people[login].Id, request, Cancel);
            return outcome.Done ? outcome.Value : throw new InvalidOperationException(outcome.Refusal!.Sentence);
        }
    }

    /// <summary>Lets time pass up to a moment of 2027, with all that it causes.</summary>
    public static async Task GoToAsync(this BotHost bot, int month, int day, int hour, int minute)
    {
        var moment = ChinaTime.FromLocal(new DateOnly(2027, month, day), new TimeOnly(hour, minute));
        var moved = await bot.Get<DemoClockMove>().MoveToAsync(moment, Cancel);
        Assert.Null(moved.Refusal);
    }
}
