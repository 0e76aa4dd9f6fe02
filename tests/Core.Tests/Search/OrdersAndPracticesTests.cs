using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Documents.Spreadsheets;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;
using SupervisionBot.Core.Tests.AssistanceOrders;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.Tests.TypicalPractices;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Search;

/// <summary>Orders and practices among what is searched and taken away: found by those who may see them, by nobody else.</summary>
public sealed class OrdersAndPracticesTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_practice_is_found_by_its_unit_at_first_and_once_adopted_by_everybody(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        await county.WithOfficeAsync(Cancel);
        var before = await CountAsync(county, Ordering.Asker, "秸秆露天焚烧");
        await county.AdoptedAsync(Cancel);

        Assert.Equal((0, 1), (before, await CountAsync(county, Ordering.Asker, "秸秆露天焚烧")));
        foreach (var words in new[] { "红色地块", "ycjd", "JY-2026-0002", "jy2" })
        {
            Assert.True(await CountAsync(county, Ordering.Asker, words) == 1, words);
        }

        Assert.Equal(2, await CountAsync(county, County.Clerk, "三色预警"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task An_order_is_found_by_both_sides_and_by_a_department_from_the_moment_it_is_theirs(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await Ordering.PlacedAsync(county, Cancel, OrderKind.OnSite, "ziran");
        var (asker, land, water) = (
            await CountAsync(county, Ordering.Asker, "堆料"),
            await CountAsync(county, Ordering.Land, "XZ-2026-0001"),
            await CountAsync(county, Ordering.Water, "堆料")
        );
        await county.DoAsync(Ordering.Land, new HandBackOrder(id, null, HandBackReason.NotCompetent, "三定规定", county.Unit("shuiwu")), Cancel);
        await county.DoAsync(County.Office, new RedispatchOrder(id, null, county.Unit("shuiwu")), Cancel);

        Assert.Equal((1, 1, 0), (asker, land, water));
        Assert.Equal(1, await CountAsync(county, Ordering.Water, "堆料 三定规定"));
        Assert.Equal(1, await CountAsync(county, Ordering.Land, "hdndl"));
        Assert.Equal(0, await CountAsync(county, County.Clerk, "堆料"));
    }

    [Fact]
    public async Task A_list_of_orders_holds_what_the_reader_may_see()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        await Ordering.PlacedAsync(county, Cancel);
        async Task<int> RowsAsync(string login)
        {
            var actor = await county.ActorAsync(login, Cancel);
            var list = county.Host.Get<IEnumerable<IExportList>>().Single(l => l.Kind == RecordNumber.AssistanceOrder);
            return await county.Host.Database.ReadAsync(
                async (db, token) =>
                {
                    var rows = 0;
                    await foreach (var row in list.RowsAsync(db, actor, new ExportFilter(OpenOnly: true), token))
                    {
                        Assert.Equal(list.Columns.Count, row.Count);
                        rows++;
                    }

                    return rows;
                },
                Cancel
            );
        }

        Assert.Equal(
            (1, 1, 0, 1),
            (await RowsAsync(Ordering.Asker), await RowsAsync(Ordering.Water), await RowsAsync(County.Clerk), await RowsAsync(County.Office))
        );
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_list_of_practices_tells_a_reason_to_its_own_unit_and_the_office_only(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.AdoptedAsync(Cancel);
        await county.DoAsync(
            County.Office,
            new RecordAdoption(id, null, AdoptionLevel.City, new DateOnly(2026, 11, 23), "市政府信息第3期", null),
            Cancel
        );
        await county.SubmittedAsync(Cancel);

        var (own, office, others) = (await RowsAsync(County.Clerk), await RowsAsync(County.Office), await RowsAsync(Ordering.Asker));
        var waiting = Assert.Single(await RowsAsync(County.Clerk, openOnly: true));

        Assert.Equal((2, 2), (own.Count, office.Count));
        Assert.Contains("做法实、数字清楚", own[0]);
        Assert.Contains("做法实、数字清楚", office[0]);
        Assert.Contains("待审签", waiting);
        var published = Assert.Single(others);
        Assert.Contains("JY-2026-0001", published);
        Assert.Contains("阳村街道", published);
        Assert.Contains("采用", published);
        Assert.Contains(published, c => c?.Contains("市 2026年11月23日", StringComparison.Ordinal) == true);
        Assert.DoesNotContain("做法实、数字清楚", published);

        async Task<List<List<string?>>> RowsAsync(string login, bool openOnly = false)
        {
            var actor = await county.ActorAsync(login, Cancel);
            var list = county.Host.Get<IEnumerable<IExportList>>().Single(l => l.Kind == RecordNumber.TypicalPractice);
            return await county.Host.Database.ReadAsync(
                async (db, token) =>
                {
                    var rows = new List<List<string?>>();
                    await foreach (var row in list.RowsAsync(db, actor, new ExportFilter(OpenOnly: openOnly), token))
                    {
                        Assert.Equal(list.Columns.Count, row.Count);
                        rows.Add([.. row.Select(c => c.Text)]);
                    }

                    return rows;
                },
                Cancel
            );
        }
    }

    private static async Task<int> CountAsync(County county, string login, string words)
    {
        var actor = await county.ActorAsync(login, Cancel);
        var found = await county.Host.Database.ReadAsync(
            (db, token) => county.Host.Get<RecordSearch>().FindAsync(db, actor, words, null, 0, 8, token),
            Cancel
        );
        return found.IsNearest ? 0 : found.Hits.Count;
    }
}
