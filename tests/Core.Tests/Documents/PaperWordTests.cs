using DocumentFormat.OpenXml.Packaging;
using SupervisionBot.Core.Documents;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Documents;

/// <summary>What stands in the Word file, measured in its own units, against GB/T 9704.</summary>
public sealed class PaperWordTests
{
    private static readonly WordFile Minutes = WordFile.Of(SamplePapers.Minutes(2, 5));

    public static TheoryData<string> Kinds => ["minutes", "long", "notice", "conclusion", "agenda", "empty"];

    private static Paper Sample(string name) =>
        name switch
        {
            "minutes" => SamplePapers.Minutes(2, 5),
            "long" => SamplePapers.Minutes(10, 40),
            "notice" => SamplePapers.Notice(),
            "conclusion" => SamplePapers.Conclusion(),
            "agenda" => SamplePapers.Agenda(),
            _ => new Paper(PaperKind.Minutes, "", "", ""),
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_paper_is_a_valid_file_with_the_words_of_the_page(string name)
    {
        var paper = Sample(name);

        var word = WordFile.Of(paper);

        word.MustBeValid();
        Assert.Equal(PaperText.Of(paper).Split('\n', StringSplitOptions.RemoveEmptyEntries), word.Lines);
    }

    [Fact]
    public void The_same_paper_gives_the_same_bytes() => Assert.Equal(Minutes.Bytes, WordFile.Of(SamplePapers.Minutes(2, 5)).Bytes);

    [Fact]
    public void Minutes_as_approved()
    {
        Golden.Matches(Minutes.Document.ToString(), "minutes-document.txt");
        Golden.Matches(PaperPages.ToHtml(SamplePapers.Minutes(2, 5)), "minutes-paper.html");
        Golden.Matches(PaperMarkdown.Write(SamplePapers.Minutes(2, 5)), "minutes-paper.md");
    }

    [Fact]
    public void Notices_conclusions_and_agendas_as_approved() =>
        Golden.Matches(
            string.Join("\n", new[] { SamplePapers.Notice(), SamplePapers.Conclusion(), SamplePapers.Agenda() }.Select(PaperMarkdown.Write)),
            "other-papers.md"
        );

    [Fact]
    public void Sheet_margins_and_grid_are_those_of_the_standard()
    {
        var section = Minutes.Document.Descendants(WordFile.W + "sectPr").Single();
        var (size, margin, grid) = (
            section.Element(WordFile.W + "pgSz"),
            section.Element(WordFile.W + "pgMar"),
            section.Element(WordFile.W + "docGrid")
        );

        Assert.Equal((11906, 16838), (WordFile.Number(size, "w"), WordFile.Number(size, "h")));
        Assert.All(
            [("top", 37), ("bottom", 35), ("left", 28), ("right", 26)],
            m => Assert.Equal(m.Item2, WordFile.Number(margin, m.Item1) * 25.4 / 1440, 0.1)
        );
        Assert.Equal(
            ("linesAndChars", 579, -849),
            (WordFile.Value(grid, "type"), WordFile.Number(grid, "linePitch"), WordFile.Number(grid, "charSpace"))
        );
        Assert.Equal(32, WordFile.Number(Minutes.Style("Normal").Descendants(WordFile.W + "sz").Single()));
    }

    [Theory]
    [InlineData("河津市综合行政执法会商会议纪要", "方正小标宋简体", null)]
    [InlineData("综合行政执法定期会商会议纪要", "方正小标宋简体", 22)]
    [InlineData("主持召开", "仿宋_GB2312", 16)]
    [InlineData("一、汾河滩", "黑体", 16)]
    [InlineData("（一）基本情况", "楷体_GB2312", 16)]
    [InlineData("1.牵头查处", "仿宋_GB2312", 16)]
    [InlineData("分送：", "仿宋_GB2312", 14)]
    public void Every_part_has_its_font_and_size(string words, string font, int? points)
    {
        var paragraphs = Minutes.Document.Descendants(WordFile.W + "p").Where(p => p.Value.Contains(words, StringComparison.Ordinal));
        var style = Minutes.StyleOf(words == "综合行政执法定期会商会议纪要" ? paragraphs.Last() : paragraphs.First());

        var fonts = style.Descendants(WordFile.W + "rFonts").Single();
        Assert.Equal(
            (font, "Times New Roman", "Times New Roman"),
            (WordFile.Value(fonts, "eastAsia"), WordFile.Value(fonts, "ascii"), WordFile.Value(fonts, "hAnsi"))
        );
        Assert.True(points is null || WordFile.Number(style.Descendants(WordFile.W + "sz").Single()) == points * 2);
    }

    [Fact]
    public void Masthead_and_rule_are_red()
    {
        var rule = Minutes.Paragraph("2026年12月9日");

        Assert.Equal("FF0000", WordFile.Value(Minutes.Style("Masthead").Descendants(WordFile.W + "color").Single()));
        Assert.Equal("FF0000", WordFile.Value(rule.Descendants(WordFile.W + "bottom").Single(), "color"));
        Assert.Empty(rule.Descendants(WordFile.W + "ind"));
    }

    [Fact]
    public void Attendance_turns_over_after_the_colon()
    {
        var paragraph = Minutes.Paragraph("出席：");
        var indent = paragraph.Descendants(WordFile.W + "ind").Single();

        // 16 pt, set 0.3 pt closer: 5 characters to the text, of which label and colon take 3.
        Assert.Equal((1570, 942), (WordFile.Number(indent, "left"), WordFile.Number(indent, "hanging")));
        Assert.Equal("Label", WordFile.Value(paragraph.Descendants(WordFile.W + "rStyle").First()));
        Assert.Equal("黑体", WordFile.Value(Minutes.Style("Label").Descendants(WordFile.W + "rFonts").Single(), "eastAsia"));
        Assert.Equal(579, WordFile.Number(Minutes.Paragraph("主持：").Descendants(WordFile.W + "spacing").Single(), "before"));
    }

    [Fact]
    public void Stand_in_fonts_are_named()
    {
        var fonts = WordFile.Part(Minutes.Bytes, main => main.FontTablePart!);
        var text = fonts.Elements(WordFile.W + "font").Single(f => WordFile.Value(f, "name") == "仿宋_GB2312");

        Assert.StartsWith("仿宋,", WordFile.Value(text.Element(WordFile.W + "altName")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_carries_its_title()
    {
        using var stream = new MemoryStream(Minutes.Bytes);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);

        Assert.Equal("综合行政执法定期会商会议纪要", document.PackageProperties.Title);
    }

    [Theory]
    [InlineData(5, 42, 100)]
    [InlineData(15, 42, 70)]
    [InlineData(30, 21, 70)]
    public void A_long_masthead_is_narrowed_and_then_shrunk_to_stay_on_one_line(int characters, int points, int leastScale)
    {
        var word = WordFile.Of(new Paper(PaperKind.Minutes, new string('河', characters), "专班办公室", "# 题"));
        var run = word.Paragraph(new string('河', characters)).Descendants(WordFile.W + "rPr").Single();

        Assert.InRange(WordFile.Number(run.Element(WordFile.W + "sz")) / 2.0, points - 1, points);
        Assert.InRange(WordFile.Number(run.Element(WordFile.W + "w")), leastScale - 1, 100);
        Assert.InRange(
            WordFile.Number(run.Element(WordFile.W + "sz")) / 2.0 * WordFile.Number(run.Element(WordFile.W + "w")) / 100 * characters,
            0,
            442.2
        );
    }
}
