using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Consultations;

public sealed class ViewTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_office_hears_once_when_the_last_view_is_in_and_the_drafter_not_at_all(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.AdmittedAsync(Cancel);
        await county.ForgetNewsAsync(Cancel);

        var first = await county.DoAsync(County.Water, new GiveView(id, null, ViewKind.Own, "由我局查处采砂行为", "水法第三十九条"), Cancel);
        Assert.Empty(await county.NewsAsync(Cancel));
        var last = await county.DoAsync(County.Land, new GiveView(id, null, ViewKind.NotOurs, "", "三定规定"), Cancel);
        await county.DoAsync(County.Land, new GiveView(id, null, ViewKind.None, "", null), Cancel);

        Assert.Equal((1, 0), (first.Missing, last.Missing));
        var news = await county.NewsAsync(Cancel);
        Assert.Equal([County.Office, County.OtherOffice], news.Select(n => n.Key));
        var message = Assert.Single(news[County.Office]);
        Assert.Equal(
            [("市自然资源局", "与本单位职责无关。依据：三定规定"), ("市水务局", "由我局查处采砂行为。依据：水法第三十九条")],
            message.Facts.Select(f => (f.Label, f.Value))
        );
        Assert.Equal(["出具会商意见", "单独开会", "列入下次会商", "看全文"], message.Choices.Select(c => c.Label));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_view_can_be_replaced_and_both_stand_in_the_history(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.AdmittedAsync(Cancel);
        await county.DoAsync(County.Water, new GiveView(id, null, ViewKind.None, "", null), Cancel);

        var given = await county.DoAsync(County.Water, new GiveView(id, county.Unit("shuiwu"), ViewKind.Own, "由我局查处", "水法"), Cancel);

        Assert.True(given.Replaced);
        var entry = (await county.HistoryAsync(id, Cancel))[^1];
        Assert.Equal(("无意见", "由我局查处。依据：水法", "市水务局更正意见"), (entry.Before, entry.After, entry.Text));
    }

    [Theory]
    [InlineData(ViewKind.Own, "归水务局管", null, "还缺一句依据（哪个文件、哪一条，或者三定规定）。")]
    [InlineData(ViewKind.NotOurs, "", " ", "还缺一句依据（哪个文件、哪一条，或者三定规定）。")]
    [InlineData(ViewKind.Own, "", "水法", "请写明意见；没有意见请选“无意见”。")]
    [InlineData(ViewKind.Own, "秘密★1年", "水法", "内容里有“秘密”字样")]
    public async Task A_view_that_lacks_something_is_asked_for_it(ViewKind kind, string text, string? basis, string sentence)
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await county.AdmittedAsync(Cancel);

        var outcome = await county.RunAsync(County.Water, new GiveView(id, null, kind, text, basis), Cancel);

        Assert.Equal(Refusal.Invalid, outcome.Refusal!.Code);
        Assert.StartsWith(sentence, outcome.Refusal.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Nobody_speaks_for_another_unit(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.AdmittedAsync(Cancel);

        var forOther = await county.RunAsync(County.Water, new GiveView(id, county.Unit("ziran"), ViewKind.None, "", null), Cancel);
        var uninvited = await county.RunAsync(County.Stranger, new GiveView(id, null, ViewKind.None, "", null), Cancel);
        var initiator = await county.RunAsync(County.Clerk, new GiveView(id, null, ViewKind.None, "", null), Cancel);

        Assert.Equal([Refusal.Forbidden, Refusal.NotFound, Refusal.Forbidden], new[] { forOther, uninvited, initiator }.Select(o => o.Refusal!.Code));
        Assert.All((await county.ConsultationAsync(id, Cancel)).InvitedUnits, i => Assert.Null(i.ViewAt));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Once_the_session_is_open_views_and_calling_off_belong_into_the_room(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.AdmittedAsync(Cancel, AdmissionRoute.OwnSession);
        await SessionRows.PlaceAsync(county, SessionState.InProgress, Cancel, id);

        var view = await county.RunAsync(County.Water, new GiveView(id, null, ViewKind.None, "", null), Cancel);
        var cancelled = await county.RunAsync(County.Clerk, new CancelConsultation(id, null, null), Cancel);

        Assert.All(new[] { view.Refusal, cancelled.Refusal }, r => Assert.StartsWith("这件正在会上讨论", r!.Sentence, StringComparison.Ordinal));
    }
}
