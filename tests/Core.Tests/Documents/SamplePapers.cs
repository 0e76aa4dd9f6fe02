using SupervisionBot.Core.Documents;

namespace SupervisionBot.Core.Tests.Documents;

/// <summary>Papers to draw and to measure.</summary>
internal static class SamplePapers
{
    public static readonly DateOnly Day = new(2026, 12, 9);

    public static readonly MinutesUnit Water = new("市水务局", "市水务局");
    public static readonly MinutesUnit Land = new("市自然资源局", "市自然资源局");
    public static readonly MinutesUnit Justice = new("市司法局", "市司法局");
    public static readonly MinutesUnit Street = new("阳村街道办事处", "阳村街道");

    private static readonly PaperSettings Settings = new();

    /// <summary>Minutes as they are issued, with the text given.</summary>
    public static Paper Issued(string markdown) =>
        Settings.NewPaper(PaperKind.Minutes, markdown) with
        {
            Number = "〔2026〕5号",
            Date = Day,
            PrintedBy = Settings.Issuer,
            PrintedOn = Day,
        };

    /// <summary>Minutes of that many items and attendees.</summary>
    public static Paper Minutes(int items, int attendees) =>
        Issued(
            MinutesCompiler.Compile(
                new MinutesFacts(
                    "综合行政执法定期会商会议纪要",
                    new DateOnly(2026, 12, 4),
                    "市司法局三楼会议室",
                    [.. Items(items)],
                    [.. Attendees(attendees)]
                )
            )
        ) with
        {
            Notes = ["市自然资源局会签时保留意见：“堤内滩地权属未定,应先确权。”", "市生态环境局逾期未反馈。"],
        };

    public static Paper Notice() =>
        Settings.NewPaper(
            PaperKind.SessionNotice,
            SessionNoticeCompiler.Compile(
                new SessionNoticeFacts(
                    new DateTimeOffset(2026, 12, 4, 7, 0, 0, TimeSpan.Zero),
                    "市司法局三楼会议室",
                    "市司法局局长 杨建国",
                    [Water, Land, Street],
                    ["汾河滩有人夜里挖砂的职责归属问题", "露天烧烤"],
                    [Water, Land],
                    [Street],
                    "刘洋",
                    "0359-5020000"
                )
            )
        ) with
        {
            Number = "〔2026〕8号",
            Date = Day,
            PrintedBy = Settings.Issuer,
            PrintedOn = Day,
        };

    public static Paper Conclusion() =>
        Settings.NewPaper(
            PaperKind.Conclusion,
            ConclusionCompiler.Compile(
                new ConclusionFacts(
                    Street,
                    [Water, Land],
                    Item(1) with
                    {
                        Outcome = MinutesOutcome.NotAgreed,
                    },
                    [new ConclusionRecipient(Water, false), new ConclusionRecipient(Land, false), new ConclusionRecipient(Street, true)]
                )
            )
        ) with
        {
            Number = "〔2026〕3号",
            Date = Day,
            PrintedBy = Settings.Issuer,
            PrintedOn = Day,
        };

    public static Paper Agenda() =>
        Settings.NewPaper(
            PaperKind.Agenda,
            AgendaCompiler.Compile(
                new AgendaFacts(
                    "综合行政执法定期会商会议议程",
                    new DateTimeOffset(2026, 12, 4, 7, 0, 0, TimeSpan.Zero),
                    "市司法局三楼会议室",
                    "市司法局局长 杨建国",
                    [new AgendaMaterial(Water, Item(1)), new AgendaMaterial(Street, Item(2))]
                )
            )
        );

    private static IEnumerable<MinutesItem> Items(int count) => Enumerable.Range(1, count).Select(Item);

    private static MinutesItem Item(int number) =>
        new(
            $"汾河滩第{number}段有人夜里挖砂的职责归属问题",
            "10月以来，街道多次接到群众反映，称夜间有人用铲车和自卸车挖砂外运，毁损堤内滩地约12亩。街道现场核查后分别函告两家，均认为不属于本单位职权，至今无人查处。",
            "上周给两家都打过电话，没有谈拢。",
            [
                new MinutesView(Water, MinutesViewKind.Own, "采砂点涉及基本农田，应先行认定", "《中华人民共和国河道管理条例》第三条"),
                new MinutesView(Land, MinutesViewKind.NotOurs, "采砂点在堤防以内", "《中华人民共和国水法》第三十九条"),
            ],
            "会议认为，非法采砂应当依法查处，职责归属以河道管理范围划定成果为准。",
            [
                new MinutesResolution("牵头查处堤防以内非法采砂行为", Water, [Land, Street], new DateOnly(2026, 12, 20)),
                new MinutesResolution("提供该地块的规划用途和权属认定材料", Land, [], null),
            ]
        );

    private static IEnumerable<MinutesAttendee> Attendees(int count) =>
        Enumerable
            .Range(1, count)
            .Select(i => new MinutesAttendee(MinutesPart.Attend, new MinutesUnit($"市第{i}局", $"第{i}局"), $"副局长 张建{i}", IsTownship: false))
            .Prepend(new MinutesAttendee(MinutesPart.Host, Justice, "市司法局局长 杨建国", IsTownship: false))
            .Append(new MinutesAttendee(MinutesPart.Leave, Land, "副局长 赵立新", IsTownship: false))
            .Append(new MinutesAttendee(MinutesPart.SitIn, Street, "主任 王志刚", IsTownship: true))
            .Append(new MinutesAttendee(MinutesPart.Recorder, Justice, "刘洋", IsTownship: false));
}
