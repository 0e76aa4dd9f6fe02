namespace SupervisionBot.Core.Calendars.Expressions;

/// <summary>
/// A working day counted from one end of something: 下月第一个工作日, 本月最后一个工作日, 国庆后第一个工作日.
/// <code>
/// Ordinal := 的? 第 Number 个工作日 | 的? 首个工作日 | 的? (最后 | 倒数第) Number 个工作日
/// </code>
/// </summary>
internal static class Ordinals
{
    /// <summary>Takes an ordinal; negative where it counts from the end.</summary>
    public static bool TryTake(ref Cursor cursor, out int ordinal)
    {
        var start = cursor.Position;
        cursor.Take("的");
        var isFromEnd = cursor.TakeAny("最后", "倒数第");
        if (isFromEnd || cursor.TakeAny("第"))
        {
            if (cursor.TakeNumber(out var number) && cursor.TakeAny("个工作日") && number > 0)
            {
                ordinal = isFromEnd ? -number : number;
                return true;
            }
        }
        else if (cursor.TakeAny("首个工作日"))
        {
            ordinal = 1;
            return true;
        }

        cursor.Position = start;
        ordinal = 0;
        return false;
    }

    /// <summary>That working day of a stretch of days; null where it has not so many.</summary>
    public static DateOnly? In(DateSpan span, int ordinal, WorkingCalendar calendar)
    {
        var day = calendar.AddWorkingDays(ordinal > 0 ? span.From.AddDays(-1) : span.To.AddDays(1), ordinal);
        return span.From <= day && day <= span.To ? day : null;
    }
}
