using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Consultations;

public sealed class QueriesTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Everybodys_to_dos_are_what_waits_for_them_most_urgent_first(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var waiting = await county.StartedAsync(Cancel);
        var sentBack = await county.StartedAsync(Cancel);
        await county.DoAsync(County.Leader, new SendBackConsultation(sentBack, null, "写上意见"), Cancel);
        var toSchedule = await county.AdmittedAsync(Cancel, AdmissionRoute.OwnSession);
        var toAdmit = await county.ReleasedAsync(Cancel);

        Assert.Equal([(waiting, "请审签")], await TodosAsync(county, County.Leader));
        Assert.Equal([(sentBack, "领导退回，请修改后再报：写上意见")], await TodosAsync(county, County.Clerk));
        Assert.Equal([(toAdmit, "待受理"), (toSchedule, "待定会期")], await TodosAsync(county, County.Office));
        Assert.Equal([(toSchedule, "请反馈意见")], await TodosAsync(county, County.Water));
        Assert.Empty(await TodosAsync(county, "xuezhiqiang"));
        Assert.Empty(await TodosAsync(county, County.Stranger));
        Assert.Empty(await TodosAsync(county, "wenxiulan"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Late_or_complete_views_and_sessions_past_their_end_wait_for_the_office(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var late = await county.AdmittedAsync(Cancel);
        var complete = await county.AdmittedAsync(Cancel);
        foreach (var liaison in new[] { County.Water, County.Land })
        {
            await county.DoAsync(liaison, new GiveView(complete, null, ViewKind.None, "", null), Cancel);
        }

        var onAgenda = await county.AdmittedAsync(Cancel, AdmissionRoute.OwnSession);
        var session = await SessionRows.PlaceAsync(county, SessionState.Scheduled, Cancel, onAgenda);
        Assert.Equal([(complete, "意见已收齐，请定下一步")], await TodosAsync(county, County.Office));
        Assert.Contains((session, "请答复是否参加：11月30日（周一）09:00，司法局三楼会议室"), await TodosAsync(county, County.Water));

        county.Host.Machine.Advance(TimeSpan.FromDays(7));
        Assert.Contains((session, "今天的会议：11月30日（周一）09:00，司法局三楼会议室"), await TodosAsync(county, County.Office));
        county.Host.Machine.Advance(TimeSpan.FromDays(1));

        Assert.Equal(
            [
                (session, "原定11月30日（周一）09:00的会议开了没有"),
                (late, "反馈期限已过，还有2家没有反馈，请定下一步"),
                (complete, "意见已收齐，请定下一步"),
            ],
            await TodosAsync(county, County.Office)
        );
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_state_names_who_has_not_answered_to_office_and_initiator_only(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.AdmittedAsync(Cancel);
        await county.DoAsync(County.Water, new GiveView(id, null, ViewKind.None, "", null), Cancel);

        foreach (var insider in new[] { County.Clerk, County.Office })
        {
            Assert.Equal("已收1家，共2家；待反馈：市自然资源局", await ViewsAsync(county, insider, id));
        }

        Assert.Equal("市水务局已反馈", await ViewsAsync(county, County.Water, id));
        Assert.Equal("市自然资源局还没有反馈", await ViewsAsync(county, County.Land, id));
        Assert.Null(await StatusAsync(county, County.Stranger, id));
        Assert.Equal(["补充几句", "撤回这件", "看全文"], (await StatusAsync(county, County.Clerk, id))!.Choices.Select(c => c.Label));
        Assert.EndsWith("：正在书面征求意见", (await StatusAsync(county, County.Clerk, id))!.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12号")]
    [InlineData("0012")]
    [InlineData("12")]
    [InlineData("hs-2026-12")]
    [InlineData("HS20260012")]
    [InlineData("hs20260012")]
    [InlineData("HS-2026-0012")]
    [InlineData("会商12号")]
    [InlineData(" ｈｓ－２０２６－００１２ ")]
    [InlineData("2026-12")]
    [InlineData("第12件")]
    public async Task A_number_is_found_as_people_write_it(string written)
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        for (var i = 0; i < 12; i++)
        {
            await county.StartedAsync(Cancel);
        }

        Assert.Equal("HS-2026-0012", Assert.Single(await FindAsync(county, County.Clerk, written)).Number);
        Assert.Empty(await FindAsync(county, County.Stranger, written));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_bare_number_that_fits_two_records_gives_both_and_nonsense_gives_none(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.AdmittedAsync(Cancel, AdmissionRoute.OwnSession);
        await SessionRows.PlaceAsync(county, SessionState.Scheduled, Cancel, id);

        Assert.Equal(["HS-2026-0001", "HY-2026-0001"], (await FindAsync(county, County.Water, "1号")).Select(f => f.Number));
        Assert.All(await FindAsync(county, County.Water, "1号"), f => Assert.Equal("汾河滩有人夜里挖砂的职责归属问题", f.Title));
        Assert.Equal(["HY-2026-0001"], (await FindAsync(county, County.Water, "hy1")).Select(f => f.Number));
        Assert.Equal(
            ["HS-2026-0001"],
            (await FindAsync(county, County.Water, "1", new DateOnly(2027, 1, 4))).Where(f => f.Kind == "HS").Select(f => f.Number)
        );
        foreach (var nonsense in new[] { "", "挖砂", "1号2号", "99999999999999999999", "hs-2025-1", "HS-2026-0001'; DROP", "\ud800" })
        {
            Assert.Empty(await FindAsync(county, County.Water, nonsense));
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_page_shows_invited_units_neither_the_others_views_nor_how_it_came_about(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.StartedAsync(Cancel);
        await county.DoAsync(County.Leader, new SendBackConsultation(id, null, "措辞太硬"), Cancel);
        await county.DoAsync(County.Clerk, new AmendConsultation(id, null, county.Content(), []), Cancel);
        await county.DoAsync(County.Leader, new ReleaseConsultation(id, null), Cancel);
        await county.DoAsync(County.Office, new AdmitConsultation(id, null, AdmissionRoute.WrittenViews), Cancel);
        await county.DoAsync(County.Land, new GiveView(id, null, ViewKind.Own, "不归我局", "三定规定"), Cancel);

        var clerk = await PageAsync(county, County.Clerk, "HS-2026-0001");
        var water = await PageAsync(county, County.Water, "HS-2026-0001");

        Assert.Equal(
            ["报领导审签", "退回修改：措辞太硬", "修改后报领导审签", "同意报送", "受理，书面征求意见", "市自然资源局反馈意见"],
            clerk!.Timeline.Select(e => e.Text)
        );
        Assert.Equal(("阳村街道", "李海英"), (clerk.Timeline[0].UnitName, clerk.Timeline[0].PersonName));
        Assert.Equal(["市自然资源局", "市水务局"], clerk.Views.Select(v => v.Unit.ShortName));
        Assert.Equal(["报领导审签", "受理，书面征求意见"], water!.Timeline.Select(e => e.Text));
        Assert.Equal(["市水务局"], water.Views.Select(v => v.Unit.ShortName));
        Assert.All(water.Consultation.InvitedUnits, i => Assert.Null(i.ViewText));
        Assert.Null(await PageAsync(county, County.Stranger, "HS-2026-0001"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Progress_without_a_number_starts_with_ones_own_open_ones(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var cancelled = await county.StartedAsync(Cancel);
        await county.DoAsync(County.Clerk, new CancelConsultation(cancelled, null, null), Cancel);
        var own = await county.StartedAsync(Cancel);

        var lines = await county.Host.Database.ReadAsync(
            async (db, token) => await ConsultationStatus.RecentAsync(db, await county.ActorAsync(County.Clerk, token), 5, token),
            Cancel
        );

        var line = Assert.Single(lines);
        Assert.Equal((own, "待王志刚同志审签"), (line.RecordId, line.Where));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_directory_understands_units_by_alias_and_knows_their_records(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);

        var directory = await county.Host.Database.ReadAsync(UnitDirectory.LoadAsync, Cancel);

        var named = directory.Gazetteer.FindUnits("请自规局和水务局来").Select(m => directory.Unit(m.Value.Key)!.Id);
        Assert.Equal([county.Unit("ziran"), county.Unit("shuiwu")], named);
        var matter = Assert.Single(directory.Gazetteer.FindMatters("有人夜里挖砂")).Value;
        Assert.Equal("河道采砂", directory.Matter(matter.Key)!.Name);
        Assert.Equal([county.Unit("shuiwu"), county.Unit("ziran")], matter.CompetentUnits.Select(k => directory.Unit(k)!.Id));
    }

    private static async Task<IReadOnlyList<(Guid, string)>> TodosAsync(County county, string login)
    {
        var actor = await county.ActorAsync(login, Cancel);
        var items = await county.Host.Database.ReadAsync(
            (db, token) => Todos.OfAsync(db, actor, county.Host.Clock.Now, county.Host.Get<WorkingCalendar>(), token),
            Cancel
        );
        Assert.All(items, i => Assert.NotEmpty(i.Choices));
        return [.. items.Select(i => (i.RecordId, i.What))];
    }

    private static async Task<Core.Messaging.Message?> StatusAsync(County county, string login, Guid id)
    {
        var actor = await county.ActorAsync(login, Cancel);
        return await county.Host.Database.ReadAsync((db, token) => ConsultationStatus.OfAsync(db, actor, id, county.Host.Clock.Now, token), Cancel);
    }

    private static async Task<string> ViewsAsync(County county, string login, Guid id) =>
        (await StatusAsync(county, login, id))!.Facts.Single(f => f.Label == "书面意见").Value;

    private static async Task<IReadOnlyList<FoundRecord>> FindAsync(County county, string login, string written, DateOnly? today = null)
    {
        var actor = await county.ActorAsync(login, Cancel);
        return await county.Host.Database.ReadAsync(
            (db, token) => RecordFinder.FindAsync(db, actor, written, today ?? new DateOnly(2026, 11, 23), token),
            Cancel
        );
    }

    private static async Task<RecordPage?> PageAsync(County county, string login, string number)
    {
        var actor = await county.ActorAsync(login, Cancel);
        return await county.Host.Database.ReadAsync((db, token) => RecordPage.LoadAsync(db, actor, number, token), Cancel);
    }
}
