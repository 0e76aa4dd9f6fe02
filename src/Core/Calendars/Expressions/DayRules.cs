namespace SupervisionBot.Core.Calendars.Expressions;

/// <summary>
/// Days named from today and by the week.
/// <code>
/// Relative := 大前天 | 前天 | 昨天 | 今天 | 明天 | 后天 | 大后天 | (昨|今|明) before a part of the day | 明后天, 今明两天 (vague)
/// Weekday  := Which? Week (一..六|日|天)         周三 and 本周三 lie in this week, 下周三 in the next, Monday to Sunday
/// WholeWeek:= Which Week                        as a limit this week's Sunday; 下周 alone names no day
/// Week     := 周 | 星期 | 礼拜
/// </code>
/// </summary>
internal static class DayRules
{
    private static readonly string[] Relative = ["大前天", "前天", "昨天", "昨日", "今天", "今日", "今儿", "明天", "明日", "明儿", "大后天", "后天"];
    private static readonly int[] Offsets = [-3, -2, -1, -1, 0, 0, 0, 1, 1, 1, 3, 2];

    public static bool TryRead(ref Cursor cursor, DateOnly today, out Meaning meaning) =>
        TryRelative(ref cursor, today, out meaning) || TryWeek(ref cursor, today, out meaning);

    private static bool TryRelative(ref Cursor cursor, DateOnly today, out Meaning meaning)
    {
        var index = cursor.TakeIndex(Relative);
        if (index >= 0)
        {
            meaning = Meaning.Day(today.AddDays(Offsets[index]));
            return true;
        }

        // Either day, so none.
        if (cursor.TakeAny("明后两天", "明后天", "今明两天", "今明"))
        {
            meaning = Meaning.Vague;
            return true;
        }

        var start = cursor.Position;
        var contracted = cursor.TakeIndex("昨", "今", "明");
        meaning = contracted < 0 ? Meaning.Vague : Meaning.Day(today.AddDays(contracted - 1));
        if (contracted >= 0 && HourRules.PartFollows(cursor))
        {
            return true;
        }

        cursor.Position = start;
        return false;
    }

    private static bool TryWeek(ref Cursor cursor, DateOnly today, out Meaning meaning)
    {
        var start = cursor.Position;
        var which = cursor.TakeIndex("上上", "上", "这", "本", "下下", "下");
        var weeks = which switch
        {
            0 => -2,
            1 => -1,
            4 => 2,
            5 => 1,
            _ => 0,
        };
        if (which >= 0)
        {
            cursor.TakeAny("一个", "个");
        }

        meaning = Meaning.Vague;
        if (!cursor.TakeAny("周", "星期", "礼拜"))
        {
            cursor.Position = start;
            return false;
        }

        var week = DateSpan.WeekOf(today.AddDays(7 * weeks));
        if (cursor.Take("末"))
        {
            return true;
        }

        var weekday = cursor.TakeIndex("一", "二", "三", "四", "五", "六", "日", "天");
        if (weekday >= 0)
        {
            meaning = Meaning.Day(week.From.AddDays(Math.Min(weekday, 6)));
            return true;
        }

        if (which >= 0)
        {
            // 下周内 is by its Sunday; 下周前 could be either end, and a week that is over limits nothing.
            var endsThere = weeks == 0 || (weeks > 0 && cursor.Rest.TrimStart("以之").StartsWith("内", StringComparison.Ordinal));
            meaning = Meaning.Stretch(week, endsThere ? week.To : null);
            return true;
        }

        cursor.Position = start;
        return false;
    }
}
