namespace SupervisionBot.Core.Calendars.Expressions;

/// <summary>
/// Puts the productions together.
/// <code>
/// Expression := (Duration | Day Day? Ordinal?) Hour? Before? Range? About? | Part Hour Before? | 下班 前      (the last two: today)
/// Day        := Relative | Weekday | WholeWeek | Date | BareDay | YearEnd | HalfYear | Festival | Vague
/// Before     := 前 | 之前 | 以前 | 内 | 以内 | 之内                          inclusive by custom: 12月8日前 is in time on the 8th
/// Range      := (到|至|-) (Day | Number (日|号))
/// About      := 左右 | 前后 | 上下                                        makes any day vague
/// </code>
/// A limit that is over is asked back, unless it can only mean next year; a day that is over is taken as said.
/// </summary>
internal sealed class DateGrammar(WorkingCalendar calendar, DateTime now)
{
    // Said in November, 7月底前 is next year's and 3月5日 may be either; 10月底前 is more likely a slip than eleven months away.
    private const int LimitRollsOverAfter = 60;
    private const int DayIsUnsureAfter = 183;
    private const int DayIsNearWithin = 62;

    private readonly DateOnly today = DateOnly.FromDateTime(now);

    /// <summary>The expression that starts exactly at <paramref name="start"/>, or null.</summary>
    public DateExpression? Read(ReadOnlySpan<char> text, int start)
    {
        var before = text[..start];
        if (before is [.., '每' or '第' or '-' or '.' or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z')])
        {
            return null;
        }

        var cursor = new Cursor(text, start);
        var isPast = before is [.., '于'] or [.., '已', '在'];
        var isCounted = DurationRules.TryRead(ref cursor, before, calendar, now, out var meaning);
        if (isCounted && (meaning.IsLimit || meaning.Time is not null || meaning.Date is null))
        {
            return Expression(start, ref cursor, meaning.Date, meaning.Time, null, meaning.IsLimit);
        }

        return isCounted || TryDay(ref cursor, before, isPast, out meaning)
            ? Complete(ref cursor, start, isPast, meaning)
            : TryHourAlone(ref cursor, start, isNamedElsewhere: before is [.., '天' or '日' or '号']);
    }

    /// <summary>An hour alone is today's, if it is still to come and no other day stands before it.</summary>
    private DateExpression? TryHourAlone(ref Cursor cursor, int start, bool isNamedElsewhere)
    {
        var hour = TimeOnly.FromDateTime(now);
        if (cursor.Take("下班") && TakeBefore(ref cursor))
        {
            var isToday = calendar.IsWorkingDay(today) && hour < calendar.HoursOf(today)[^1].End && !isNamedElsewhere;
            return Expression(start, ref cursor, isToday ? today : null, null, null, isLimit: true);
        }

        cursor.Position = start;
        if (!HourRules.PartFollows(cursor))
        {
            return null;
        }

        var said = HourRules.Read(ref cursor, out var time);
        if (said is not (HourRules.Said.Hour or HourRules.Said.EndOfDay))
        {
            return null;
        }

        HourRules.PassEnd(ref cursor);
        var isLimit = TakeBefore(ref cursor) || said == HourRules.Said.EndOfDay;
        var isStillToCome = said == HourRules.Said.EndOfDay || time >= hour;
        return Expression(
            start,
            ref cursor,
            isStillToCome && !isNamedElsewhere ? today : null,
            said == HourRules.Said.Hour ? time : null,
            null,
            isLimit
        );
    }

    private DateExpression Complete(ref Cursor cursor, int start, bool isPast, Meaning meaning)
    {
        meaning = WithOrdinal(ref cursor, WithSecondName(ref cursor, meaning));
        var said = HourRules.Read(ref cursor, out var time);
        if (said == HourRules.Said.Hour)
        {
            HourRules.PassEnd(ref cursor);
        }

        var hasBefore = TakeBefore(ref cursor);
        var isLimit = hasBefore || meaning.IsLimit || said == HourRules.Said.EndOfDay;
        var date = InTheRightYear(hasBefore ? meaning.LimitDate : meaning.Date, isLimit, isPast, meaning.YearSaid);
        var span = meaning.Span;
        if (date is { } from && TryRangeEnd(ref cursor, from, out var to))
        {
            span = new(from, to);
        }

        date = said == HourRules.Said.Unsure ? null : date;
        return Expression(start, ref cursor, date, said == HourRules.Said.Hour && date is not null ? time : null, span, isLimit);
    }

    /// <summary>12月8日左右 and 月底前后 name no day, whatever stands before.</summary>
    private DateExpression Expression(int start, ref Cursor cursor, DateOnly? date, TimeOnly? time, DateSpan? span, bool isLimit)
    {
        date = cursor.TakeAny("左右", "前后", "上下") ? null : date;
        return new(start, cursor.Position - start, date, time, span, isLimit) { IsPast = date < today };
    }

    /// <summary>下月第一个工作日: a working day of the week or month that was named.</summary>
    private Meaning WithOrdinal(ref Cursor cursor, Meaning meaning)
    {
        if (meaning.Span is not { } span || !Ordinals.TryTake(ref cursor, out var ordinal))
        {
            return meaning;
        }

        var day = Ordinals.In(span, ordinal, calendar);
        return new(day, LimitDate: day, YearSaid: meaning.YearSaid);
    }

    private bool TryDay(ref Cursor cursor, ReadOnlySpan<char> before, bool isPast, out Meaning meaning) =>
        TryCalendarDay(ref cursor, out meaning)
        || SeasonRules.TryRead(ref cursor, calendar, today, out meaning)
        || TryBareDay(ref cursor, before, isPast, out meaning);

    private bool TryCalendarDay(ref Cursor cursor, out Meaning meaning) =>
        DayRules.TryRead(ref cursor, today, out meaning) || MonthRules.TryRead(ref cursor, today, out meaning);

    /// <summary>12号 is as often a record's number: it is a day only where the words around it say so, or where nothing else is said.</summary>
    private bool TryBareDay(ref Cursor cursor, ReadOnlySpan<char> before, bool isPast, out Meaning meaning)
    {
        var ahead = cursor;
        if (MonthRules.TryBareDay(ref ahead, today, isPast, out meaning))
        {
            var isSaidDay = cursor.Rest[ahead.Position - cursor.Position - 1] == '日';
            var next = ahead;
            if (
                isSaidDay
                || isPast
                || before
                    is [.., '在' or '到' or '迟' or '止' or '间' or '限']
                        or [.., '改' or '换', '成' or '为']
                        or [.., '最', '好']
                        or [.., '日', '期']
                || ahead.Rest is ['吧', ..]
                || (before.IsWhiteSpace() && ahead.Rest.Trim("。！! ").IsEmpty)
                || TakeBefore(ref next)
                || HourRules.Read(ref next, out _) != HourRules.Said.Nothing
                || ahead.Rest is ['来' or '去', ..] or ['开', '会', ..] or ['前', '来' or '往', ..] or ['上', '门', ..]
                || ahead.Rest is ['过', '去'] or ['过', '去', '，' or '。' or ',' or '查' or '看', ..]
                || ahead.Rest is ['到'] or ['到', '，' or '。' or '场' or '镇' or '乡' or '村', ..] or ['到', '现', '场', ..]
            )
            {
                cursor = ahead;
                return true;
            }
        }

        return false;
    }

    /// <summary>11月27日（周五） and 明天周二 name one day twice; names that disagree name none.</summary>
    private Meaning WithSecondName(ref Cursor cursor, Meaning meaning)
    {
        var ahead = cursor;
        var isBracketed = ahead.TakeAny("（", "(");
        if (meaning.Date is null || !TryCalendarDay(ref ahead, out var second) || second.Date is null || (isBracketed && !ahead.TakeAny("）", ")")))
        {
            return meaning;
        }

        cursor = ahead;
        return second.Date == meaning.Date || SameWeekday(meaning.Date.Value, second) ? meaning : Meaning.Vague;
    }

    // 12月10日（周四） lies beyond this week, so only the day of the week can be compared.
    private bool SameWeekday(DateOnly date, Meaning second) =>
        second.Date is { } other && DateSpan.WeekOf(today).From <= other && other <= DateSpan.WeekOf(today).To && other.DayOfWeek == date.DayOfWeek;

    private static bool TakeBefore(ref Cursor cursor)
    {
        var start = cursor.Position;
        if (cursor.TakeAny("之前", "以前", "之内", "以内", "内"))
        {
            return true;
        }

        // 明天前来 and 明天前往 say who comes, not by when.
        if (cursor.Take("前") && cursor.Rest is not ['来' or '往' or '去' or '后', ..])
        {
            return true;
        }

        cursor.Position = start;
        return false;
    }

    private bool TryRangeEnd(ref Cursor cursor, DateOnly from, out DateOnly to)
    {
        var start = cursor.Position;
        to = from;
        if (cursor.TakeAny("到", "至", "——", "—", "–", "-", "~", "～", "－"))
        {
            if (TryCalendarDay(ref cursor, out var end) && end.Date is { } last)
            {
                to = last;
            }
            else if (cursor.TakeNumbered(out var day, "日", "号") && day >= 1 && day <= DateTime.DaysInMonth(from.Year, from.Month))
            {
                to = new(from.Year, from.Month, day);
            }

            if (to > from)
            {
                return true;
            }
        }

        cursor.Position = start;
        return false;
    }

    /// <summary>A limit that is over is null, unless it was said without a year and is so long over that it can only mean the next one.</summary>
    private DateOnly? InTheRightYear(DateOnly? date, bool isLimit, bool isPast, bool yearSaid)
    {
        if (date is not { } day || day >= today || isPast)
        {
            return date;
        }

        var daysOver = yearSaid ? 0 : today.DayNumber - day.DayNumber;
        if (isLimit)
        {
            // 29 February has no next year.
            return daysOver >= LimitRollsOverAfter && day is not { Month: 2, Day: 29 } ? day.AddYears(1) : null;
        }

        // In November 1月8日 is the coming one; 3月5日 may be either.
        return daysOver < DayIsUnsureAfter ? day
            : day is not { Month: 2, Day: 29 } && day.AddYears(1).DayNumber - today.DayNumber <= DayIsNearWithin ? day.AddYears(1)
            : null;
    }
}
