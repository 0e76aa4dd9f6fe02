namespace SupervisionBot.Core.Calendars.Expressions;

/// <summary>
/// Limits named by the year and its festivals.
/// <code>
/// YearEnd  := (去年|今年|明年|后年)? (年底|年末|年内)   31 December; 年初 and 年中 are vague
/// HalfYear := (上半年|下半年|Number 季度) (底|末|内|前)
/// Festival := (元旦|五一|劳动节|国庆|十一) 前          the day before; 春节前 and other movable ones are vague
///           | (元旦|…) 后 第 Number 个 工作日
/// Vague    := 过几天 | 这两天 | 改天 | 节前 | 年前 | …
/// </code>
/// </summary>
internal static class SeasonRules
{
    private static readonly string[] Movable =
    [
        "春节",
        "清明节",
        "清明",
        "端午节",
        "端午",
        "中秋节",
        "中秋",
        "元宵节",
        "元宵",
        "重阳节",
        "重阳",
        "七夕",
        "小年",
        "除夕",
        "正月",
        "腊月",
        "过年",
        "过节",
        "节",
        "年",
    ];

    private static readonly string[] Fixed = ["元旦", "劳动节", "五一", "国庆节", "国庆", "十一"];
    private static readonly MonthDay[] FixedDays = [new(1, 1), new(5, 1), new(5, 1), new(10, 1), new(10, 1), new(10, 1)];
    private static readonly string[] Before = ["之前", "以前", "前"];
    private static readonly string[] After = ["之后", "以后", "后"];
    private static readonly int[] YearOffsets = [-1, 0, 0, 1, 2];

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

    public static bool TryRead(ref Cursor cursor, WorkingCalendar calendar, DateOnly today, out Meaning meaning) =>
        TryYearEnd(ref cursor, today, out meaning)
        || TryPartOfYear(ref cursor, today, out meaning)
        || TryFestival(ref cursor, calendar, today, out meaning)
        || TryVague(ref cursor, out meaning);

    private static bool TryYearEnd(ref Cursor cursor, DateOnly today, out Meaning meaning)
    {
        var start = cursor.Position;
        var said = cursor.TakeIndex("去年", "今年", "本年", "明年", "后年");
        var year = today.Year + (said < 0 ? 0 : YearOffsets[said]);
        meaning = Meaning.Limit(new(year, 12, 31));
        if (cursor.TakeAny("年底", "年末", "年内") || (said >= 0 && cursor.TakeAny("底", "内", "末")))
        {
            return true;
        }

        meaning = Meaning.Vague;
        if (cursor.TakeAny("年初", "年中") || (said >= 0 && cursor.TakeAny("初", "中")))
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

    private static bool TryFestival(ref Cursor cursor, WorkingCalendar calendar, DateOnly today, out Meaning meaning)
    {
        var start = cursor.Position;
        var festival = cursor.TakeIndex(Fixed);
        if (festival >= 0)
        {
            var next = new DateOnly(today.Year, FixedDays[festival].Month, FixedDays[festival].Day);
            next = next > today ? next : next.AddYears(1);
            if (cursor.TakeAny(Before))
            {
                meaning = Meaning.Limit(next.AddDays(-1));
                return true;
            }

            if (cursor.TakeAny(After))
            {
                meaning = WorkingDayAfter(ref cursor, calendar, next);
                return true;
            }
        }

        meaning = Meaning.Vague;
        cursor.Position = start;
        if (cursor.TakeAny(Movable) && (cursor.TakeAny(Before) || cursor.TakeAny(After)))
        {
            Ordinals.TryTake(ref cursor, out _);
            return true;
        }

        cursor.Position = start;
        return false;
    }

    // 国庆后 alone names no day, and no day after it can be told while its year's arrangement is not known.
    private static Meaning WorkingDayAfter(ref Cursor cursor, WorkingCalendar calendar, DateOnly festival) =>
        Ordinals.TryTake(ref cursor, out var ordinal) && ordinal > 0 && calendar.IsPublished(festival)
            ? Meaning.Day(calendar.AddWorkingDays(festival, ordinal))
            : Meaning.Vague;

    private static bool TryVague(ref Cursor cursor, out Meaning meaning)
    {
        meaning = Meaning.Vague;
        return cursor.TakeAny(VagueWords);
    }
}
