using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.Forms;
using Xunit;

namespace SupervisionBot.Core.Tests.Documents;

/// <summary>Whatever people type stays text: in the Markdown, and in the page made of it.</summary>
public sealed partial class MinutesMarkupTests
{
    private static readonly string[] Nasty =
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[点这里](javascript:alert(1))",
        "![图](http://example.com/a.png)",
        "<https://example.com>",
        "# 一级标题",
        "   ## 标题",
        "标题\n===",
        "标题\n---",
        "***",
        "- 项",
        "+ 项",
        "1. 项",
        "12) 项",
        "> 引用",
        "```\n代码\n```",
        "~~~\n代码",
        "    缩进代码",
        "\t制表",
        "**粗** _斜_ __粗__ `码`",
        "&lt;b&gt; &#x3c;i&#62; &copy;",
        "a\\*b\\",
        "行尾两格  \n下一行",
        "|甲|乙|\n|-|-|",
        "[^1]: 注",
        "[a]: http://example.com",
        ":::\n块\n:::",
        "$x$ ^上^ ~下~ ==亮== \"引\" '引'",
        "‮倒‬",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Nasty.Length - 1].Select(i => Nasty[i]);

    /// <summary>Text made of the nasty pieces, and of anything at all.</summary>
    private static readonly Gen<string> Anything = Gen.OneOf(
        Piece,
        Gen.String,
        Gen.String[Gen.Char["<>&\"'`*_[]()#+-.!|~\\=:; \n1a汉"], 0, 40],
        Piece.Array[1, 4].Select(pieces => string.Join('\n', pieces))
    );

    [Fact]
    public void No_text_becomes_markup() =>
        Anything.Sample(
            text =>
            {
                var html = Page(text);
                var plain = Page("字");

                // The same elements as with a harmless text, except that more lines make more paragraphs; and no attribute but the same classes.
                Assert.Equal(Elements(plain).Where(IsNoLine), Elements(html).Where(IsNoLine));
                Assert.Equal(Attributes(plain), Attributes(html));
            },
            iter: 400
        );

    [Fact]
    public void Every_word_survives() =>
        Anything.Sample(
            text =>
            {
                var page = Collapse(WebUtility.HtmlDecode(Tags().Replace(Page(text), " ")));
                foreach (var line in PlainText.Clean(text).Split('\n').Select(Collapse))
                {
                    Assert.Contains(line, page, StringComparison.Ordinal);
                }
            },
            iter: 400
        );

    private static string Page(string text) =>
        PaperPages.ToHtml(new Paper(PaperKind.Minutes, "纪要", "专班办公室", MinutesCompiler.Compile(Facts(text))));

    private static MinutesFacts Facts(string text)
    {
        var unit = new MinutesUnit("市水务局", "市水务局");
        return new MinutesFacts(
            $"关于{text}的纪要",
            new DateOnly(2026, 11, 27),
            $"地点{text}",
            [
                new MinutesItem(
                    $"题{text}",
                    text,
                    text,
                    [new MinutesView(unit, MinutesViewKind.Own, text, text)],
                    text,
                    [new MinutesResolution($"事{text}", unit, [unit], null)]
                ),
            ],
            [
                new MinutesAttendee(MinutesPart.Host, unit, text, IsTownship: false),
                new MinutesAttendee(MinutesPart.Attend, unit, text, IsTownship: true),
            ]
        );
    }

    private static List<string> Elements(string html) => [.. Tags().Matches(html).Select(m => m.Groups[1].Value)];

    /// <summary>A longer text makes more paragraphs, and a longer title more lines.</summary>
    private static bool IsNoLine(string element) => element.TrimStart('/') is not ("p" or "span");

    private static List<string> Attributes(string html) => [.. Opened().Matches(html).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The words alone: spaces, and marks that typography sets full width, do not count; marks of direction are dropped on purpose.</summary>
    private static string Collapse(string text) => NotWords().Replace(PaperCharacters.Clean(text), "");

    [GeneratedRegex("<(/?[a-z0-9]+)[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"<\w+\s[^>]*>")]
    private static partial Regex Opened();

    [GeneratedRegex(@"[\s\p{P}\p{S}]+")]
    private static partial Regex NotWords();
}
