namespace SupervisionBot.Core.Calendars.Expressions;

/// <summary>
/// Periods counted from today, which is not counted (民法典 art. 201): 3个工作日内, 5日内, 两周内, 一个月内, 半年内, 2小时内; and days found by counting:
/// 两天后, 3天前, 两周前.
/// <code>
/// Duration := Amount Within | Amount Away | Number 个? 工作日
/// Amount   := Number 个? Unit | 半 个? (小时|年) | Number 个半小时
/// Unit     := 工作日 | 天 | 日 | 自然日 | 周 | 星期 | 礼拜 | 个月 | 小时 | 钟头 | 年
/// Within   := 内 | 以内 | 之内                        a limit
/// Away     := (后 | 之后 | 以后) | (前 | 之前 | 以前)   a day; 个 is never left out before 月: 12月内 is December
/// </code>
/// 半个月, 半天 and 两三天 are about so much and vague.
/// </summary>
internal static class DurationRules
{
    // Nobody means a longer period; beyond it a number is a slip or an attack.
    private const int MostUnits = 1000;

    private const int Within = 2;
    private const int After = 1;
    private const int Ago = -1;

    private static readonly string[] Units = ["工作日", "自然日", "天", "日", "周", "星期", "礼拜", "月", "小时", "钟头", "年"];
    private static readonly Func<Period, Meaning>[] Meanings = [WorkingDays, Days, Days, Days, Weeks, Weeks, Weeks, Months, Hours, Hours, Years];

    public static bool TryRead(ref Cursor cursor, ReadOnlySpan<char> before, WorkingCalendar calendar, DateTime now, out Meaning meaning)
    {
        var start = cursor.Position;
        meaning = Meaning.Vague;
        if (TryAmount(ref cursor, out var halves, out var unit) && TryDirection(ref cursor, before, unit, out var direction))
        {
            var isSure = halves is > 0 and <= 2 * MostUnits && (halves % 2 == 0 || Units[unit] is "小时" or "钟头" or "年");
            var period = new Period(halves * Math.Sign(direction), now, calendar);
            meaning = isSure ? Meanings[unit](period) with { IsLimit = direction == Within } : Meaning.Vague with { IsLimit = direction == Within };
            return true;
        }

        cursor.Position = start;
        return false;
    }

    /// <summary>Counted in halves, so that 1个半小时 is three of them.</summary>
    private static bool TryAmount(ref Cursor cursor, out int halves, out int unit)
    {
        halves = 1;
        var isHalf = cursor.Take("半");
        if (!isHalf)
        {
            if (!cursor.TakeNumber(out var number))
            {
                unit = -1;
                return false;
            }

            halves = number is > 0 and <= MostUnits ? 2 * number : -1;
        }

        var counted = cursor.TakeIndex("个半", "来个", "多个", "来", "多", "个");
        halves = counted switch
        {
            0 when halves > 0 && !isHalf => halves + 1,
            >= 1 and <= 4 => -1,
            _ => halves,
        };
        unit = cursor.TakeIndex(Units);
        return unit >= 0 && (Units[unit] != "月" || counted >= 0);
    }

    private static bool TryDirection(ref Cursor cursor, ReadOnlySpan<char> before, int unit, out int direction)
    {
        direction = cursor.TakeIndex("以内", "之内", "内", "之后", "以后", "后", "之前", "以前", "前") switch
        {
            >= 6 => Ago,
            >= 3 => After,
            >= 0 => Within,
            _ => 0,
        };
        if (direction != 0)
        {
            // 20日前 is by the 20th, not twenty days ago.
            return direction != Ago || Units[unit] != "日";
        }

        // 5个工作日 by itself is a limit; 最后一个工作日 and 用了3个工作日 are none.
        direction = Within;
        return Units[unit] == "工作日" && before is not [.., '后' or '第' or '每' or '了' or '过' or '用'];
    }

    private static Meaning WorkingDays(Period period) => Meaning.Day(period.Calendar.AddWorkingDays(period.Today, period.Count));

    private static Meaning Days(Period period) => Meaning.Day(period.Today.AddDays(period.Count));

    private static Meaning Weeks(Period period) => Meaning.Day(period.Today.AddDays(7 * period.Count));

    // The corresponding day, or the month's last where there is none (民法典 art. 202).
    private static Meaning Months(Period period) => Meaning.Day(period.Today.AddMonths(period.Count));

    private static Meaning Years(Period period) => Meaning.Day(period.Today.AddMonths(6 * period.Halves));

    private static Meaning Hours(Period period)
    {
        var then = period.Now.AddMinutes(30 * period.Halves);
        return Meaning.Day(DateOnly.FromDateTime(then)) with { Time = new TimeOnly(then.Hour, then.Minute) };
    }

    private sealed record Period(int Halves, DateTime Now, WorkingCalendar Calendar)
    {
        public DateOnly Today { get; } = DateOnly.FromDateTime(Now);

        public int Count => Halves / 2;
    }
}
