namespace SupervisionBot.Core.Calendars.Expressions;

/// <summary>
/// Limits named by the year and its festivals.
/// <code>
/// YearEnd  := (今年|明年)? (年底|年末|年内)           31 December
/// HalfYear := (上半年|下半年|Number 季度) (底|末|内|前)
/// Festival := (元旦|五一|劳动节|国庆|十一) Before      the day before; 春节前 and other movable ones are vague
/// Vague    := 过几天 | 这两天 | 改天 | 节前 | 年前 | …
/// </code>
/// </summary>
internal static class SeasonRules
{
    private static readonly string[] Movable = ["春节", "清明节", "清明", "端午节", "端午", "中秋节", "中秋", "过年", "过节", "节", "年"];
    private static readonly string[] Fixed = ["元旦", "劳动节", "五一", "国庆节", "国庆", "十一"];

    private static readonly string[] VagueWords =
    [
        "过几天",
        "过两天",
        "过些天",
        "过些日子",
        "过段时间",
        "过一阵",
        "过阵子",
        "这几天",
        "这两天",
        "这几日",
        "改天",
        "改日",
        "下半年",
        "上半年",
    ];

    public static bool TryRead(ref Cursor cursor, DateOnly today, out Meaning meaning) =>
        TryYearEnd(ref cursor, today, out meaning)
        || TryPartOfYear(ref cursor, today, out meaning)
        || TryFestival(ref cursor, today, out meaning)
        || TryVague(ref cursor, out meaning);

    private static bool TryYearEnd(ref Cursor cursor, DateOnly today, out Meaning meaning)
    {
        var start = cursor.Position;
        var isNext = cursor.Take("明年");
        var isSaid = isNext || cursor.TakeAny("今年", "本年");
        meaning = Meaning.Limit(new(isNext ? today.Year + 1 : today.Year, 12, 31));
        if (cursor.TakeAny("年底", "年末", "年内") || (isSaid && cursor.TakeAny("底", "内", "末")))
        {
            return true;
        }

        cursor.Position = start;
        return false;
    }

    private static bool TryPartOfYear(ref Cursor cursor, DateOnly today, out Meaning meaning)
    {
        var start = cursor.Position;
        var month = cursor.TakeIndex("上半年", "下半年") switch
        {
            0 => 6,
            1 => 12,
            _ => Quarter(ref cursor, today) * 3,
        };
        if (month is >= 3 and <= 12 && (cursor.TakeAny("底", "末", "内") || cursor.Rest is ['前', ..] or ['之' or '以', '前', ..]))
        {
            meaning = Meaning.Limit(DateSpan.MonthOf(today.Year, month).To, yearSaid: false);
            return true;
        }

        meaning = Meaning.Vague;
        cursor.Position = start;
        return false;
    }

    private static int Quarter(ref Cursor cursor, DateOnly today)
    {
        if (cursor.TakeAny("本季度", "季度", "季"))
        {
            return ((today.Month - 1) / 3) + 1;
        }

        return cursor.TakeNumbered(out var quarter, "季度") && quarter is >= 1 and <= 4 ? quarter : 0;
    }

    private static bool TryFestival(ref Cursor cursor, DateOnly today, out Meaning meaning)
    {
        var start = cursor.Position;
        var festival = cursor.TakeIndex(Fixed);
        if (festival >= 0 && cursor.TakeAny("之前", "以前", "前"))
        {
            var (month, day) = festival switch
            {
                0 => (1, 1),
                1 or 2 => (5, 1),
                _ => (10, 1),
            };
            var next = new DateOnly(today.Year, month, day);
            meaning = Meaning.Limit((next > today ? next : next.AddYears(1)).AddDays(-1));
            return true;
        }

        cursor.Position = start;
        meaning = Meaning.Vague;
        if (cursor.TakeAny(Movable) && cursor.TakeAny("之前", "以前", "前", "之后", "以后", "后"))
        {
            return true;
        }

        cursor.Position = start;
        return false;
    }

    private static bool TryVague(ref Cursor cursor, out Meaning meaning)
    {
        meaning = Meaning.Vague;
        return cursor.TakeAny(VagueWords);
    }
}
