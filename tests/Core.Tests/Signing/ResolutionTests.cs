using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Signing;

public sealed class ResolutionTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Reported_as_done_it_waits_for_the_office_which_closes_it_out_and_the_units_hear(StorageProvider provider)
    {
        await using var desk = await IssuedAsync(provider);
        var id = (await desk.ResolutionAsync(Cancel)).Id;
        var file = await desk.County.FileAsync(County.Water, Cancel);
        await desk.County.DoAsync(County.Clerk, new ReportProgress(id, null, "已派人配合巡查。", [], Done: false), Cancel);
        Assert.Empty(await desk.ToldAsync(Cancel));
        desk.GoTo(desk.County.Host.Clock.Now.AddMinutes(1));

        var done = await desk.County.DoAsync(County.Water, new ReportProgress(id, null, "已立案查处。", [file], Done: true), Cancel);

        Assert.Equal((ResolutionState.Reported, 1, "市水务局"), (done.State, done.Files, done.UnitName));
        Assert.Equal(["销号", "退回，说一句"], (await desk.County.NewsAsync(Cancel))[County.Office].Single().Choices.Select(c => c.Label));
        Assert.Equal([County.OtherOffice, County.Office], await desk.ToldAsync(Cancel));
        Assert.Equal(["已报办结，请核实销号"], await TodosAsync(desk, County.Office));

        var closed = await desk.County.DoAsync(County.Office, new CloseOutResolution(id, null), Cancel);

        Assert.Equal(["市水务局", "阳村街道"], closed.Told);
        Assert.Equal([County.Leader, County.Water], await desk.ToldAsync(Cancel));
        var page = await PageAsync(desk, County.Clerk);
        Assert.Equal(["已派人配合巡查。", "已立案查处。"], page!.Reports.Select(r => r.Text));
        Assert.Empty(page.Choices);
        Assert.Equal(Refusal.Stale, (await desk.RefusedAsync(County.Office, new CloseOutResolution(id, null), Cancel)).Code);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Sent_back_it_is_open_again_and_the_responsible_unit_reads_what_is_wanted(StorageProvider provider)
    {
        await using var desk = await IssuedAsync(provider);
        var id = (await desk.ResolutionAsync(Cancel)).Id;
        await desk.County.DoAsync(County.Water, new ReportProgress(id, null, "已查处。", [], Done: true), Cancel);
        await desk.County.ForgetNewsAsync(Cancel);
        Assert.Equal(Refusal.Invalid, (await desk.RefusedAsync(County.Office, new SendBackResolution(id, null, ""), Cancel)).Code);

        await desk.County.DoAsync(County.Office, new SendBackResolution(id, null, "请附处罚决定"), Cancel);

        Assert.Equal("请附处罚决定", (await desk.County.NewsAsync(Cancel))[County.Water].Single().Text);
        Assert.Equal([County.Water], await desk.ToldAsync(Cancel));
        Assert.Equal(["请补充：请附处罚决定"], await TodosAsync(desk, County.Water));
        Assert.Equal(ResolutionState.Open, (await desk.ResolutionAsync(Cancel)).State);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Only_the_responsible_unit_says_done_and_strangers_do_not_know_it(StorageProvider provider)
    {
        await using var desk = await IssuedAsync(provider);
        var id = (await desk.ResolutionAsync(Cancel)).Id;

        Assert.Equal(Refusal.Forbidden, (await desk.RefusedAsync(County.Clerk, new ReportProgress(id, null, "办完了", [], Done: true), Cancel)).Code);
        Assert.Equal(Refusal.NotFound, (await desk.RefusedAsync(County.Land, new ReportProgress(id, null, "办完了", [], Done: false), Cancel)).Code);
        Assert.Equal(Refusal.Invalid, (await desk.RefusedAsync(County.Water, new ReportProgress(id, null, " ", [], Done: true), Cancel)).Code);
        Assert.Null(await PageAsync(desk, County.Land));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task It_is_listed_for_its_units_found_by_number_and_heard_first_at_the_next_session(StorageProvider provider)
    {
        await using var desk = await IssuedAsync(provider);
        var next = (await desk.Meeting.ScheduleAnotherAsync(Cancel)).Number;

        var mine = await AskAsync(desk, County.Clerk, ResolutionLines.OfMyUnitAsync);
        var all = await AskAsync(desk, Desk.OtherChair, ResolutionLines.OpenAsync);
        var session = await AskAsync(desk, County.Office, (db, actor, token) => SessionPage.LoadAsync(db, actor, next, token));

        Assert.Equal(("RW-2026-0001", "〔2026〕1号", 1, "市水务局"), (mine[0].Number, mine[0].Source, mine[0].Position, mine[0].LeadUnit));
        Assert.Equal(["阳村街道"], mine[0].SupportingUnits);
        Assert.Equal(mine[0].Id, Assert.Single(all).Id);
        Assert.Empty(await AskAsync(desk, County.Land, ResolutionLines.OfMyUnitAsync));
        Assert.Equal(mine[0].Id, Assert.Single(session!.Previous).Id);
        foreach (var typed in (string[])["rw-2026-1", "RW20260001", "议定事项1号"])
        {
            var found = await AskAsync(desk, County.Water, (db, actor, token) => RecordFinder.FindAsync(db, actor, typed, new(2026, 12, 1), token));
            Assert.Equal(mine[0].Id, Assert.Single(found).Id);
        }
    }

    private static async Task<Desk> IssuedAsync(StorageProvider provider)
    {
        var desk = await Desk.LaidAsync(provider, Cancel);
        await desk.IssuedAsync(Cancel);
        await desk.County.ForgetNewsAsync(Cancel);
        return desk;
    }

    private static Task<ResolutionPage?> PageAsync(Desk desk, string login) =>
        AskAsync(desk, login, (db, actor, token) => ResolutionPage.LoadAsync(db, actor, "RW-2026-0001", token));

    private static async Task<IEnumerable<string>> TodosAsync(Desk desk, string login)
    {
        var todos = await AskAsync(
            desk,
            login,
            (db, actor, token) => Todos.OfAsync(db, actor, desk.County.Host.Clock.Now, desk.County.Host.Get<WorkingCalendar>(), token)
        );
        return todos.Where(t => t.Number == "RW-2026-0001").Select(t => t.What);
    }

    private static async Task<T> AskAsync<T>(Desk desk, string login, Func<WorkDb, Actor, CancellationToken, Task<T>> query)
    {
        var actor = await desk.County.ActorAsync(login, Cancel);
        return await desk.County.Host.Database.ReadAsync((db, token) => query(db, actor, token), Cancel);
    }
}
