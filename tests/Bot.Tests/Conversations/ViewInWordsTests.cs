using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>书面意见 in the unit's own words: the first, the next one in its place, and with two requests open.</summary>
public sealed class ViewInWordsTests
{
    private const string Said = "我局意见：堤防以内由我局查处，依据河道管理条例第二十五条";
    private const string Other = "砖厂夜间运料扬尘的职责分工问题";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_view_is_replaced_by_saying_it_again_and_stands_without_its_name()
    {
        await using var bot = await LateView.StartAsync();
        var water = await TalkingPerson.EnterAsync(bot, "yuanmei");

        var once = await water.SayAsync(Said);
        await water.PressAsync("就这样");

        Assert.Equal($"按书面意见记下，请您看一下：{LateView.Matter}", once.Title);
        Assert.Equal((ViewKind.Own, "堤防以内由我局查处", "河道管理条例第二十五条"), await ViewAsync(bot, LateView.Matter, "yuanmei"));
    }

    [Fact]
    public async Task With_two_requests_open_it_is_asked_which_is_meant_and_the_sentence_is_kept()
    {
        await using var bot = await LateView.StartAsync();
        await AskAgainAsync(bot);
        var land = await TalkingPerson.EnterAsync(bot, LateView.Land);

        var which = await land.SayAsync(Said);
        var taken = await land.PressAsync(Other);
        var named = await land.SayAsync("我局意见：河滩夜里挖砂由水务局查处，依据河道管理条例");

        Assert.Equal("按书面意见记下，是对哪一件的？", which.Title);
        Assert.Equal([LateView.Matter, Other, "先不报"], which.Labels);
        Assert.Equal($"意见已收：{Other}", taken.Title);
        Assert.Equal($"按书面意见记下，请您看一下：{LateView.Matter}", named.Title);
        Assert.Equal("堤防以内由我局查处", (await ViewAsync(bot, Other, LateView.Land)).Text);
    }

    [Theory]
    [InlineData("36号单不归我们管，应该是水务局的事")]
    [InlineData("协助36号不归我们管，应该是水务局的事")]
    public async Task What_names_an_order_is_no_view(string said)
    {
        await using var bot = await LateView.StartAsync();
        var land = await TalkingPerson.EnterAsync(bot, LateView.Land);

        var answer = await land.SayAsync(said);

        Assert.DoesNotContain("书面意见", answer.Title, StringComparison.Ordinal);
    }

    private static async Task AskAgainAsync(BotHost bot)
    {
        var people = await bot.ReadAsync((db, token) => db.People.ToDictionaryAsync(p => p.Login, token));
        var content = new ConsultationContent(
            Other,
            Situation.CompetenceDisputed,
            "砖厂夜间运料扬尘，两家都说不归自己",
            [people[LateView.Land].UnitId]
        );
        var id = (await DoAsync("lihaiying", new StartConsultation(Guid.NewGuid(), content, []))).Id;
        await DoAsync("wangzhigang", new ReleaseConsultation(id, null));
        await DoAsync(LateView.Office, new AdmitConsultation(id, null, AdmissionRoute.WrittenViews));
        await bot.SettleAsync();

        async Task<T> DoAsync<T>(string login, IRequest<T> request) => (await bot.Get<UseCases>().RunAsync(people[login].Id, request, Cancel)).Value;
    }

    private static Task<(ViewKind? Kind, string? Text, string? Basis)> ViewAsync(BotHost bot, string title, string login) =>
        bot.ReadAsync(
            async (db, token) =>
            {
                var unit = await db.People.Where(p => p.Login == login).Select(p => p.UnitId).SingleAsync(token);
                var view = (await db.Consultations.Include(c => c.InvitedUnits).SingleAsync(c => c.Title == title, token)).InvitedUnits.Single(i =>
                    i.UnitId == unit
                );
                return (view.ViewKind, view.ViewText, view.ViewBasis);
            }
        );
}
