using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Signing;

/// <summary>What is signed is what is tracked: the resolutions follow the text that the office edits.</summary>
public sealed class EditedResolutionsTests
{
    private const string Recorded = "1. 由市水务局依法查处。责任单位：市水务局；配合单位：阳村街道办事处；完成时限：2026年12月10日前。";
    private const string Moved = "1. 由市自然资源局依法查处。责任单位：市自然资源局；完成时限：12月20日前。";
    private const string Second = "2. 定期巡查。责任单位：水利局；配合单位：阳村街道；完成时限：长期坚持。";

    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_the_text_says_is_tracked(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        await RewriteAsync(desk, $"{Moved}\n{Second}");
        await desk.SentAsync(Cancel);
        var asked = await desk.County.NewsAsync(Cancel);
        Assert.Equal("其中有贵单位的议定事项1项。", asked[County.Land].Single().Text);
        await desk.AnswerAsync(Cancel, [.. Desk.Units.Select(u => (u, CountersignChoice.Agree, (string?)null))]);
        await desk.County.DoAsync(Desk.Presider, new SignOffMinutes(desk.Id, null), Cancel);

        await desk.County.DoAsync(County.Office, new IssueMinutes(desk.Id, null), Cancel);

        Assert.Equal(
            ["RW-2026-0001 由市自然资源局依法查处 市自然资源局  2026年12月20日", "RW-2026-0002 定期巡查 市水务局 阳村街道 长期坚持"],
            await TrackedAsync(desk)
        );
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_was_deleted_from_the_text_is_not_tracked_and_what_was_put_back_is(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        await RewriteAsync(desk, "本议题未形成议定事项。");
        Assert.Empty(await desk.County.Host.Database.ReadAsync((db, token) => db.Resolutions.ToListAsync(token), Cancel));

        await desk.RewriteAsync(County.Office, text => text.Replace("本议题未形成议定事项。", Recorded, StringComparison.Ordinal), Cancel);
        await desk.IssuedAsync(Cancel);

        Assert.Equal(["RW-2026-0001 由市水务局依法查处 市水务局 阳村街道 2026年12月10日"], await TrackedAsync(desk));
    }

    [Theory]
    [InlineData("1. 依法查处。", "议定事项“依法查处”没有写责任单位和完成时限")]
    [InlineData("1. 依法查处。责任单位：水务处；完成时限：长期坚持", "议定事项“依法查处”里的“水务处”没有查到")]
    [InlineData("1. 依法查处。责任单位：市水务局、市自然资源局；完成时限：长期坚持", "议定事项“依法查处”的责任单位请只写一家")]
    [InlineData("1. 依法查处。责任单位：市水务局", "议定事项“依法查处”没有写完成时限")]
    [InlineData("1. 依法查处。责任单位：市水务局；完成时限：尽快", "议定事项“依法查处”的完成时限“尽快”没有看懂")]
    [InlineData("1. 依法查处。责任单位：市水务局；完成时限：2026年11月20日前", "完成时限不能早于开会那天")]
    [InlineData("1. 依法查处。责任单位：市水务局；配合单位：市水务局；完成时限：长期坚持", "责任单位不用再列为配合单位")]
    public async Task A_text_that_leaves_a_resolution_open_does_not_go_out(string line, string complaint)
    {
        await using var desk = await Desk.LaidAsync(StorageProvider.Sqlite, Cancel);
        await RewriteAsync(desk, line);

        var refusal = await desk.RefusedAsync(County.Office, new SendForCountersign(desk.Id, null), Cancel);

        Assert.Equal(Refusal.Invalid, refusal.Code);
        Assert.Contains(complaint, refusal.Sentence, StringComparison.Ordinal);
        Assert.Equal("由市水务局依法查处", (await desk.ResolutionAsync(Cancel)).Text);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_change_after_the_countersigning_is_caught_at_the_issue(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        await desk.AgreedAsync(Cancel);
        await RewriteAsync(desk, "1. 依法查处。责任单位：水务处；完成时限：长期坚持");
        await desk.County.DoAsync(Desk.Presider, new SignOffMinutes(desk.Id, null), Cancel);

        var refusal = await desk.RefusedAsync(County.Office, new IssueMinutes(desk.Id, null), Cancel);

        Assert.Contains("“水务处”没有查到", refusal.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_correction_changes_what_is_under_way_and_adds_to_it_but_drops_nothing(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        await desk.IssuedAsync(Cancel);
        await RewriteAsync(desk, "本议题未形成议定事项。");
        await desk.County.DoAsync(Desk.Presider, new SignOffMinutes(desk.Id, null), Cancel);
        var refusal = await desk.RefusedAsync(County.Office, new IssueMinutes(desk.Id, null), Cancel);
        Assert.Contains("议定事项“由市水务局依法查处”（RW-2026-0001）已经开始办理", refusal.Sentence, StringComparison.Ordinal);

        await desk.RewriteAsync(
            County.Office,
            text => text.Replace("本议题未形成议定事项。", $"{Moved}\n{Second}", StringComparison.Ordinal),
            Cancel
        );
        Assert.Equal(["RW-2026-0001 由市水务局依法查处 市水务局 阳村街道 2026年12月10日"], await TrackedAsync(desk));
        await desk.County.DoAsync(Desk.Presider, new SignOffMinutes(desk.Id, null), Cancel);
        await desk.County.DoAsync(County.Office, new IssueMinutes(desk.Id, null), Cancel);

        Assert.Equal(
            ["RW-2026-0001 由市自然资源局依法查处 市自然资源局  2026年12月20日", "RW-2026-0002 定期巡查 市水务局 阳村街道 长期坚持"],
            await TrackedAsync(desk)
        );
        var history = await desk.County.Host.Database.ReadAsync(
            (db, token) => db.History.Where(h => h.Text == "随〔2026〕1号更正印发改动").Select(h => h.After).SingleAsync(token),
            Cancel
        );
        Assert.Equal("由市自然资源局依法查处；责任单位：市自然资源局；完成时限：2026年12月20日", history);
    }

    private static Task<MinutesEdited> RewriteAsync(Desk desk, string line) =>
        desk.RewriteAsync(
            County.Office,
            text =>
            {
                Assert.Contains(Recorded, text, StringComparison.Ordinal);
                return text.Replace(Recorded, line, StringComparison.Ordinal);
            },
            Cancel
        );

    private static async Task<List<string>> TrackedAsync(Desk desk)
    {
        var office = await desk.County.ActorAsync(County.Office, Cancel);
        var lines = await desk.County.Host.Database.ReadAsync((db, token) => ResolutionLines.OfPaperAsync(db, office, desk.Id, token), Cancel);
        return
        [
            .. lines.Select(l =>
                $"{l.Number} {l.Text} {l.LeadUnit} {string.Join('、', l.SupportingUnits)} {(l.DueOn is { } due ? ChinaTime.FullDay(due) : "长期坚持")}"
            ),
        ];
    }
}
