namespace SupervisionBot.Core.Calendars.Expressions;

/// <summary>
/// Periods counted from today, which is not counted (民法典 art. 201): 3个工作日内, 5日内, 两周内, 一个月内, 2小时内, 3天前.
/// <code>
/// Duration := Number 个? 工作日 Within? | Number (天|日|自然日|周|星期|个月|小时) Within | Number 天 前 | 半 Unit Within
/// Within   := 内 | 以内 | 之内 | 后 | 之后 | 以后
/// </code>
/// </summary>
internal static class DurationRules
{
    // Nobody means a longer period; beyond it a number is a slip or an attack.
    private const int MostUnits = 1000;

    public static bool TryRead(ref Cursor cursor, WorkingCalendar calendar, DateTime now, out Meaning meaning)
    {
        var start = cursor.Position;
        meaning = Meaning.Vague;
        var isHalf = cursor.Take("半");
        var number = 0;
        if (isHalf || cursor.TakeNumber(out number))
        {
            cursor.TakeAny("个", "来个", "多个");
            var unit = cursor.TakeIndex("工作日", "自然日", "天", "日", "周", "星期", "礼拜", "月", "小时", "钟头", "年");
            var isPast = unit == 2 && cursor.TakeAny("之前", "以前", "前");
            var isWithin = !isPast && cursor.TakeAny("以内", "之内", "内", "之后", "以后", "后");
            if (unit >= 0 && (isPast || isWithin || (unit == 0 && !isHalf)))
            {
                var isCounted = !isHalf && number is > 0 and <= MostUnits;
                meaning = isCounted ? Count(isPast ? -number : number, unit, calendar, now) : Meaning.Vague;
                return true;
            }
        }

        cursor.Position = start;
        return false;
    }

    private static Meaning Count(int number, int unit, WorkingCalendar calendar, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        switch (unit)
        {
            case 0:
                return Meaning.Limit(calendar.AddWorkingDays(today, number));
            case 1 or 2 or 3:
                return number < 0 ? Meaning.Day(today.AddDays(number)) : Meaning.Limit(today.AddDays(number));
            case 4 or 5 or 6:
                return Meaning.Limit(today.AddDays(7 * number));
            case 7:
                // The corresponding day, or the month's last where there is none (民法典 art. 202).
                return Meaning.Limit(today.AddMonths(number));
            case 8 or 9:
                var then = now.AddHours(number);
                return Meaning.Limit(DateOnly.FromDateTime(then)) with { Time = new TimeOnly(then.Hour, then.Minute) };
            default:
                return Meaning.Vague;
        }
    }
}
