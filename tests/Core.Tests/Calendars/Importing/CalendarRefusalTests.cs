using System.Text;
using CsCheck;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Calendars.Importing;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Calendars.Importing;

/// <summary>A file with a mistake is refused with the row and the reason, and nothing has changed.</summary>
public sealed class CalendarRefusalTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        """{"years":[{"year":2027,"holidays":[{"name":"元旦","from":"2027-01-01","to":"2027-01-03"}],"makeUpWorkdays":["2027-01-02"]}]}""",
        "years[0].makeUpWorkdays[0] 2027-01-02与years[0].holidays[0]重复"
    )]
    [InlineData(
        """{"years":[{"year":2027,"holidays":[{"name":"元旦","from":"2027-01-01"},{"name":"新年","from":"2027-01-01"}]}]}""",
        "years[0].holidays[1] 2027-01-01与years[0].holidays[0]重复"
    )]
    [InlineData(
        """{"years":[{"year":2027,"holidays":[{"name":"元旦","from":"2026-12-31","to":"2027-01-02"}]},{"year":2026,"makeUpWorkdays":["2026-12-31"]}]}""",
        "2026-12-31与years[0].holidays[0]重复"
    )]
    [InlineData(
        """{"years":[{"year":2027,"makeUpWorkdays":["2027-01-04"]}]}""",
        "years[0].makeUpWorkdays[0] 2027-01-04是周一，调休上班应为周六或周日"
    )]
    [InlineData(
        """{"years":[{"year":2027,"holidays":[{"name":"春节","from":"2027-02-29","to":"2027-03-02"}]}]}""",
        "years[0].holidays[0] “2027-02-29”不是日历上的日期"
    )]
    [InlineData(
        """{"years":[{"year":2027,"holidays":[{"name":"春节","from":"2027-02-09","to":"2027-02-05"}]}]}""",
        "years[0].holidays[0] 2027-02-09至2027-02-05先后颠倒"
    )]
    [InlineData("""{"years":[{"year":2027,"holidays":[{"name":"春节","from":"2027-02-05","to":"2027-05-05"}]}]}""", "超过15天")]
    [InlineData("""{"years":[{"year":2027,"holidays":[{"name":"国庆节","from":"2026-10-01"}]}]}""", "years[0].holidays[0] 2026-10-01不在2027年")]
    [InlineData("""{"years":[{"year":2072}]}""", "years[0] “2072”超出范围，年份应为2000至2028")]
    [InlineData("""{"years":[{"year":"二〇二七"}]}""", "years[0] “二〇二七”超出范围")]
    [InlineData("""{"years":[{"year":2027},{"year":2027}]}""", "years[1] 2027年已写过一次")]
    [InlineData("""{"years":[{"year":2027,"published":false,"makeUpWorkdays":["2027-01-03"]}]}""", "2027年标为未公布，不能同时写放假或上班日期")]
    [InlineData("""{"years":[{"year":2027,"holidays":[{"name":"","from":"2027-01-01"}]}]}""", "years[0].holidays[0] 名称应为1至40个字")]
    [InlineData("""{"years":[{"year":2027,"holyday":[]}]}""", "years[0].holyday 是不认识的名称")]
    [InlineData("""{"hours":["08:00-12:00","11:30-18:00"]}""", "hours 时段08:00–12:00与11:30–18:00重叠")]
    [InlineData("""{"hours":["14:30-18:00","08:00-12:00"]}""", "先后颠倒")]
    [InlineData("""{"hours":["18:00-08:00"]}""", "hours “18:00-08:00”不是时段")]
    [InlineData("""{"hours":[]}""", "hours 未写上班时段")]
    [InlineData("""{"seasons":[{"name":"夏令","from":"06-01","to":"09-31","hours":["08:00-12:00"]}]}""", "seasons[0] “09-31”不是月日")]
    [InlineData(
        """{"seasons":[{"name":"夏令","from":"06-01","to":"09-30","hours":["08:00-12:00"]},{"name":"秋","from":"09-30","to":"10-31","hours":["08:00-12:00"]}]}""",
        "seasons[1] “秋”与前面的季节作息有重叠"
    )]
    [InlineData(
        """{"exceptions":[{"date":"2026-12-01","name":"停电","hours":[]},{"date":"2026-12-01","name":"停水","hours":[]}]}""",
        "exceptions[1] 2026-12-01已有一条例外"
    )]
    [InlineData("""{"exceptions":[{"date":"2026-12-01","name":"停电"}]}""", "exceptions[0] 未写上班时段")]
    [InlineData("""{"exceptions":[{"date":"3026-12-01","name":"停电","hours":[]}]}""", "“3026-12-01”超出范围")]
    [InlineData("""{"years":{"2027":{}}}""", "years 应为一个列表")]
    [InlineData("""{"years":[2027]}""", "years[0] 应为一个对象")]
    [InlineData("""{"years":[""", "不是完整的 JSON")]
    [InlineData("", "不是完整的 JSON")]
    public async Task A_mistake_is_named_with_its_place_and_nothing_changes(string json, string complaint)
    {
        await using var host = await CoreHost.StartAsync();
        var before = WorkingCalendar.Shipped.Facts.ToJson();

        var outcome = await host.Get<CalendarImport>().ConfirmAsync("calendar.json", Encoding.UTF8.GetBytes(json), "root", Cancel);

        Assert.Contains(complaint, outcome.Refusal!.Sentence, StringComparison.Ordinal);
        await host.Database.WriteAsync((_, _) => Task.CompletedTask, Cancel);
        Assert.Equal((0, before), (host.Get<WorkingCalendar>().Version, host.Get<WorkingCalendar>().Facts.ToJson()));
    }

    [Fact]
    public async Task All_mistakes_are_named_at_once()
    {
        await using var host = await CoreHost.StartAsync();
        const string json = """{"hours":["8-12"],"years":[{"year":2027,"holidays":[{"name":"元旦","from":"2027-13-01"}],"makeUpWorkdays":["x"]}]}""";

        var outcome = await host.Get<CalendarImport>().PreviewAsync("calendar.json", Encoding.UTF8.GetBytes(json), Cancel);

        Assert.StartsWith("文件有3处问题，未作任何改动", outcome.Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Equal(4, outcome.Refusal.Sentence.Split('\n').Length);
    }

    [Theory]
    [InlineData("calendar.txt", "只能导入 .json 或 .xlsx 文件")]
    [InlineData("calendar.xlsx", "不是 XLSX 工作簿")]
    public async Task Another_kind_of_file_is_refused(string name, string complaint)
    {
        await using var host = await CoreHost.StartAsync();

        var outcome = await host.Get<CalendarImport>().PreviewAsync(name, Encoding.UTF8.GetBytes("年度,类别"), Cancel);

        Assert.Contains(complaint, outcome.Refusal!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_file_is_not_even_read()
    {
        await using var host = await CoreHost.StartAsync();

        var outcome = await host.Get<CalendarImport>().PreviewAsync("calendar.json", new byte[CalendarImport.LargestFile + 1], Cancel);

        Assert.Contains("超过", outcome.Refusal!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_stored_reads_back_as_the_same_calendar() =>
        Assert.Equal(LocalCounty.Facts.ToJson(), CalendarFacts.FromJson(LocalCounty.Facts.ToJson()).ToJson());

    [Fact]
    public void Any_rubbish_is_read_or_refused_but_breaks_nothing()
    {
        string[] pieces =
        [
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"years\"",
            "\"hours\"",
            "\"exceptions\"",
            "\"date\"",
            "\"2027-01-01\"",
            "2027",
            "null",
            "\"year\"",
            "\"08:00-12:00\"",
        ];
        Gen.Int[0, pieces.Length - 1]
            .Array[0, 25]
            .Sample(picks =>
            {
                var rows = JsonCalendar.Read(Encoding.UTF8.GetBytes(string.Concat(picks.Select(pick => pieces[pick]))));
                var (facts, problems) = CalendarReading.Over(CalendarFacts.Shipped(), rows, new(2026, 11, 23));
                Assert.True(problems.Count > 0 || new WorkingCalendar(facts).AddWorkingDays(new(2026, 11, 23), 1) > new DateOnly(2026, 11, 23));
            });
    }
}
