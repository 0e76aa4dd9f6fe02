using CsCheck;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Documents;
using Xunit;

namespace SupervisionBot.Core.Tests.Documents;

/// <summary>What a paper says of 议定事项 is read off it again.</summary>
public sealed class PaperResolutionsTests
{
    private static readonly MinutesUnit[] Units = [SamplePapers.Water, SamplePapers.Land, SamplePapers.Justice, SamplePapers.Street];

    private static readonly Gen<MinutesResolution> Resolution = Gen.Select(
        Gen.String[Gen.Char["巡查河道采砂局，。；：（）“”*_[]#<>&1.- "], 0, 30],
        Gen.Int[0, Units.Length - 1],
        Gen.Int[0, 3],
        Gen.Int[-1, 400],
        (text, lead, supporting, days) =>
            new MinutesResolution(
                $"对{text}查",
                Units[lead],
                [.. Units.Where((_, index) => index != lead).Take(supporting)],
                days < 0 ? null : SamplePapers.Day.AddDays(days)
            )
    );

    [Fact]
    public void What_was_compiled_is_read_back() =>
        Resolution
            .Array[0, 4]
            .Array[1, 5]
            .Sample(
                items =>
                {
                    var markdown = MinutesCompiler.Compile(
                        new MinutesFacts("题", SamplePapers.Day, "会议室", [.. items.Select((r, index) => Item(index, r))], [])
                        {
                            PreviousResolutions = [new PreviousResolution("上次的事", SamplePapers.Water, SamplePapers.Day, "办理中")],
                        }
                    );

                    var expected = items.SelectMany((rows, index) => rows.Select(row => Words(index, row)));
                    Assert.Equal(expected, PaperResolutions.In(markdown).Select(Words));
                },
                iter: 200
            );

    [Theory]
    [InlineData(
        "1. 巡查。责任单位：市水务局；配合单位：市司法局、阳村街道；完成时限：2026年12月20日前。",
        "巡查|市水务局|市司法局,阳村街道|2026年12月20日前"
    )]
    [InlineData("1. 巡查（责任单位：市水务局；完成时限：长期坚持）。", "巡查|市水务局||长期坚持")]
    [InlineData("1. 巡查。\n   责任单位:市水务局;完成时限:12月底前", "巡查|市水务局||12月底前")]
    [InlineData("由市水务局巡查。责任单位：市水务局。", "由市水务局巡查|市水务局||")]
    [InlineData("- 巡查", "巡查|||")]
    [InlineData("1、巡查", "巡查|||")]
    [InlineData("(1)巡查。责任单位：市水务局；完成时限：长期坚持", "巡查|市水务局||长期坚持")]
    [InlineData("会议议定：\n\n本议题未形成议定事项。", null)]
    public void However_an_office_writes_it(string line, string? read) =>
        Assert.Equal(
            read is null ? [] : [read],
            PaperResolutions
                .In($"# 题\n\n## 一、挖砂\n\n### （三）议定事项\n\n{line}")
                .Select(r => $"{r.Text}|{r.Lead}|{string.Join(',', r.Supporting)}|{r.Due}")
        );

    private static MinutesItem Item(int number, IReadOnlyList<MinutesResolution> resolutions) =>
        new($"议题{number}", "情况。", null, [], "讨论。", resolutions);

    private static string Words(int section, MinutesResolution row) =>
        $"{section} {Letters(row.Text)} {row.Lead.Name} {string.Join(',', row.Supporting.Select(u => u.Name))} "
        + (row.DueOn is { } due ? $"{ChinaTime.FullDay(due)}前" : "长期坚持");

    private static string Words(PaperResolution read) =>
        $"{read.Section} {Letters(read.Text)} {read.Lead} {string.Join(',', read.Supporting)} {read.Due}";

    /// <summary>Typography may change the marks between them.</summary>
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
