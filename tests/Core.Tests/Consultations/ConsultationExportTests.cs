using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Documents.Spreadsheets;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Consultations;

public sealed class ConsultationExportTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_list_has_what_the_reader_may_see_in_protocol_order(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var first = await county.StartedAsync(Cancel, county.Content() with { Title = "先提出的" });
        county.Host.Machine.Advance(TimeSpan.FromDays(1));
        await county.DoAsync(County.Stranger, new StartConsultation(Guid.NewGuid(), county.Content() with { Title = "别的乡镇" }, []), Cancel);
        await county.StartedAsync(Cancel, county.Content() with { Title = "后提出的", UnitIds = [county.Unit("shuiwu"), county.Unit("ziran")] });

        var orders = await county.Host.Database.ReadAsync(
            (db, token) =>
                db
                    .Units.Where(u => u.Id == county.Unit("yangcun") || u.Id == county.Unit("fancun"))
                    .OrderBy(u => u.Order)
                    .Select(u => u.Id)
                    .ToListAsync(token),
            Cancel
        );
        string[] mine = ["先提出的", "后提出的"];
        string[] all = orders[0] == county.Unit("yangcun") ? [.. mine, "别的乡镇"] : ["别的乡镇", .. mine];
        Assert.Equal(all, await TitlesAsync(county, County.Office));
        Assert.Equal(mine, await TitlesAsync(county, County.Clerk));
        Assert.Empty(await TitlesAsync(county, County.Water));

        await county.DoAsync(County.Clerk, new CancelConsultation(first, null, null), Cancel);
        Assert.Equal(["后提出的"], await TitlesAsync(county, County.Clerk, new ExportFilter(OpenOnly: true)));
        Assert.Equal(["先提出的"], await TitlesAsync(county, County.Clerk, new ExportFilter(To: new DateOnly(2026, 11, 23))));
        Assert.Equal(["后提出的"], await TitlesAsync(county, County.Clerk, new ExportFilter(From: new DateOnly(2026, 11, 24))));
        var row = (await RowsAsync(county, County.Clerk, new ExportFilter(OpenOnly: true)))[0];
        Assert.Equal("市自然资源局、市水务局", row[6].Text);
        Assert.Equal("待审签", row[12].Text);
        Assert.Equal(SheetCellKind.Moment, row[7].Kind);
    }

    private static async Task<IEnumerable<string?>> TitlesAsync(County county, string login, ExportFilter? filter = null) =>
        (await RowsAsync(county, login, filter ?? new ExportFilter())).Select(r => r[1].Text);

    private static async Task<List<IReadOnlyList<SheetCell>>> RowsAsync(County county, string login, ExportFilter filter)
    {
        var actor = await county.ActorAsync(login, Cancel);
        return await county.Host.Database.ReadAsync(
            async (db, token) =>
                await county
                    .Host.Get<IEnumerable<IExportList>>()
                    .Single(l => l.Kind == RecordNumber.Consultation)
                    .RowsAsync(db, actor, filter, token)
                    .ToListAsync(token),
            Cancel
        );
    }
}
