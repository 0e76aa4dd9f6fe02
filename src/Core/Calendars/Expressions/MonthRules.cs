namespace SupervisionBot.Core.Calendars.Expressions;

/// <summary>
/// Days named by month and number.
/// <code>
/// Date    := (Year? Number 月 | (上上|上|这|本|下|下下) 个? 月) InMonth | 月 (底|末|初|中) | (上|中|下) 旬
///          | Year '-' Number '-' Number | Number ('.'|'-'|'/') Number (日|号)? where it stands alone or 前 follows
/// InMonth := Number (日|号)? | 底 | 末 | 初 | 中 | (上|中|下) 旬 | nothing (the whole month)
/// BareDay := Number (日|号)                         already past: next month
/// </code>
/// 上旬, 中旬, 下旬 are a date only as a limit: the 10th, the 20th, the month's last. 6月前 may be either end of June and is vague; 6月内 ends with it.
/// </summary>
internal static class MonthRules
{
    private static readonly int[] YearOffsets = [-2, -1, 0, 0, 1, 2];
    private static readonly int[] MonthOffsets = [-2, -1, 0, 0, 2, 1];

    public static bool TryRead(ref Cursor cursor, DateOnly today, out Meaning meaning)
    {
        var start = cursor.Position;
        if (TryNumeric(ref cursor, today, out meaning))
        {
            return true;
        }

        if (cursor.TakeAny("月底", "月末"))
        {
            meaning = Meaning.Limit(DateSpan.MonthOf(today.Year, today.Month).To);
            return true;
        }

        if (cursor.TakeAny("月初", "月中"))
        {
            meaning = Meaning.Vague;
            return true;
        }

        if (TryThird(ref cursor, today, out meaning))
        {
            return true;
        }

        if (TryRelativeMonth(ref cursor, today, out var month))
        {
            meaning = InMonth(ref cursor, month.Year, month.Month, yearSaid: true);
            return true;
        }

        var yearSaid = TryYear(ref cursor, today, out var year);
        if (cursor.TakeNumbered(out var number, "月份", "月") && number is >= 1 and <= 12)
        {
            meaning = InMonth(ref cursor, year, number, yearSaid);
            return true;
        }

        cursor.Position = start;
        return false;
    }

    /// <summary>20号, 8日: this month, or the next where that day is over. <paramref name="isPast"/> (已于20号) keeps it in this month.</summary>
    public static bool TryBareDay(ref Cursor cursor, DateOnly today, bool isPast, out Meaning meaning)
    {
        meaning = Meaning.Vague;
        if (!cursor.TakeNumbered(out var day, "号", "日"))
        {
            return false;
        }

        var month = new DateOnly(today.Year, today.Month, 1);
        var target = day < today.Day && !isPast ? month.AddMonths(1) : month;
        meaning = Meaning.DayOrVague(target.Year, target.Month, day);
        return true;
    }

    private static bool TryYear(ref Cursor cursor, DateOnly today, out int year)
    {
        year = today.Year;
        var relative = cursor.TakeIndex("前年", "去年", "今年", "本年", "明年", "后年");
        if (relative >= 0)
        {
            year += YearOffsets[relative];
            return true;
        }

        if (cursor.TakeNumbered(out var number, "年"))
        {
            year = number is >= 0 and < 100 ? 2000 + number : number;
            return true;
        }

        return false;
    }

    private static bool TryRelativeMonth(ref Cursor cursor, DateOnly today, out DateOnly month)
    {
        var start = cursor.Position;
        var which = cursor.TakeIndex("上上", "上", "这", "本", "下下", "下");
        month = new DateOnly(today.Year, today.Month, 1).AddMonths(which < 0 ? 0 : MonthOffsets[which]);
        if (which >= 0 && cursor.TakeAny("个月", "月份", "月"))
        {
            return true;
        }

        cursor.Position = start;
        return false;
    }

    private static Meaning InMonth(ref Cursor cursor, int year, int month, bool yearSaid)
    {
        if (year is < 1900 or > 9000)
        {
            cursor.TakeNumbered(out _, "日", "号");
            return Meaning.Vague;
        }

        var whole = DateSpan.MonthOf(year, month);
        if (cursor.TakeAny("底", "末"))
        {
            return Meaning.Limit(whole.To, yearSaid);
        }

        switch (cursor.TakeIndex("上旬", "中旬", "下旬", "初", "中"))
        {
            case >= 0 and <= 2 and var third:
                return Third(whole, third) with { YearSaid = yearSaid };
            case 3 or 4:
                return Meaning.Vague;
        }

        if (TryDayNumber(ref cursor, out var day))
        {
            return Meaning.DayOrVague(year, month, day, yearSaid);
        }

        // 12月内 is by its last day; 12月前 could be either end.
        var endsThere = cursor.Rest is ['内', ..] or ['以' or '之', '内', ..];
        return Meaning.Stretch(whole, endsThere ? whole.To : null) with { YearSaid = yearSaid };
    }

    /// <summary>中旬前 without a month: like a bare day, the next month's where this one's is over.</summary>
    private static bool TryThird(ref Cursor cursor, DateOnly today, out Meaning meaning)
    {
        var third = cursor.TakeIndex("上旬", "中旬", "下旬");
        var month = new DateOnly(today.Year, today.Month, 1);
        meaning = third < 0 ? Meaning.Vague : Third(DateSpan.MonthOf(month.Year, month.Month), third);
        if (meaning.LimitDate < today)
        {
            month = month.AddMonths(1);
            meaning = Third(DateSpan.MonthOf(month.Year, month.Month), third);
        }

        return third >= 0;
    }

    private static Meaning Third(DateSpan month, int third)
    {
        var from = month.From.AddDays(10 * third);
        var to = third == 2 ? month.To : from.AddDays(9);
        return Meaning.Stretch(new(from, to), to);
    }

    // 12月8日, and 12月8 where nothing countable follows. 三月三 and 八月十五 are days of the lunar calendar: no day here can be told.
    private static bool TryDayNumber(ref Cursor cursor, out int day)
    {
        var start = cursor.Position;
        if (cursor.TakeNumber(out day))
        {
            if (cursor.TakeAny("日", "号"))
            {
                return true;
            }

            if (cursor.Rest.IsEmpty || "前之以上下，。,; ；-—~至到".Contains(cursor.Rest[0], StringComparison.Ordinal))
            {
                day = cursor.IsArabicFrom(start) ? day : -1;
                return true;
            }
        }

        cursor.Position = start;
        return false;
    }

    // 11.28 is a day where it stands like one: nothing before it that it could measure, nothing behind it that it could count.
    private static bool StandsAlone(ReadOnlySpan<char> before) =>
        before.IsEmpty || "，。、；：:（( 在于到至迟期间限定好局办队所站".Contains(before[^1], StringComparison.Ordinal);

    // 配合治超12.1到12.5
    private static bool IsRange(ReadOnlySpan<char> rest) =>
        rest
            is ['到' or '至' or '-' or '~', >= '0' and <= '9', '.', ..]
                or ['到' or '至' or '-' or '~', >= '0' and <= '9', >= '0' and <= '9', '.', ..];

    private static bool EndsNumber(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || "，。、；（( 上下早晚来去到至-~—".Contains(rest[0], StringComparison.Ordinal);

    private static bool TryNumeric(ref Cursor cursor, DateOnly today, out Meaning meaning)
    {
        var start = cursor.Position;
        var before = cursor.Before;
        meaning = Meaning.Vague;
        if (cursor.TakeNumbered(out var first, "-", "/", ".") && cursor.TakeNumber(out var second))
        {
            if (first is >= 1900 and <= 9000 && cursor.TakeAny("-", "/", ".") && cursor.TakeNumber(out var third))
            {
                meaning = Meaning.DayOrVague(first, second, third);
                return true;
            }

            if (
                first <= 12
                && (
                    cursor.Rest is ['前' or '号' or '日', ..] or ['之' or '以', '前', ..]
                    || (EndsNumber(cursor.Rest) && (StandsAlone(before) || IsRange(cursor.Rest)))
                )
            )
            {
                cursor.TakeAny("号", "日");
                meaning = Meaning.DayOrVague(today.Year, first, second, yearSaid: false);
                return true;
            }
        }

        cursor.Position = start;
        return false;
    }
}
