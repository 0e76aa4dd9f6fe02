using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Signing;

public sealed class IssueTests
{
    private static readonly string[] Parties =
    [
        Desk.OtherChair,
        Desk.Presider,
        County.Office,
        County.Land,
        County.Water,
        County.Leader,
        County.Clerk,
    ];

    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task It_takes_the_number_of_the_year_and_the_day_of_the_signature_and_reaches_every_party_once(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        await desk.SignedAsync(Cancel);
        await desk.County.ForgetNewsAsync(Cancel);
        desk.GoTo(desk.County.Host.Clock.Now.AddDays(3));

        var issued = await desk.County.DoAsync(County.OtherOffice, new IssueMinutes(desk.Id, null), Cancel);

        Assert.Equal(("〔2026〕1号", new DateOnly(2026, 11, 27), false), (issued.IssueMark, issued.IssuedOn, issued.Corrected));
        Assert.Equal(["市自然资源局", "市水务局", "阳村街道"], issued.Units);
        var news = await desk.County.NewsAsync(Cancel);
        Assert.Equal(["期号", "12月10日（周四）"], news[County.Water].Single().Facts.Select(f => f.Label));
        Assert.Equal(["期号"], news[County.Land].Single().Facts.Select(f => f.Label));
        Assert.Equal("/minutes/HY-2026-0001", news[County.Water].Single().Choices.Single().Url);
        var told = await desk.ToldAsync(Cancel);
        Assert.Equal(Parties.Order(StringComparer.Ordinal), told);
        var after = await desk.ReadAsync(Cancel);
        Assert.All(MinutesHistory.ConsultationsOf(after), c => Assert.Equal(ConsultationState.Concluded, c.State));
        var resolution = await desk.ResolutionAsync(Cancel);
        Assert.Equal((ResolutionState.Open, "RW-2026-0001", (Guid?)desk.Id), (resolution.State, resolution.Number, resolution.MinutesId));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Pressed_twice_at_once_it_is_issued_once(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        await desk.SignedAsync(Cancel);
        await desk.County.ForgetNewsAsync(Cancel);
        var step = (await desk.ReadAsync(Cancel)).Step;

        var outcomes = await Task.WhenAll(
            desk.County.RunAsync(County.Office, new IssueMinutes(desk.Id, step), Cancel),
            desk.County.RunAsync(County.Office, new IssueMinutes(desk.Id, step), Cancel)
        );

        Assert.StartsWith("您已经办过这件", outcomes.Single(o => !o.Done).Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Equal(1, (await desk.ReadAsync(Cancel)).IssueNumber);
        Assert.Single(await desk.ToldAsync(Cancel), County.Water);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Without_the_sentence_on_legal_review_it_is_not_issued(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        var text = (await desk.ReadAsync(Cancel)).Markdown.Replace("会商意见不代替法制审核", "", StringComparison.Ordinal);
        await desk.County.DoAsync(County.Office, new EditMinutes(desk.Id, null, 1, text), Cancel);
        await desk.SignedAsync(Cancel);

        var refusal = await desk.RefusedAsync(County.Office, new IssueMinutes(desk.Id, null), Cancel);

        Assert.Equal(
            (Refusal.Invalid, "文稿里缺了“会商意见不代替法制审核”这句话，不能印发。请先修改，把这句话补上，再报签发。"),
            (refusal.Code, refusal.Sentence)
        );
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_correction_keeps_the_number_and_until_it_is_out_the_parties_read_what_was_issued(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        await desk.IssuedAsync(Cancel);
        await desk.EditAsync(County.Office, "更正的一句。", Cancel);
        var waiting = (await desk.PageAsync(County.Water, Cancel))!;
        Assert.DoesNotContain("更正的一句。", waiting.Markdown, StringComparison.Ordinal);
        Assert.Contains("更正的一句。", (await desk.PageAsync(Desk.OtherChair, Cancel))!.Markdown, StringComparison.Ordinal);
        var step = (await desk.ResolutionAsync(Cancel)).Step;

        await desk.County.DoAsync(Desk.OtherChair, new SignOffMinutes(desk.Id, null), Cancel);
        await desk.County.ForgetNewsAsync(Cancel);
        var again = await desk.County.DoAsync(County.Office, new IssueMinutes(desk.Id, null), Cancel);

        Assert.Equal(("〔2026〕1号", true), (again.IssueMark, again.Corrected));
        Assert.StartsWith("更正印发", (await desk.County.NewsAsync(Cancel))[County.Land].Single().Title, StringComparison.Ordinal);
        Assert.Equal(Parties.Except([County.Office]).Order(StringComparer.Ordinal), await desk.ToldAsync(Cancel));
        Assert.Equal(step, (await desk.ResolutionAsync(Cancel)).Step);
        Assert.Contains("更正的一句。", (await desk.PageAsync(County.Water, Cancel))!.Markdown, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Nothing_is_countersigned_after_the_issue(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        await desk.IssuedAsync(Cancel);

        var refusal = await desk.RefusedAsync(County.Water, new CountersignMinutes(desk.Id, null, null, CountersignChoice.Disagree, "反对"), Cancel);

        Assert.Equal("这件已由刘洋同志处理（11月27日（周五）15:00 印发，〔2026〕1号）。", refusal.Sentence);
    }
}
