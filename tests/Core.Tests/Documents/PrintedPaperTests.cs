using SupervisionBot.Core.Documents;
using Xunit;

namespace SupervisionBot.Core.Tests.Documents;

/// <summary>Papers as they leave the printer, measured in points against GB/T 9704.</summary>
public sealed class PrintedPaperTests(ITestOutputHelper output)
{
    private const double Millimetre = 72 / 25.4;
    private const double TextLeft = 28 * Millimetre;
    private const double TextRight = (210 - 26) * Millimetre;
    private const double TextBottom = (297 - 35) * Millimetre;
    private const double LinePitch = 28.95;

    // What stands above the first paragraph: nine lines of front, two blank, a title of one line, one blank.
    private const int FrontLines = 13;
    private const int PageLines = 22;

    [Fact]
    public async Task A_full_page_has_22_lines_of_28_characters()
    {
        var han = string.Join("\n\n", Enumerable.Repeat(new string('汉', 26 + 27 * 28), 3));

        var pages = await PrintAsync(new Paper(PaperKind.Minutes, "纪要", "办公室", $"# 题\n\n{han}"));

        var full = pages[1].Where(line => line.Text.Contains('汉')).ToList();
        Assert.Equal(PageLines, full.Count);
        Assert.All(full, line => Assert.Equal(28, line.Text.Length is 26 ? 28 : line.Text.Length));
        Assert.Equal((PageLines - 1) * LinePitch, full[^1].Top - full[0].Top, 1.5);
        Assert.All(full.Where(line => line.Text.Length == 28), line => Assert.Equal((TextLeft, TextRight), (line.Left, line.Right), new Within(2)));
    }

    [Fact]
    public async Task Long_minutes_keep_their_layout_to_the_last_page()
    {
        var pages = await PrintAsync(SamplePapers.Minutes(10, 40));
        output.WriteLine($"{pages.Count} pages");

        Assert.InRange(pages.Count, 8, 20);
        foreach (var (index, page) in pages.Index())
        {
            var number = page[^1];
            Assert.Equal($"—{index + 1}—", number.Text);
            Assert.Equal(7 * Millimetre, (number.Top + number.Bottom) / 2 - TextBottom, 2.0);
            var (edge, wanted) = index % 2 == 0 ? (number.Right, TextRight - 14) : (number.Left, TextLeft + 14);
            Assert.Equal(wanted, edge, 2.0);
        }

        var all = pages.SelectMany(page => page).ToList();
        var attend = all.FindIndex(line => line.Text.StartsWith("出席：", StringComparison.Ordinal));
        Assert.Equal(TextLeft + 2 * 15.7, all[attend].Left, 1.5);
        Assert.Equal(TextLeft + 5 * 15.7, all[attend + 1].Left, 1.5);
        AssertImprint(pages);
    }

    [Fact]
    public async Task The_imprint_stands_at_the_foot_of_the_last_page_however_far_the_text_goes()
    {
        var fillings = Enumerable
            .Range(PageLines - FrontLines - 4, 7)
            .ToDictionary(lines => $"lines{lines}", lines => WordFile.Of(Filled(lines)).Bytes, StringComparer.Ordinal);

        var printed = await Printer.PrintAsync(fillings, TestContext.Current.CancellationToken);

        Assert.Equal([1, 2], printed.Values.Select(pages => pages.Count).Distinct().Order());
        Assert.All(printed.Values, AssertImprint);
    }

    [Fact]
    public async Task The_number_the_issuer_and_the_title_stand_in_lines_under_the_masthead()
    {
        var page = (await PrintAsync(SamplePapers.Minutes(1, 2)))[0];
        PrintedLine Line(string start) => page.First(line => line.Text.StartsWith(start, StringComparison.Ordinal));

        var (number, issuer, title) = (Line("〔2026〕5号"), Line("河津市综合行政执法专班办公室"), Line("综合行政执法定期"));
        Assert.Single(page, line => line.Text == "河津市综合行政执法会商会议纪要");
        Assert.Equal((TextLeft + TextRight) / 2, (number.Left + number.Right) / 2, 2.0);
        Assert.Equal(LinePitch, issuer.Top - number.Top, 1.0);
        Assert.Equal((TextLeft + 16, TextRight - 16), (issuer.Left, issuer.Right), new Within(2));
        Assert.Equal(3 * LinePitch, (title.Top + title.Bottom - issuer.Top - issuer.Bottom) / 2, 3.0);
    }

    [Fact]
    public async Task The_ink_of_masthead_and_lines_is_where_and_as_thick_as_the_standard_says()
    {
        var file = WordFile.Of(SamplePapers.Minutes(1, 2)).Bytes;
        var first = await Printer.PaintAsync(file, last: false, TestContext.Current.CancellationToken);
        var last = await Printer.PaintAsync(file, last: true, TestContext.Current.CancellationToken);

        // 35 mm under the upper edge of the text area, which is 37 mm from that of the sheet.
        Assert.Equal(37 + 35, first.RedTop, 1.5);
        var red = first.Rules()[0];
        Assert.Equal((28, 184), (red.Left, red.Right), new Within(0.5));
        Assert.Equal(
            [0.35, 0.25, 0.35],
            last.Rules().TakeLast(3).Select(rule => rule.Thickness),
            (wanted, found) => Math.Abs(wanted - found) <= 0.06
        );
        Assert.All(last.Rules().TakeLast(3), rule => Assert.Equal((28, 184), (rule.Left, rule.Right), new Within(0.5)));
        Assert.Equal(297 - 35, last.Rules()[^1].Top, 1.5);
    }

    private static Paper Filled(int lines) =>
        SamplePapers.Issued($"# 题\n\n{string.Join("\n\n", Enumerable.Range(1, lines).Select(i => $"第{i}行"))}\n\n分送：市水务局。");

    private static void AssertImprint(List<List<PrintedLine>> pages)
    {
        var last = pages[^1];
        Assert.EndsWith("印发", last[^2].Text, StringComparison.Ordinal);
        Assert.InRange(TextBottom - last[^2].Bottom, 0, 8);
        Assert.True(last.Count > 3, "The imprint stands alone on its page.");
    }

    private static async Task<List<List<PrintedLine>>> PrintAsync(Paper paper)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["paper"] = WordFile.Of(paper).Bytes };
        return (await Printer.PrintAsync(files, TestContext.Current.CancellationToken))["paper"];
    }

    private sealed class Within(double points) : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) <= points && Math.Abs(x.Item2 - y.Item2) <= points;

        public int GetHashCode((double, double) value) => 0;
    }
}
