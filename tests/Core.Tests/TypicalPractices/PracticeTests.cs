using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Core.TypicalPractices.Queries;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.TypicalPractices;

public sealed class PracticeTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task From_the_clerk_through_leader_and_office_to_everybody(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);

        var id = await county.SubmittedAsync(Cancel);
        var asked = (await county.NewsAsync(Cancel))[County.Leader].Single();
        await county.ForgetNewsAsync(Cancel);
        await county.DoAsync(County.Leader, new ReleasePractice(id, null), Cancel);
        var released = await county.NewsAsync(Cancel);
        await county.ForgetNewsAsync(Cancel);
        await county.DoAsync(County.Office, new ReviewPractice(id, null, ReviewDecision.Adopt, "做法实、数字清楚"), Cancel);
        var adopted = await county.NewsAsync(Cancel);

        Assert.Equal("请审签典型经验：阳村街道“三色预警”管住秸秆露天焚烧", asked.Title);
        Assert.Contains("3个部分：背景、主要做法、成效", asked.Facts[0].Value, StringComparison.Ordinal);
        Assert.Equal(["同意报送", "退回，说一句", "看全文"], asked.Choices.Select(c => c.Label));
        Assert.Equal([County.OtherOffice, County.Clerk, County.Office], released.Select(n => n.Key).Order(StringComparer.Ordinal));
        Assert.Equal(["采用", "备用", "退改", "不采用", "看全文"], released[County.Office].Single().Choices.Select(c => c.Label));
        Assert.Equal(County.Clerk, Assert.Single(adopted).Key);
        Assert.Contains("做法实、数字清楚", adopted[County.Clerk].Single().Text, StringComparison.Ordinal);
        var practice = await county.PracticeAsync(id, Cancel);
        Assert.Equal(("JY-2026-0001", PracticeState.Adopted, "李海英"), (practice.Number, practice.State, practice.Author));
        Assert.Equal(
            [nameof(SubmitPractice), nameof(PracticeAction.Release), nameof(PracticeAction.Adopt)],
            (await county.HistoryAsync(id, Cancel)).Select(h => h.Action)
        );
    }

    [Fact]
    public async Task A_leader_who_writes_it_needs_no_second_signature()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);

        var id = await county.SubmittedAsync(Cancel, County.Leader);
        await county.PressAsync(County.Office, PracticeAction.ReturnForRevision, id, null, Cancel);
        await county.PressAsync(County.Leader, PracticeAction.Amend, id, null, Cancel);

        Assert.Equal(PracticeState.AwaitingReview, (await county.PracticeAsync(id, Cancel)).State);
        Assert.DoesNotContain(County.Clerk, (await county.NewsAsync(Cancel)).Select(n => n.Key));
    }

    [Fact]
    public async Task Sending_the_same_draft_twice_makes_one()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var request = new SubmitPractice(Guid.NewGuid(), PracticeCounty.Content, []);

        var first = await county.DoAsync(County.Clerk, request, Cancel);
        var second = await county.DoAsync(County.Clerk, request, Cancel);
        var stolen = await county.RunAsync(County.Stranger, request, Cancel);

        Assert.Equal(first, second);
        Assert.Equal(Refusal.NotFound, stolen.Refusal!.Code);
        Assert.Single((await county.NewsAsync(Cancel))[County.Leader]);
    }

    [Theory]
    [InlineData(ReviewDecision.Adopt)]
    [InlineData(ReviewDecision.Reserve)]
    [InlineData(ReviewDecision.ReturnForRevision)]
    [InlineData(ReviewDecision.NotAdopt)]
    public async Task No_decision_without_a_reason(ReviewDecision decision)
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await county.WithOfficeAsync(Cancel);

        var outcome = await county.RunAsync(County.Office, new ReviewPractice(id, null, decision, " "), Cancel);

        Assert.Equal(Refusal.Invalid, outcome.Refusal!.Code);
        Assert.StartsWith("请写", outcome.Refusal.Sentence, StringComparison.Ordinal);
        Assert.Equal(PracticeState.AwaitingReview, (await county.PracticeAsync(id, Cancel)).State);
    }

    [Fact]
    public async Task Too_long_a_text_is_refused_with_the_limit_and_what_to_do()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);

        var outcome = await county.RunAsync(County.Clerk, new SubmitPractice(Guid.NewGuid(), new(null, new string('长', 200_000)), []), Cancel);

        Assert.Contains("这篇有200000字，最多收20000字", outcome.Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Contains("分成几篇", outcome.Refusal.Sentence, StringComparison.Ordinal);
        Assert.Equal(0, await county.Host.Database.ReadAsync((db, token) => db.TypicalPractices.CountAsync(token), Cancel));
    }

    [Fact]
    public async Task Secrets_are_refused_and_one_sentence_without_structure_is_taken()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);

        var secret = await county.RunAsync(County.Clerk, new SubmitPractice(Guid.NewGuid(), new("机密★1年", "正文"), []), Cancel);
        var plain = await county.RunAsync(
            County.Clerk,
            new SubmitPractice(Guid.NewGuid(), new(null, "我们镇把网格员和执法队编成一组，一起巡。"), []),
            Cancel
        );

        Assert.Contains("国家秘密", secret.Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Equal("我们镇把网格员和执法队编成一组", plain.Value.Title);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Before_adoption_only_the_unit_and_those_who_see_everything_read_it(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.WithOfficeAsync(Cancel);
        var number = (await county.PracticeAsync(id, Cancel)).Number;
        string[] insiders = [County.Clerk, County.Leader, County.Office, "wenxiulan", "yangjianguo"];
        string[] others = [County.Stranger, County.Water];

        foreach (var login in insiders)
        {
            Assert.NotNull(await PageAsync(county, login, number));
        }

        foreach (var login in others)
        {
            Assert.Null(await PageAsync(county, login, number));
            Assert.Equal(Refusal.NotFound, (await county.PressAsync(login, PracticeAction.Cancel, id, null, Cancel))!.Code);
        }

        await county.PressAsync(County.Office, PracticeAction.Adopt, id, null, Cancel);
        var read = (await PageAsync(county, County.Stranger, number))!;
        Assert.Null(read.Where);
        Assert.Null(read.Practice.Reason);
        Assert.Empty(read.Timeline);
        Assert.Empty(read.Choices);
        Assert.Equal(3, (await PageAsync(county, County.Clerk, number))!.Timeline.Count);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task It_waits_for_the_leader_then_the_office_then_the_author(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.SubmittedAsync(Cancel);

        Assert.Equal(["请审签典型经验"], await TodosAsync(county, County.Leader));
        Assert.Empty(await TodosAsync(county, County.Clerk));
        await county.PressAsync(County.Leader, PracticeAction.Release, id, null, Cancel);
        Assert.Empty(await TodosAsync(county, County.Leader));
        Assert.Equal(["典型经验待审阅"], await TodosAsync(county, County.OtherOffice));
        await county.PressAsync(County.Office, PracticeAction.ReturnForRevision, id, null, Cancel);
        Assert.Equal(["请修改后再报：补上前后对比"], await TodosAsync(county, County.Clerk));
        Assert.Empty(await TodosAsync(county, County.Office));
        await county.PressAsync(County.Clerk, PracticeAction.Amend, id, null, Cancel);
        Assert.Equal(["典型经验待审阅"], await TodosAsync(county, County.Office));
        Assert.Empty(await TodosAsync(county, County.Leader));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Found_by_number_and_in_the_library_by_words_unit_year_and_level(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.AdoptedAsync(Cancel);
        await county.PressAsync(County.Office, PracticeAction.RecordAdoption, id, null, Cancel);
        var stranger = await county.ActorAsync(County.Stranger, Cancel);

        foreach (var typed in new[] { "JY-2026-0001", "jy1", "经验1号" })
        {
            var found = await county.Host.Database.ReadAsync(
                (db, token) => RecordFinder.FindAsync(db, stranger, typed, new DateOnly(2026, 11, 23), token),
                Cancel
            );
            Assert.Equal(id, Assert.Single(found).Id);
        }

        Assert.Equal(1, await CountAsync(new PracticeFilter("三色 火点")));
        Assert.Equal(1, await CountAsync(new PracticeFilter(UnitId: county.Unit("yangcun"), Year: 2026, Level: AdoptionLevel.Prefecture)));
        Assert.Equal(0, await CountAsync(new PracticeFilter("三色 采砂")));
        Assert.Equal(0, await CountAsync(new PracticeFilter(Year: 2025)));
        Assert.Equal(0, await CountAsync(new PracticeFilter(Level: AdoptionLevel.Province)));

        async Task<int> CountAsync(PracticeFilter filter) =>
            (await county.Host.Database.ReadAsync((db, token) => PracticeLibrary.LoadAsync(db, stranger, filter, token), Cancel)).Total;
    }

    [Fact]
    public async Task Adoption_is_recorded_as_often_as_it_happens_and_once_a_press()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await county.AdoptedAsync(Cancel);
        var step = (await county.PracticeAsync(id, Cancel)).Step;
        var day = new DateOnly(2026, 11, 23);

        await county.DoAsync(County.Office, new RecordAdoption(id, step, AdoptionLevel.City, day, null, "请各乡镇学习"), Cancel);
        var doubled = await county.RunAsync(County.Office, new RecordAdoption(id, step, AdoptionLevel.City, day, null, "请各乡镇学习"), Cancel);
        await county.DoAsync(County.Office, new RecordAdoption(id, null, AdoptionLevel.Media, day, "山西法治报", null), Cancel);
        var tomorrow = await county.RunAsync(County.Office, new RecordAdoption(id, null, AdoptionLevel.Media, day.AddDays(1), null, null), Cancel);

        Assert.Equal((Refusal.Stale, Refusal.Invalid), (doubled.Refusal!.Code, tomorrow.Refusal!.Code));
        var kept = (await county.PracticeAsync(id, Cancel)).Adoptions.OrderBy(a => a.Level).ToList();
        Assert.Equal([(AdoptionLevel.City, "请各乡镇学习"), (AdoptionLevel.Media, null)], kept.Select(a => (a.Level, a.Instruction)));
    }

    private static Task<PracticePage?> PageAsync(County county, string login, string number) =>
        county.Host.Database.ReadAsync(
            async (db, token) => await PracticePage.LoadAsync(db, await county.ActorAsync(login, token), number, token),
            Cancel
        );

    private static async Task<IEnumerable<string>> TodosAsync(County county, string login)
    {
        var actor = await county.ActorAsync(login, Cancel);
        var calendar = county.Host.Get<Core.Calendars.WorkingCalendar>();
        var items = await county.Host.Database.ReadAsync((db, token) => Todos.OfAsync(db, actor, county.Host.Clock.Now, calendar, token), Cancel);
        Assert.All(items, item => Assert.Null(item.Due));
        return items.Select(i => i.What);
    }
}
