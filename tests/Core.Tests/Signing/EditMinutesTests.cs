using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Signing;

public sealed class EditMinutesTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Of_two_editors_the_second_is_told_who_saved_and_when_and_loses_nothing(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        var opened = await desk.ReadAsync(Cancel);
        EditMinutes Save(string addition) => new(desk.Id, null, opened.Revision, Desk.With(opened.Markdown, addition));

        var outcomes = await Task.WhenAll(
            desk.County.RunAsync(County.Office, Save("刘洋写的。"), Cancel),
            desk.County.RunAsync(County.OtherOffice, Save("陈晓慧写的。"), Cancel)
        );

        var refusal = outcomes.Single(o => !o.Done).Refusal!;
        var winner = outcomes[0].Done ? "刘洋" : "陈晓慧";
        Assert.Equal(Refusal.Stale, refusal.Code);
        Assert.Equal($"您打开以后，{winner}同志在11月27日（周五）15:00保存过这份文稿（第2稿）。您写的还在页面上，请对照后再保存。", refusal.Sentence);
        var after = await desk.ReadAsync(Cancel);
        Assert.Contains($"{winner}写的。", after.Markdown, StringComparison.Ordinal);
        Assert.Equal([1, 2], after.Versions.Select(v => v.Number).Order());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Autosaves_of_one_hand_fold_until_the_version_was_used_and_another_hand_begins_its_own(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        var first = await desk.EditAsync(County.Office, "一。", Cancel, autosave: true);
        var second = await desk.EditAsync(County.Office, "二。", Cancel, autosave: true);
        Assert.Equal((first.Version, first.Revision + 1), (second.Version, second.Revision));
        Assert.Equal(3, (await desk.EditAsync(County.OtherOffice, "三。", Cancel, autosave: true)).Version);
        desk.GoTo(desk.County.Host.Clock.Now.AddMinutes(6));
        Assert.Equal(4, (await desk.EditAsync(County.OtherOffice, "四。", Cancel, autosave: true)).Version);
        await desk.SentAsync(Cancel);

        Assert.Equal(5, (await desk.EditAsync(County.OtherOffice, "五。", Cancel, autosave: true)).Version);

        var versions = (await desk.ReadAsync(Cancel)).Versions.OrderBy(v => v.Number).ToList();
        Assert.Contains("二。", versions[1].Markdown, StringComparison.Ordinal);
        Assert.Contains("四。", versions[3].Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("五。", versions[3].Markdown, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_a_unit_has_countersigned_is_never_overwritten(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        await desk.SentAsync(Cancel);
        var seen = await desk.EditAsync(County.Office, "一。", Cancel, autosave: true);
        await desk.AnswerAsync(Cancel, (County.Water, CountersignChoice.Disagree, "不妥。"));

        var later = await desk.EditAsync(County.Office, "二。", Cancel, autosave: true);

        Assert.Equal(seen.Version + 1, later.Version);
        Assert.Equal(seen.Version, (await desk.ReadAsync(Cancel)).Asked.Single(c => c.Choice is not null).OnVersion);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_change_after_the_signature_needs_a_new_one_and_the_chair_hears_once_when_editing_rests(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        await desk.SignedAsync(Cancel);
        await desk.County.ForgetNewsAsync(Cancel);

        await desk.EditAsync(County.Office, "一。", Cancel, autosave: true);
        var edited = await desk.EditAsync(County.Office, "一。二。", Cancel, autosave: true);
        await desk.County.Host.Sweep.RunAsync(Cancel);

        Assert.Equal(MinutesState.AwaitingSignOff, edited.State);
        Assert.Null((await desk.ReadAsync(Cancel)).SignedById);
        Assert.Empty(await desk.ToldAsync(Cancel));
        desk.GoTo(desk.County.Host.Clock.Now.AddMinutes(5));
        await desk.County.Host.Sweep.RunAsync(Cancel);
        Assert.Equal([Desk.Presider], await desk.ToldAsync(Cancel));
        var issue = await desk.RefusedAsync(County.Office, new IssueMinutes(desk.Id, null), Cancel);
        Assert.Equal(Refusal.Stale, issue.Code);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_same_text_again_is_no_change_even_when_it_was_signed(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        await desk.SignedAsync(Cancel);
        var before = await desk.ReadAsync(Cancel);

        var saved = await desk.County.DoAsync(County.Office, new EditMinutes(desk.Id, null, 1, before.Markdown + "\n\n"), Cancel);

        Assert.Equal((MinutesState.SignedOff, before.Revision), (saved.State, saved.Revision));
        Assert.Equal(before.Version, (await desk.ReadAsync(Cancel)).Version);
    }

    [Fact]
    public async Task Only_the_office_edits_and_neither_nothing_nor_a_book()
    {
        await using var desk = await Desk.LaidAsync(StorageProvider.Sqlite, Cancel);

        Assert.Equal(Refusal.Forbidden, (await desk.RefusedAsync(County.Water, new EditMinutes(desk.Id, null, 1, "改"), Cancel)).Code);
        Assert.Equal(Refusal.NotFound, (await desk.RefusedAsync(County.Stranger, new EditMinutes(desk.Id, null, 1, "改"), Cancel)).Code);
        Assert.Equal(Refusal.Invalid, (await desk.RefusedAsync(County.Office, new EditMinutes(desk.Id, null, 1, "\u0000 "), Cancel)).Code);
        var book = new string('长', EditMinutes.MaxLength + 1);
        Assert.Equal(Refusal.Invalid, (await desk.RefusedAsync(County.Office, new EditMinutes(desk.Id, null, 1, book), Cancel)).Code);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Two_versions_are_compared_line_by_line_for_the_office_and_the_chairs_only(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        await desk.EditAsync(County.Office, "另议定一事。", Cancel);

        var comparison = await CompareAsync(desk, County.Office);

        Assert.Equal(["另议定一事。"], comparison!.Lines.Where(l => l.Kind == LineChangeKind.Added && l.Text.Length > 0).Select(l => l.Text));
        Assert.DoesNotContain(comparison.Lines, l => l.Kind == LineChangeKind.Removed);
        Assert.NotNull(await CompareAsync(desk, Desk.OtherChair));
        Assert.Null(await CompareAsync(desk, County.Water));
    }

    private static async Task<MinutesComparison?> CompareAsync(Desk desk, string login)
    {
        var actor = await desk.County.ActorAsync(login, Cancel);
        return await desk.County.Host.Database.ReadAsync((db, token) => MinutesComparison.LoadAsync(db, actor, "HY-2026-0001", 1, 2, token), Cancel);
    }
}
