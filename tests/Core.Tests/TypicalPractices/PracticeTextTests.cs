using CsCheck;
using SupervisionBot.Core.TypicalPractices;
using Xunit;

namespace SupervisionBot.Core.Tests.TypicalPractices;

public sealed class PracticeTextTests
{
    private static readonly string[] Lines = ["一、背景", "（一）划区", "# 题", "主要做法", "正文一句。", "", "【成效】", "<b>粗</b>"];

    [Theory]
    [InlineData("下化乡“一张图”管住违建\n今年以来……", "下化乡“一张图”管住违建")]
    [InlineData("# 三色预警\n正文", "三色预警")]
    [InlineData("标题：三色预警\n正文", "三色预警")]
    [InlineData("一、背景\n秋收时节火点多，人手少。", "秋收时节火点多")]
    [InlineData("我们把网格员和执法队编成一组，一起巡。", "我们把网格员和执法队编成一组")]
    public void The_title_is_the_first_line_or_the_first_clause(string body, string title) => Assert.Equal(title, PracticeText.TitleOf(body));

    [Fact]
    public void Parts_are_split_at_the_highest_level_and_named_by_what_their_headings_say()
    {
        var parts = PracticeText.PartsOf(
            "三色预警\n导语一段。\n一、主要做法\n（一）划区\n按地块。\n二、取得的成效\n火点下降。\n三、几点体会\n贵在坚持。",
            "三色预警"
        );

        Assert.Equal(
            [PracticePartKind.Other, PracticePartKind.MainPractices, PracticePartKind.Results, PracticePartKind.Insights],
            parts.Select(p => p.Kind)
        );
        Assert.Equal("（一）划区\n按地块。", parts[1].Text);
    }

    [Theory]
    [InlineData("【做法】\n甲\n【成效】\n乙", 2)]
    [InlineData("主要做法：\n甲\n工作成效：\n乙", 2)]
    [InlineData("（一）划区\n甲\n（二）巡查\n乙", 2)]
    [InlineData("没有小标题。\n只有两段。", 1)]
    [InlineData("", 0)]
    public void Other_ways_of_writing_headings(string body, int parts) => Assert.Equal(parts, PracticeText.PartsOf(body, "").Count);

    [Theory]
    [InlineData("正文\n执笔人：李海英；联系电话：13900003002", "李海英")]
    [InlineData("（撰稿人：孙莉）", "孙莉")]
    [InlineData("没有写", null)]
    public void The_author_is_read_where_the_text_names_one(string body, string? author) => Assert.Equal(author, PracticeText.AuthorIn(body));

    [Fact]
    public void Advice_is_one_line_and_none_for_a_good_text()
    {
        var good = $"一、主要做法\n{new string('做', 400)}。\n二、成效\n{new string('效', 100)}。";

        Assert.Null(PracticeAdvice.For(good, ""));
        Assert.Contains("不足300字", PracticeAdvice.For("一、主要做法\n甲\n二、成效\n乙", ""), StringComparison.Ordinal);
        Assert.Contains("超过1500字", PracticeAdvice.For(new string('长', 1501), ""), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', PracticeAdvice.For(new string('长', 1501), "")!);
    }

    [Fact]
    public void No_word_is_lost_however_the_text_is_written() =>
        Gen.Int[0, Lines.Length - 1]
            .Select(i => Lines[i])
            .List[0, 12]
            .Sample(lines =>
            {
                var parts = PracticeText.PartsOf(string.Join('\n', lines), "别的标题");
                var kept = parts.SelectMany(p => $"{p.Heading}\n{p.Text}".Split('\n')).Where(l => l.Length > 0);
                Assert.Equal(lines.Where(l => l.Length > 0).Select(l => l.TrimStart('#').Trim()), kept.Select(l => l.TrimStart('#').Trim()));
            });
}
