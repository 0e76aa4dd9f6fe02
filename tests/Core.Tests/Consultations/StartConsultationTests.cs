using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Consultations;

public sealed class StartConsultationTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_leader_is_asked_once_with_buttons_that_work_and_the_clerk_is_not_written_to(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);

        var started = await county.DoAsync(County.Clerk, new StartConsultation(Guid.NewGuid(), county.Content(), []), Cancel);

        var news = await county.NewsAsync(Cancel);
        var only = Assert.Single(news);
        Assert.Equal(County.Leader, only.Key);
        var request = Assert.Single(only);
        Assert.Equal("请审签：汾河滩有人夜里挖砂的职责归属问题提请会商", request.Title);
        Assert.Equal("市自然资源局、市水务局", request.Facts.Single(f => f.Label == "拟请").Value);
        Assert.Equal("李海英 13900003002", request.Facts.Single(f => f.Label == "承办").Value);
        Assert.Equal(["同意报送", "退回，说一句", "看全文"], request.Choices.Select(c => c.Label));
        Assert.Equal($"会商1号 · {started.Number}", request.Footer);
        Assert.Equal("HS-2026-0001", started.Number);
        Assert.Equal("王志刚", started.LeaderName);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_same_draft_sent_twice_at_once_makes_one_record_and_one_number(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var request = new StartConsultation(Guid.NewGuid(), county.Content(), []);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => county.DoAsync(County.Clerk, request, Cancel)));
        var next = await county.StartedAsync(Cancel);

        Assert.Single(answers.Distinct());
        Assert.Equal("HS-2026-0002", (await county.ConsultationAsync(next, Cancel)).Number);
        Assert.Equal(2, (await county.NewsAsync(Cancel))[County.Leader].Count());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Somebody_elses_draft_id_leads_nowhere(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.StartedAsync(Cancel);

        var outcome = await county.RunAsync(County.Stranger, new StartConsultation(id, county.Content(), []), Cancel);

        Assert.Equal(Refusal.NotFound, outcome.Refusal!.Code);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Where_the_leader_starts_it_the_office_has_it_at_once(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);

        var started = await county.DoAsync("zhaochunmei", new StartConsultation(Guid.NewGuid(), county.Content(), []), Cancel);

        Assert.Equal(new DateTimeOffset(2026, 11, 25, 18, 0, 0, TimeSpan.FromHours(8)), started.AdmissionDue);
        Assert.Equal([County.Office, County.OtherOffice], (await county.NewsAsync(Cancel)).Select(n => n.Key));
        Assert.Equal(ConsultationState.AwaitingAdmission, (await county.ConsultationAsync(started.Id, Cancel)).State);
    }

    public static TheoryData<StorageProvider, string, string> Words
    {
        get
        {
            (string Written, string Kept)[] words =
            [
                (
                    "<script>alert(1)</script> & <b>挖砂</b> **粗** [x](javascript:1)",
                    "<script>alert(1)</script> & <b>挖砂</b> **粗** [x](javascript:1)"
                ),
                (
                    "村民𠮷𡘙家，😀👨‍👩‍👧 \"引号\" '单' ; DROP TABLE Consultations;--",
                    "村民𠮷𡘙家，😀👨‍👩‍👧 \"引号\" '单' ; DROP TABLE Consultations;--"
                ),
                ("第一行\r\n第二行", "第一行\n第二行"),
                ("夜里\u0000挖\u0007砂\u001b[31m", "夜里挖砂[31m"),
                ("  两头有空白  ", "两头有空白"),
            ];
            var rows = new TheoryData<StorageProvider, string, string>();
            foreach (var provider in new[] { StorageProvider.Sqlite, StorageProvider.Postgres })
            {
                foreach (var (written, kept) in words)
                {
                    rows.Add(provider, written, kept);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Words_are_kept_as_they_were_written_without_control_characters(StorageProvider provider, string written, string kept)
    {
        await using var county = await County.FoundAsync(provider, Cancel);

        var id = await county.StartedAsync(Cancel, county.Content(written));

        Assert.Equal(kept, (await county.ConsultationAsync(id, Cancel)).Account);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_sent_is_refused_with_the_reason_and_changes_nothing(string what, string expected)
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var content = Wrong(county, what);

        var outcome = await county.RunAsync(County.Clerk, new StartConsultation(Guid.NewGuid(), content, []), Cancel);

        Assert.Equal(Refusal.Invalid, outcome.Refusal!.Code);
        Assert.StartsWith(expected, outcome.Refusal.Sentence, StringComparison.Ordinal);
        Assert.Equal(0, await county.Host.Database.ReadAsync((db, token) => db.Consultations.CountAsync(token), Cancel));
        Assert.Empty(await county.NewsAsync(Cancel));
    }

    public static TheoryData<string, string> Refused =>
        new()
        {
            { "20000", "“基本情况”最多5000字，现有20000字，请精简" },
            { "empty", "请用一两句话说清是什么事" },
            { "title", "“议题”最多30字，现有31字" },
            { "secret", "内容里有“机密”字样" },
            { "split", "内容里有“机密”字样" },
            { "past", "希望时间2025年11月23日已经过了" },
            { "3026", "希望时间3026年11月23日离现在一年以上" },
            { "own", "拟请单位里有发起单位" },
            { "unknown", "拟请单位里有一家没有查到" },
            { "situation", "这种情形没有查到" },
        };

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Thirty_rare_characters_are_thirty_characters(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var title = string.Concat(Enumerable.Repeat("𠮷", 30));

        var id = await county.StartedAsync(Cancel, county.Content() with { Title = title });

        Assert.Equal(title, (await county.ConsultationAsync(id, Cancel)).Title);
    }

    [Fact]
    public async Task Files_of_others_are_not_attached()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var own = await county.FileAsync(County.Clerk, Cancel);
        var foreign = await county.FileAsync(County.Stranger, Cancel);

        await county.DoAsync(County.Clerk, new StartConsultation(Guid.NewGuid(), county.Content(), [foreign, own, own]), Cancel);

        var attached = await county.Host.Database.ReadAsync((db, token) => db.Files.Where(f => f.RecordId != null).ToListAsync(token), Cancel);
        Assert.Equal([(own, (int?)1)], attached.Select(f => (f.Id, f.Number)));
    }

    [Fact]
    public async Task The_office_does_not_start_consultations_of_its_home_unit()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);

        var outcome = await county.RunAsync(County.Office, new StartConsultation(Guid.NewGuid(), county.Content(), []), Cancel);

        Assert.Equal(Refusal.Forbidden, outcome.Refusal!.Code);
    }

    private static ConsultationContent Wrong(County county, string what)
    {
        var right = county.Content();
        return what switch
        {
            "20000" => right with { Account = new string('沙', 20_000) },
            "empty" => right with { Account = " \u0000 " },
            "title" => right with { Title = new string('题', 31) },
            "secret" => right with { OwnView = "见附件（机密）" },
            "split" => right with { OwnView = "见附件（机\u0000密）" },
            "past" => right with { WishedAt = TestClock.Start.AddYears(-1) },
            "3026" => right with { WishedAt = TestClock.Start.AddYears(1000) },
            "own" => right with { UnitIds = [county.Unit("yangcun")] },
            "unknown" => right with { UnitIds = [Guid.NewGuid()] },
            "situation" => right with { Situation = (Situation)99 },
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, message: null),
        };
    }
}
