using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using SupervisionBot.Core.Documents;
using Xunit;

namespace SupervisionBot.Core.Tests.Documents;

/// <summary>All faces of a paper say the same, whatever the office or anybody else types.</summary>
public sealed partial class PaperFaceTests
{
    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.String[Gen.Char["汉字会商局，。、：；（）《》“”〔〕 "], 1, 30],
        Gen.String[Gen.Char["ab19<>&\"'*_[]()`~|\\#-+.:;!^$ 汉"], 1, 30],
        OneOf(
            "𠮷㐂",
            "😀👨‍👩‍👧",
            "**粗**体",
            "*斜*",
            "`码`",
            "[文](http://a.cn/b)",
            "![图](//x/y.png)",
            "<b>x</b>",
            "<script>alert(1)</script>",
            "a\u0007b",
            "\ud800",
            "\ufffe",
            "&amp;",
            "河法治办字[2022]012号",
            "2026年01月05日"
        ),
        Gen.String
    );

    private static readonly Gen<string> Line = Gen.Select(
        OneOf(
            "",
            "",
            "",
            "# ",
            "## ",
            "### ",
            "#### ",
            "##### ",
            "###### ",
            "1. ",
            "2) ",
            "- ",
            "   - ",
            "      1. ",
            "> ",
            "> > ",
            "    ",
            "1、",
            "(一) ",
            "**出席：** ",
            "分送：",
            "---",
            "```",
            "| a | b |\n|---|---|\n| "
        ),
        Words,
        (start, words) => start + words
    );

    private static readonly Gen<Paper> Papers = Gen.Select(
        Line.Array[0, 12],
        OneOf("\n", "\n\n"),
        Words,
        Gen.Enum<PaperKind>(),
        (lines, between, note, kind) =>
            new Paper(kind, "河津市会商会议纪要", "专班办公室", string.Join(between, lines))
            {
                Number = "[2026]5号",
                Date = SamplePapers.Day,
                Notes = [note],
                PrintedBy = note,
                DraftMark = "会签稿",
            }
    );

    [Fact]
    public void Word_page_and_text_say_the_same() =>
        Papers.Sample(
            paper =>
            {
                var text = PaperText.Of(paper).Split('\n', StringSplitOptions.RemoveEmptyEntries);
                var word = WordFile.Of(paper);

                word.MustBeValid();
                Assert.Equal(text, word.Lines);
                Assert.Equal(text, PageLines(PaperPages.ToHtml(paper)));
            },
            iter: 150
        );

    [Fact]
    public void The_page_has_no_element_or_attribute_but_its_own() =>
        Papers.Sample(paper => Assert.DoesNotMatch(Foreign(), PaperPages.ToHtml(paper)), iter: 400);

    public static TheoryData<string> Bad =>
        [
            string.Concat(Enumerable.Repeat("- ", 300)) + "深处",
            string.Join('\n', Enumerable.Range(0, 300).Select(i => new string(' ', 2 * i) + "- 层")) + "深处",
            new string('>', 5_000) + "深处",
            string.Concat(Enumerable.Repeat("*甲 **乙 ", 2_000)) + "深处",
            new string('[', 5_000) + "深处",
            "(" + new string('汉', 100_000) + "深处",
            new string(' ', 100_000) + "深处",
            "\0\u0001\u001f\ud800深处\ufffe\uffff",
            "[a]: http://example.com 深处",
            "```深处\n```",
        ];

    [Theory]
    [MemberData(nameof(Bad))]
    public void Nothing_breaks_it_and_nothing_is_lost(string markdown)
    {
        var paper = SamplePapers.Issued(markdown);
        var word = WordFile.Of(paper);

        word.MustBeValid();
        Assert.Contains("深处", PaperText.Of(paper), StringComparison.Ordinal);
        Assert.Contains(word.Lines, line => line.Contains("深处", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("河法治办字[2022] 第012号", "河法治办字〔2022〕12号")]
    [InlineData("（2026）5号", "〔2026〕5号")]
    [InlineData("甲局,乙局:丙局;", "甲局，乙局：丙局；")]
    [InlineData("于 2026年01月05日 9:00 在 会议室 开会(见附件)", "于2026年1月5日9:00在会议室开会（见附件）")]
    [InlineData("Word file, page 2", "Word file, page 2")]
    [InlineData("1、检查", "1.检查")]
    [InlineData("(一)、检查", "（一）检查")]
    [InlineData("一.检查", "一、检查")]
    [InlineData("2.5公里", "2.5公里")]
    [InlineData("**出席**:市水务局  薛志强", "出席：市水务局 薛志强")]
    public void Typography_is_that_of_an_office(string typed, string printed) =>
        Assert.Equal(printed, PaperText.Of(new Paper(PaperKind.Minutes, "", "", typed)));

    [Fact]
    public void A_dissent_stands_word_for_word()
    {
        var paper = SamplePapers.Issued("# 题\n\n正文") with { Notes = ["市水务局不同意：“**1、堤内** 归 水务,不妥.”"] };

        Assert.Contains("市水务局不同意：“**1、堤内** 归 水务,不妥.”", WordFile.Of(paper).Lines);
    }

    [Fact]
    public void A_title_breaks_between_words()
    {
        var title = PaperTree.Of(SamplePapers.Issued("# 汾河滩有人夜里挖砂的职责归属问题专题会商会议纪要\n\n文")).Title;

        Assert.True(title.Count == 2 && title.All(line => line.Length <= 20), string.Join('/', title));
        Assert.DoesNotContain(title, line => line.StartsWith('的') || line.EndsWith('会'));
    }

    [Theory]
    [InlineData("Margins:Left", 5)]
    [InlineData("Margins:Top", 61)]
    public void A_wrong_margin_is_named(string key, double millimetres)
    {
        var settings = new PaperSettings
        {
            Margins = key == "Margins:Left" ? new PaperMargins { Left = millimetres } : new PaperMargins { Top = millimetres },
        };

        Assert.StartsWith($"Documents:{key} is {millimetres}.", Assert.Single(settings.Complaints()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_name_is_named_and_the_defaults_are_fine()
    {
        Assert.StartsWith("Documents:Issuer is empty.", Assert.Single(new PaperSettings { Issuer = " " }.Complaints()), StringComparison.Ordinal);
        Assert.Empty(new PaperSettings().Complaints());
    }

    private static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static IEnumerable<string> PageLines(string html) =>
        Tags()
            .Replace(Ends().Replace(html.Replace("\n", "", StringComparison.Ordinal), "\n"), "")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => WebUtility.HtmlDecode(line));

    [GeneratedRegex("</(?:p|h[1-6]|t[hd])>")]
    private static partial Regex Ends();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(
        """<(?!/?(?:div|header|footer|h[1-5]|p|span|b|strong|em|blockquote|table|tr|th|td|hr)(?: class="(?:paper|draft-mark|masthead|number|issuer|printed|item|byline|labelled(?: short)?|addressees|note|signature)")?>)"""
    )]
    private static partial Regex Foreign();
}
