using SupervisionBot.Core.Documents;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Documents;

public sealed class MinutesCompilerTests
{
    private static readonly MinutesUnit Water = new("市水务局", "市水务局");
    private static readonly MinutesUnit Market = new("市市场监督管理局", "市市场监管局");
    private static readonly MinutesUnit Justice = new("市司法局", "市司法局");
    private static readonly MinutesUnit Street = new("阳村街道办事处", "阳村街道");

    [Fact]
    public void Minutes_of_several_items_stand_in_the_official_order()
    {
        var facts = new MinutesFacts(
            "综合行政执法定期会商会议纪要",
            new DateOnly(2026, 12, 4),
            "市司法局三楼会议室",
            [
                Item(
                    "小饭桌办证",
                    "会议认为，先备案后监管。\n市市场监管局补充：已有备案办法。",
                    new MinutesResolution("建立名录。", Market, [Street], new DateOnly(2027, 1, 5))
                ),
                Item(
                    "河道堆料",
                    "",
                    new MinutesResolution("共同巡查", Water, [], null),
                    new MinutesResolution("通报情况；", Street, [Water, Market], null)
                ),
                Item("露天烧烤", ""),
            ],
            [
                new MinutesAttendee(MinutesPart.Host, Justice, "市司法局局长 杨建国", IsTownship: false),
                new MinutesAttendee(MinutesPart.Attend, Water, "副局长 薛志强", IsTownship: false),
                new MinutesAttendee(MinutesPart.Leave, Market, "", IsTownship: false),
                new MinutesAttendee(MinutesPart.Absent, Street, "", IsTownship: true),
                new MinutesAttendee(MinutesPart.Recorder, Justice, "刘洋", IsTownship: false),
            ]
        );

        Golden.Matches(MinutesCompiler.Compile(facts), "several-items.md");
    }

    [Fact]
    public void What_became_of_earlier_resolutions_opens_the_minutes()
    {
        var facts = new MinutesFacts("题", new DateOnly(2026, 12, 4), "会议室", [Item("河道堆料", "")], [])
        {
            PreviousResolutions =
            [
                new PreviousResolution("建立名录。", Market, new DateOnly(2026, 11, 20), "已办结，名录已印发"),
                new PreviousResolution("共同巡查", Water, null, "正在办理。"),
            ],
        };

        var text = MinutesCompiler.Compile(facts);

        Assert.Contains(
            "## 一、上次议定事项落实情况\n\n1. 建立名录（责任单位：市市场监督管理局；完成时限：2026年11月20日前）。已办结，名录已印发。\n"
                + "2. 共同巡查（责任单位：市水务局；完成时限：长期坚持）。正在办理。\n\n## 二、河道堆料\n",
            text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(MinutesOutcome.Agreed, "经会商，各方已达成一致意见。\n\n会议议定：")]
    [InlineData(MinutesOutcome.NotAgreed, "经会商，各方未达成一致意见。\n\n专班办公室提出协调意见如下：")]
    [InlineData(MinutesOutcome.Referred, "经会商，各方未达成一致意见，按程序提请上级决定。\n\n会议议定：")]
    public void The_outcome_of_an_item_stands_before_its_resolutions(MinutesOutcome outcome, string words)
    {
        var item = Item("河道堆料", "", new MinutesResolution("共同巡查", Water, [], null)) with { Outcome = outcome };

        var text = MinutesCompiler.Compile(new MinutesFacts("题", new DateOnly(2026, 12, 4), "会议室", [item], []));

        Assert.Contains($"### （三）议定事项\n\n{words}\n\n1. 共同巡查。", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_recorder_wrote_about_a_unit_stands_for_its_written_view()
    {
        var text = MinutesCompiler.Compile(
            new MinutesFacts("题", new DateOnly(2026, 12, 4), "会议室", [Item("题", "市市场监管局认为，可以先备案。")], [])
        );

        Assert.DoesNotContain("市市场监督管理局认为", text, StringComparison.Ordinal);
        Assert.Contains("市水务局对该事项无意见。", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(11, "十一")]
    [InlineData(20, "二十")]
    [InlineData(34, "三十四")]
    public void Items_are_numbered_in_Chinese(int count, string numeral)
    {
        var items = Enumerable.Range(1, count).Select(i => Item($"题{i}", "")).ToList();

        var text = MinutesCompiler.Compile(new MinutesFacts("题", new DateOnly(2026, 12, 4), "会议室", items, []));

        Assert.Contains($"\n## {numeral}、题{count}\n", text, StringComparison.Ordinal);
    }

    private static MinutesItem Item(string title, string discussion, params IReadOnlyList<MinutesResolution> resolutions) =>
        new(
            title,
            "群众多次反映。",
            Negotiation: null,
            [new MinutesView(Water, MinutesViewKind.None, null, null), new MinutesView(Market, MinutesViewKind.Own, "归本局监管。", "食品安全法")],
            discussion,
            resolutions
        );
}
