using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Sessions;

public sealed class AgendaTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_agenda_is_sent_once_and_again_only_when_its_order_changed(StorageProvider provider)
    {
        await using var meeting = await Meeting.PrepareAsync(provider, Cancel);
        var id = await TwoItemsAsync(meeting);

        var sent = await meeting.County.DoAsync(County.Office, new SendAgenda(id, null), Cancel);

        Assert.False(sent.Again);
        Assert.Equal(["市自然资源局", "市水务局", "阳村街道"], sent.Units);
        Assert.Equal("/sessions/HY-2026-0001/agenda", (await meeting.County.NewsAsync(Cancel))[County.Water].Single().Choices.Single().Url);
        Assert.Equal([County.Clerk, Meeting.Host, County.Leader, County.Land, County.Water], await meeting.ToldAsync(Cancel));
        await meeting.County.ForgetNewsAsync(Cancel);
        var twice = await meeting.County.RunAsync(County.Office, new SendAgenda(id, null), Cancel);
        Assert.Equal((Refusal.Stale, "议程已经发过，之后没有变化，不用再发。"), (twice.Refusal!.Code, twice.Refusal.Sentence));

        var items = (await meeting.SessionAsync(id, Cancel)).AgendaItems.OrderBy(i => i.Order).Select(i => i.Id).ToList();
        var arranged = await meeting.County.DoAsync(County.Office, new ArrangeAgenda(id, null, [items[1], items[0]]), Cancel);

        Assert.True(arranged.SendAgain);
        Assert.Empty(await meeting.ToldAsync(Cancel));
        Assert.Equal([items[1], items[0]], (await meeting.SessionAsync(id, Cancel)).AgendaItems.OrderBy(i => i.Order).Select(i => i.Id));
        Assert.True((await meeting.County.DoAsync(County.Office, new SendAgenda(id, null), Cancel)).Again);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task An_order_that_is_not_of_these_items_is_refused_and_after_the_opening_none_is_taken(StorageProvider provider)
    {
        await using var meeting = await Meeting.PrepareAsync(provider, Cancel);
        var id = await TwoItemsAsync(meeting);
        var items = (await meeting.SessionAsync(id, Cancel)).AgendaItems.ConvertAll(i => i.Id);

        Assert.Equal(Refusal.Stale, await CodeAsync(meeting, new ArrangeAgenda(id, null, [items[0], items[0]])));
        Assert.Equal(Refusal.Stale, await CodeAsync(meeting, new ArrangeAgenda(id, null, [items[0]])));
        meeting.GoTo(Meeting.Friday);
        await meeting.County.DoAsync(County.Office, new OpenSession(id, null), Cancel);
        Assert.Equal(Refusal.Stale, await CodeAsync(meeting, new ArrangeAgenda(id, null, items)));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_units_read_each_others_views_once_the_agenda_was_sent(StorageProvider provider)
    {
        await using var meeting = await Meeting.PrepareAsync(provider, Cancel);
        var id = await TwoItemsAsync(meeting);
        var item = (await meeting.SessionAsync(id, Cancel)).AgendaItems.First(i => i.Order == 1).ConsultationId;
        await meeting.County.DoAsync(County.Water, new GiveView(item, null, ViewKind.Own, "由本局查处", "水法"), Cancel);

        Assert.Equal(["市自然资源局"], await ViewsAsync(meeting, County.Land));
        await meeting.County.DoAsync(County.Office, new SendAgenda(id, null), Cancel);
        Assert.Equal(["市自然资源局", "市水务局"], await ViewsAsync(meeting, County.Land));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_outcome_is_asked_for_only_where_it_cannot_be_proposed(StorageProvider provider)
    {
        await using var meeting = await Meeting.PrepareAsync(provider, Cancel);
        var id = await meeting.OpenedAsync(Cancel);
        var full = await meeting.RecordAsync(id, Cancel);
        await meeting.County.DoAsync(
            County.Office,
            new RecordSession(id, null, full with { Items = [full.Items[0] with { Resolutions = [] }] }),
            Cancel
        );

        var refusal = (await meeting.County.RunAsync(County.Office, new EndSession(id, null), Cancel)).Refusal!;

        Assert.Contains("会商结果还没有选", refusal.Sentence, StringComparison.Ordinal);
        var chosen = full.Items[0] with { Resolutions = [], Outcome = ConsultationOutcome.ReferredUpward };
        var version = (await meeting.SessionAsync(id, Cancel)).Version;
        await meeting.County.DoAsync(County.Office, new RecordSession(id, null, full with { Version = version, Items = [chosen] }), Cancel);
        await meeting.County.DoAsync(County.Office, new EndSession(id, null), Cancel);
        Assert.Equal(ConsultationOutcome.ReferredUpward, (await meeting.SessionAsync(id, Cancel)).AgendaItems.Single().Outcome);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Where_something_was_agreed_and_nobody_dissents_agreement_is_the_outcome(StorageProvider provider)
    {
        await using var meeting = await Meeting.PrepareAsync(provider, Cancel);
        var id = await meeting.EndedAsync(Cancel);

        Assert.Equal(ConsultationOutcome.AgreementReached, (await meeting.SessionAsync(id, Cancel)).AgendaItems.Single().Outcome);
    }

    private static async Task<Guid> TwoItemsAsync(Meeting meeting)
    {
        var id = await meeting.ScheduledAsync(Cancel, AdmissionRoute.RegularSession);
        await meeting.County.DoAsync(
            County.Office,
            new AddToSession(await meeting.AwaitingAsync(Cancel, AdmissionRoute.RegularSession), null, id),
            Cancel
        );
        await meeting.County.ForgetNewsAsync(Cancel);
        return id;
    }

    private static async Task<string> CodeAsync<T>(Meeting meeting, IRequest<T> request) =>
        (await meeting.County.RunAsync(County.Office, request, Cancel)).Refusal!.Code;

    private static async Task<IEnumerable<string>> ViewsAsync(Meeting meeting, string login)
    {
        var actor = await meeting.County.ActorAsync(login, Cancel);
        var page = await meeting.County.Host.Database.ReadAsync((db, token) => AgendaPage.LoadAsync(db, actor, "HY-2026-0001", token), Cancel);
        return page!.Items[0].Views.Select(v => v.Unit.ShortName);
    }
}
