using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.Tests.Signing;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Search;

public sealed class RecordSearchTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_record_is_found_by_word_by_single_character_by_initials_and_by_number(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        await county.StartedAsync(Cancel);

        string[] asked =
        [
            "挖砂",
            "汾河滩　挖砂",
            "砂",
            "汾",
            "fht",
            "WSDZZ",
            "HS-2026-0001",
            "hs20260001",
            "0001",
            "1号",
            "会商1号",
            "阳村街道 夜里",
        ];
        foreach (var words in asked)
        {
            Assert.True(await FindAsync(county, County.Clerk, words) is { IsNearest: false, Hits: [{ Number: "HS-2026-0001" }] }, words);
        }

        var nearest = await FindAsync(county, County.Clerk, "挖砂 采矿证");
        Assert.True(nearest is { IsNearest: true, Hits: [_] });
        Assert.Empty((await FindAsync(county, County.Clerk, "秸秆")).Hits);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task It_is_found_by_those_who_may_see_it_and_by_nobody_else(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.ReleasedAsync(Cancel);

        Assert.Equal([County.Clerk, County.Leader, County.Office], await WhoFindsAsync(county, "挖砂"));

        await county.DoAsync(County.Office, new AdmitConsultation(id, null, AdmissionRoute.WrittenViews), Cancel);
        await county.DoAsync(County.Land, new GiveView(id, null, ViewKind.Own, "属于采砂管理", "河道管理条例"), Cancel);

        Assert.Equal([County.Clerk, County.Leader, County.Office, County.Land, County.Water], await WhoFindsAsync(county, "挖砂"));
        Assert.Empty(await WhoFindsAsync(county, "采砂管理"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_row_that_says_too_much_leaks_nothing(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.StartedAsync(Cancel);
        var leaky = new SearchText("HS", "HS-2026-0001", "秸秆", "", county.Host.Clock.Now, [], ForEverybody: true);
        await county.Host.Database.WriteAsync(
            (db, token) => SearchIndex.PutAsync(db, new SearchableRecord(nameof(Consultation), id), leaky, always: false, token),
            Cancel
        );

        Assert.Equal([County.Clerk, County.Leader, County.Office], await WhoFindsAsync(county, "秸秆"));
        Assert.Empty(await WhoFindsAsync(county, "挖砂"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_asked_number_comes_first_then_titles_then_texts_and_the_newer_before_the_older(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        foreach (var (title, account) in new[] { ("一号", "砖厂"), ("砖厂旧", "a"), ("砖厂新", "b"), ("四号", "砖厂与2号楼") })
        {
            await county.StartedAsync(Cancel, county.Content(account) with { Title = title });
            county.Host.Machine.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["砖厂新", "砖厂旧", "四号", "一号"], (await FindAsync(county, County.Clerk, "砖厂")).Hits.Select(h => h.Title));
        Assert.Equal(["砖厂旧", "四号"], (await FindAsync(county, County.Clerk, "2号")).Hits.Select(h => h.Title));
        var page = await FindAsync(county, County.Clerk, "砖厂", skip: 1, take: 2);
        Assert.Equal(["砖厂旧", "四号"], page.Hits.Select(h => h.Title));
        Assert.True(page.HasMore);
        Assert.False((await FindAsync(county, County.Clerk, "砖厂", skip: 2, take: 2)).HasMore);
        Assert.Empty((await FindAsync(county, County.Clerk, "砖厂", kind: "RW")).Hits);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_index_follows_every_change_and_none_that_was_taken_back(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.StartedAsync(Cancel);
        await county.DoAsync(
            County.Clerk,
            new AmendConsultation(
                id,
                null,
                county.Content("砖厂生产时粉尘很大") with
                {
                    Title = "砖厂扬尘污染",
                    UnitIds = [county.Unit("ziran")],
                },
                []
            ),
            Cancel
        );

        Assert.Single((await FindAsync(county, County.Clerk, "粉尘")).Hits);
        Assert.Empty((await FindAsync(county, County.Clerk, "挖砂")).Hits);

        await Assert.ThrowsAsync<TimeoutException>(() =>
            county.Host.Database.WriteAsync(
                async (db, token) =>
                {
                    var record = await db.Consultations.FirstAsync(c => c.Id == id, token);
                    record.Account = "秸秆";
                    await db.SaveChangesAsync(token);
                    throw new TimeoutException();
                },
                Cancel
            )
        );
        Assert.Empty((await FindAsync(county, County.Clerk, "秸秆")).Hits);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_session_is_found_until_its_minutes_take_its_place_and_resolutions_once_they_are_tracked(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        Assert.Equal(["HY-2026-0001"], await NumbersAsync("HY"));
        Assert.Empty(await NumbersAsync("RW"));

        await desk.IssuedAsync(Cancel);

        Assert.Equal(["HY-2026-0001"], await NumbersAsync("HY"));
        Assert.Equal(["RW-2026-0001"], await NumbersAsync("RW"));
        var issued = Assert.Single((await FindAsync(desk.County, County.Water, "河道管理范围", kind: "HY")).Hits);
        Assert.Equal("/minutes/HY-2026-0001", issued.Url);

        async Task<IEnumerable<string>> NumbersAsync(string kind) =>
            (await FindAsync(desk.County, County.Office, kind == "HY" ? "挖砂" : "查处", kind: kind)).Hits.Select(h => h.Number);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Whatever_is_typed_is_a_question_and_no_error(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        await county.StartedAsync(Cancel);
        string[] hostile =
        [
            "",
            "   ",
            "\"",
            "挖砂\"",
            "'; DROP TABLE \"SearchRows\"; --",
            "$words$ 挖砂",
            "挖砂 AND",
            "NEAR(挖砂 河滩)",
            "挖* OR NOT",
            "Tokens:挖砂",
            "^挖砂",
            "{挖砂}",
            "%_%",
            "挖\u0000砂",
            "\u0001\u001f\ufffe",
            "\ud800挖砂",
            "ᵛall ᵗ挖砂",
            new string('挖', 10_000),
            new string('a', 10_000),
            string.Join(' ', Enumerable.Range(0, 5_000)),
        ];

        foreach (var words in hostile)
        {
            Assert.InRange((await FindAsync(county, County.Clerk, words)).Hits.Count, 0, 1);
            Assert.Empty((await FindAsync(county, County.Stranger, words)).Hits);
        }

        Assert.False((await FindAsync(county, County.Clerk, "“%”")).HasWords);
        Assert.Single((await FindAsync(county, County.Clerk, "挖砂\"")).Hits);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_rebuild_brings_back_what_was_lost_and_removes_what_is_no_more(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        await county.StartedAsync(Cancel);
        var rebuild = county.Host.Get<SearchRebuild>();
        Assert.False(await rebuild.IsNeededAsync(Cancel));
        await county.Host.Database.WriteAsync((db, token) => db.Set<SearchRow>().ExecuteDeleteAsync(token), Cancel);
        Assert.True(await rebuild.IsNeededAsync(Cancel));
        var ghost = new SearchText("HS", null, "挖砂", "", county.Host.Clock.Now, [], ForEverybody: true);
        await county.Host.Database.WriteAsync(
            (db, token) => SearchIndex.PutAsync(db, new SearchableRecord(nameof(Consultation), Guid.NewGuid()), ghost, always: false, token),
            Cancel
        );

        Assert.Equal(1, await rebuild.RunAsync(Cancel));
        Assert.Equal(1, await rebuild.RunAsync(Cancel));

        Assert.Single((await FindAsync(county, County.Clerk, "挖砂")).Hits);
        Assert.Equal(1, await county.Host.Database.ReadAsync((db, token) => db.Set<SearchRow>().CountAsync(token), Cancel));
    }

    private static async Task<IEnumerable<string>> WhoFindsAsync(County county, string words)
    {
        var found = new List<string>();
        foreach (var login in new[] { County.Clerk, County.Leader, County.Office, County.Land, County.Water, County.Stranger })
        {
            if ((await FindAsync(county, login, words)) is { IsNearest: false, Hits.Count: > 0 })
            {
                found.Add(login);
            }
        }

        return found;
    }

    private static async Task<SearchResult> FindAsync(County county, string login, string words, string? kind = null, int skip = 0, int take = 20)
    {
        var actor = await county.ActorAsync(login, Cancel);
        return await county.Host.Database.ReadAsync(
            (db, token) => county.Host.Get<RecordSearch>().FindAsync(db, actor, words, kind, skip, take, token),
            Cancel
        );
    }
}
