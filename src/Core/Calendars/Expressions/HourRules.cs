namespace SupervisionBot.Core.Calendars.Expressions;

/// <summary>
/// The hour of a day.
/// <code>
/// Hour := Part? Number (点 Minutes? | ':' Number) | Part
/// Part := 凌晨 | 早 | 早上 | 上午 | 中午 | 下午 | 傍晚 | 晚 | 晚上 | 下班
/// </code>
/// End  := (到|至|-) Part? Number (点 Minutes? | ':' Number)       passed over
/// A part alone names no hour; 24点 is the end of the day. 3点 without a part may be night or afternoon and is not guessed at.
/// </summary>
internal static class HourRules
{
    private static readonly string[] Parts =
    [
        "凌晨",
        "清晨",
        "一早",
        "早上",
        "早晨",
        "上午",
        "中午",
        "下午",
        "傍晚",
        "晚上",
        "晚间",
        "夜里",
        "下班",
        "早",
        "晚",
    ];

    /// <summary>What was said of the hour: nothing, a part of the day only, an hour, or an hour that cannot be told.</summary>
    public enum Said
    {
        Nothing,
        PartOnly,
        Hour,

        /// <summary>24点: the end of the day.</summary>
        EndOfDay,
        Unsure,
    }

    public static bool PartFollows(Cursor cursor) => cursor.TakeIndex(Parts) is >= 0 and not 12;

    public static Said Read(ref Cursor cursor, out TimeOnly time)
    {
        time = default;
        var part = cursor.TakeIndex(Parts);
        var start = cursor.Position;
        cursor.TakeAny("的");
        if (!TryClock(ref cursor, out var hour, out var minute))
        {
            cursor.Position = start;
            return part < 0 ? Said.Nothing : Said.PartOnly;
        }

        if (hour == 24 && minute == 0)
        {
            return Said.EndOfDay;
        }

        if (hour is < 0 or > 23 || minute is < 0 or > 59)
        {
            return Said.Unsure;
        }

        var shifted = part switch
        {
            < 0 => hour is >= 7 ? hour : -1,
            6 => hour is 11 or 12 ? hour
            : hour is 1 or 2 ? hour + 12
            : -1,
            7 => hour < 12 ? hour + 12 : hour,
            8 or 9 or 10 or 14 => hour is >= 5 and < 12 ? hour + 12
            : hour >= 17 ? hour
            : -1,
            11 or 12 => hour >= 17 ? hour : -1,
            _ => hour <= 12 ? hour : -1,
        };
        if (shifted is < 0 or > 23)
        {
            return Said.Unsure;
        }

        time = new TimeOnly(shifted, minute);
        return Said.Hour;
    }

    /// <summary>到4点, 至下午5点半, -17:00 behind an hour: when it ends. Only the beginning is kept.</summary>
    public static void PassEnd(ref Cursor cursor)
    {
        var start = cursor.Position;
        if (cursor.TakeAny("到", "至", "——", "—", "–", "-", "~", "～", "－"))
        {
            cursor.TakeIndex(Parts);
            if (TryClock(ref cursor, out _, out _))
            {
                return;
            }
        }

        cursor.Position = start;
    }

    private static bool TryClock(ref Cursor cursor, out int hour, out int minute)
    {
        var start = cursor.Position;
        minute = 0;
        if (cursor.TakeNumber(out hour))
        {
            if (cursor.TakeAny(":", "："))
            {
                return cursor.TakeNumber(out minute);
            }

            if (cursor.TakeAny("点钟", "点") || (cursor.Rest is not ['时', '候' or '间' or '限', ..] && cursor.Take("时")))
            {
                minute = cursor.TakeIndex("半", "整", "一刻", "三刻") switch
                {
                    0 => 30,
                    2 => 15,
                    3 => 45,
                    1 => 0,
                    _ => cursor.TakeNumbered(out var said, "分") ? said : 0,
                };
                return true;
            }
        }

        cursor.Position = start;
        return false;
    }
}
