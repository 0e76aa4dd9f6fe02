using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Conclusions;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Signing;

/// <summary>书面会商: a consultation that ends without a meeting.</summary>
public sealed class ConclusionTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Once_the_views_are_in_it_is_concluded_countersigned_by_all_units_signed_and_issued(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.AdmittedAsync(Cancel);
        await ViewsAsync(county, id, County.Land, County.Water);

        await county.DoAsync(County.Office, Conclude(county, id), Cancel);
        await county.ForgetNewsAsync(Cancel);
        await county.Host.Sweep.RunAsync(Cancel);

        var paper = await PaperAsync(county);
        Assert.Equal((MinutesKind.Conclusion, "HS-2026-0001", MinutesState.Drafting), (paper.Kind, paper.Number, paper.State));
        Assert.Contains("经会商，各方已达成一致意见", paper.Markdown, StringComparison.Ordinal);
        Assert.Contains("会商意见不代替法制审核", paper.Markdown, StringComparison.Ordinal);
        var office = (await county.NewsAsync(Cancel)).SelectMany(n => n.Select(_ => n.Key)).Order(StringComparer.Ordinal);
        Assert.Equal([County.OtherOffice, County.Office], office);
        await county.DoAsync(County.Office, new SendForCountersign(paper.Id, null), Cancel);
        foreach (var unit in (string[])[County.Land, County.Water, County.Clerk])
        {
            await county.DoAsync(unit, new CountersignMinutes(paper.Id, null, null, CountersignChoice.Agree, null), Cancel);
        }

        // Nobody presided: both task-force leaders are asked.
        Assert.Equal(
            ["wangxiuying", "yangjianguo"],
            (await county.NewsAsync(Cancel)).Select(n => n.Key).Where(Chairs.Contains).Order(StringComparer.Ordinal)
        );
        await county.DoAsync(Desk.OtherChair, new SignOffMinutes(paper.Id, null), Cancel);
        var issued = await county.DoAsync(County.Office, new IssueMinutes(paper.Id, null), Cancel);

        Assert.Equal("〔2026〕1号", issued.IssueMark);
        Assert.Equal(ConsultationState.Concluded, (await county.ConsultationAsync(id, Cancel)).State);
        var resolution = await county.Host.Database.ReadAsync((db, token) => db.Resolutions.SingleAsync(token), Cancel);
        Assert.Equal((ResolutionState.Open, "RW-2026-0001"), (resolution.State, resolution.Number));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task While_views_are_missing_it_waits_for_their_limit(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.AdmittedAsync(Cancel);
        await ViewsAsync(county, id, County.Land);

        var refusal = (await county.RunAsync(County.Office, Conclude(county, id), Cancel)).Refusal!;

        Assert.Equal(Refusal.Invalid, refusal.Code);
        Assert.StartsWith("市水务局还没有反馈意见，期限是11月30日", refusal.Sentence, StringComparison.Ordinal);
        Assert.Equal(ConsultationState.SeekingViews, (await county.ConsultationAsync(id, Cancel)).State);
        county.Host.Machine.SetUtcNow(new DateTimeOffset(2026, 11, 30, 18, 0, 1, TimeSpan.FromHours(8)));
        var done = await county.DoAsync(County.Office, Conclude(county, id), Cancel);
        Assert.Equal(["市水务局"], done.WithoutView);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task After_the_limit_the_office_is_offered_to_conclude_and_the_paper_names_who_did_not_answer(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.AdmittedAsync(Cancel);
        await ViewsAsync(county, id, County.Land);
        var before = await LabelsAsync(county, id);
        county.Host.Machine.SetUtcNow(new DateTimeOffset(2026, 11, 30, 18, 0, 1, TimeSpan.FromHours(8)));
        var after = await LabelsAsync(county, id);

        await county.DoAsync(County.Office, Conclude(county, id) with { Outcome = ConsultationOutcome.NotAgreed }, Cancel);
        await county.Host.Sweep.RunAsync(Cancel);

        Assert.DoesNotContain("出具会商意见", before);
        Assert.Contains("出具会商意见", after);
        var paper = (await PaperAsync(county)).Markdown;
        Assert.Contains("水务局逾期未反馈书面意见。", paper, StringComparison.Ordinal);
        Assert.Contains(
            "经会商，各方未达成一致意见。\n\n专班办公室提出协调意见如下：\n\n由市水务局依法查处，市自然资源局提供地类资料。\n\n1. 依法查处夜间采砂",
            paper,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_is_missing_in_it_is_said_and_nothing_changes(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.AdmittedAsync(Cancel);
        await ViewsAsync(county, id, County.Land, County.Water);
        var good = Conclude(county, id);
        var history = (await county.HistoryAsync(id, Cancel)).Count;
        ConcludeInWriting[] bad =
        [
            good with
            {
                Text = " ",
            },
            good with
            {
                Outcome = (ConsultationOutcome)7,
            },
            good with
            {
                Resolutions = [good.Resolutions[0] with { LeadUnitId = null }],
            },
            good with
            {
                Resolutions = [good.Resolutions[0] with { DueOn = new DateOnly(2026, 11, 22) }],
            },
        ];

        foreach (var request in bad)
        {
            Assert.Equal(Refusal.Invalid, (await county.RunAsync(County.Office, request, Cancel)).Refusal!.Code);
        }

        Assert.Equal(Refusal.Forbidden, (await county.RunAsync(County.Land, good, Cancel)).Refusal!.Code);
        Assert.Equal(history, (await county.HistoryAsync(id, Cancel)).Count);
    }

    /// <summary>What an entry of 我的待办 opens.</summary>
    private static async Task<IEnumerable<string>> LabelsAsync(County county, Guid id)
    {
        var office = await county.ActorAsync(County.Office, Cancel);
        var now = county.Host.Clock.Now;
        var status = await county.Host.Database.ReadAsync((db, token) => RecordStatus.OfAsync(db, office, id, now, token), Cancel);
        return status!.Choices.Select(c => c.Label);
    }

    private static readonly string[] Chairs = [Desk.Presider, Desk.OtherChair];

    private static ConcludeInWriting Conclude(County county, Guid id) =>
        new(
            id,
            null,
            ConsultationOutcome.AgreementReached,
            "由市水务局依法查处，市自然资源局提供地类资料。",
            [new ResolutionRecord("依法查处夜间采砂", county.Unit("shuiwu"), [county.Unit("ziran")], new DateOnly(2026, 12, 20))]
        );

    private static async Task ViewsAsync(County county, Guid id, params string[] logins)
    {
        foreach (var login in logins)
        {
            await county.DoAsync(login, new GiveView(id, null, ViewKind.Own, "由水务部门查处", "河道管理条例"), Cancel);
        }
    }

    private static Task<Minutes> PaperAsync(County county) => county.Host.Database.ReadAsync((db, token) => db.Minutes.SingleAsync(token), Cancel);
}
