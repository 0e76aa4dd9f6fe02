using SupervisionBot.Core.Documents;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.Tests.Deadlines;
using SupervisionBot.Core.Tests.Documents;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Core.TypicalPractices.Bulletins;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.TypicalPractices;

public sealed class BulletinTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task An_issue_gets_its_number_and_its_practices_their_level_and_nobody_a_message(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var practice = await county.AdoptedAsync(Cancel);
        await county.ForgetNewsAsync(Cancel);

        var id = await StartAsync(county, practice);
        var issued = await county.DoAsync(County.Office, new IssueBulletin(id, null), Cancel);
        var again = await county.RunAsync(County.OtherOffice, new IssueBulletin(id, null), Cancel);

        Assert.Equal(("〔2026〕第1期", 1), (issued.Mark, issued.Practices));
        Assert.Equal(Refusal.Stale, again.Refusal!.Code);
        Assert.Empty(await county.NewsAsync(Cancel));
        var adoption = Assert.Single((await county.PracticeAsync(practice, Cancel)).Adoptions);
        Assert.Equal((AdoptionLevel.TaskForce, "简报〔2026〕第1期"), (adoption.Level, adoption.Outlet));
        Assert.NotNull(await PageAsync(county, County.Stranger, id));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_practice_stands_in_one_bulletin_and_is_free_again_when_that_is_given_up(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var practice = await county.AdoptedAsync(Cancel);
        var first = await StartAsync(county, practice);

        var second = await county.RunAsync(County.Office, new StartBulletin(Guid.NewGuid(), new BulletinContent([practice])), Cancel);
        Assert.Null(await PageAsync(county, County.Stranger, first));
        await county.DoAsync(County.Office, new DiscardBulletin(first, null), Cancel);
        await StartAsync(county, practice);

        Assert.Contains("已经编入别的一期", second.Refusal!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_office_makes_one_and_only_of_adopted_practices()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var waiting = await county.WithOfficeAsync(Cancel);

        var clerk = await county.RunAsync(County.Clerk, new StartBulletin(Guid.NewGuid(), new BulletinContent([waiting])), Cancel);
        var office = await county.RunAsync(County.Office, new StartBulletin(Guid.NewGuid(), new BulletinContent([waiting])), Cancel);
        var empty = await county.RunAsync(County.Office, new StartBulletin(Guid.NewGuid(), new BulletinContent([])), Cancel);

        Assert.Equal((Refusal.Forbidden, Refusal.Invalid, Refusal.Invalid), (clerk.Refusal!.Code, office.Refusal!.Code, empty.Refusal!.Code));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task It_is_one_line_once_in_a_digest_that_goes_out_anyway(StorageProvider provider)
    {
        await using var walk = await DeadlineWalk.BeginAsync(provider, Cancel);
        var practice = await walk.County.AdoptedAsync(Cancel);
        var id = await StartAsync(walk.County, practice);
        await walk.County.DoAsync(County.Office, new IssueBulletin(id, null), Cancel);
        await walk.County.ForgetNewsAsync(Cancel);

        await walk.UntilAsync(new DateOnly(2026, 12, 1), Cancel);

        var told = walk.Messages.Where(m => m.Message.Choices.Any(IsBulletin)).ToList();
        var digests = walk.Messages.Where(m => m.Login == County.Land).ToList();
        Assert.True(digests.Count > 1);
        Assert.Equal(digests[0].Message, Assert.Single(told, t => t.Login == County.Land).Message);
        Assert.True(IsBulletin(digests[0].Message.Choices[^1]));
        Assert.All(told, t => Assert.Contains(t.Message.Choices, c => !IsBulletin(c)));
        Assert.DoesNotContain(walk.Messages, m => m.Login == County.Stranger);

        bool IsBulletin(Choice choice) => choice.Url == $"/bulletins/{id}";
    }

    [Fact]
    public async Task On_paper_it_has_head_foreword_articles_and_readers_and_markup_is_text()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var practice = await county.AdoptedAsync(Cancel);
        var id = Guid.NewGuid();
        var content = new BulletinContent([practice], "做法<script>可学。", "市委分管领导", "各成员单位", "各乡镇", 60);
        await county.DoAsync(County.Office, new StartBulletin(id, content), Cancel);
        await county.DoAsync(County.Office, new IssueBulletin(id, null), Cancel);
        var paper = BulletinPaper.Of((await PageAsync(county, County.Office, id))!, new PaperSettings());

        var word = WordFile.Of(paper);
        var html = PaperPages.ToHtml(paper);

        word.MustBeValid();
        string[] lines =
        [
            "河津市综合行政执法工作简报",
            "〔2026〕第1期",
            "【按语】做法<script>可学。",
            "阳村街道“三色预警”管住秸秆露天焚烧",
            "一、背景",
            "报：市委分管领导",
            "送：各成员单位",
            "发：各乡镇",
            "（共印60份）",
        ];
        Assert.Equal(
            lines,
            lines.Where(line => word.Lines.Any(l => l.Replace(" ", "", StringComparison.Ordinal).Contains(line, StringComparison.Ordinal)))
        );
        Assert.Contains("做法&lt;script&gt;可学。", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("送审稿", html, StringComparison.Ordinal);
    }

    private static async Task<Guid> StartAsync(County county, Guid practice) =>
        (await county.DoAsync(County.Office, new StartBulletin(Guid.NewGuid(), new BulletinContent([practice])), Cancel)).Id;

    private static Task<BulletinPage?> PageAsync(County county, string login, Guid id) =>
        county.Host.Database.ReadAsync(
            async (db, token) => await BulletinPage.LoadAsync(db, await county.ActorAsync(login, token), id, token),
            Cancel
        );
}
