using System.Globalization;

namespace SupervisionBot.Core.Calendars;

/// <summary>
/// The one local time of the product, Asia/Shanghai: every day, deadline and hour that people read is meant in it,
/// wherever the server stands.
/// </summary>
public static class ChinaTime
{
    private static readonly string[] WeekdayNames = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The same instant with the local offset, so that its date and hour are those people see.</summary>
    public static DateTimeOffset ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The local calendar day on which <paramref name="instant"/> falls.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(ToLocal(instant).DateTime);

    /// <summary>The instant at which local clocks show <paramref name="date"/> and <paramref name="time"/>.</summary>
    public static DateTimeOffset FromLocal(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    /// <summary>周三</summary>
    public static string Weekday(DateOnly date) => WeekdayNames[(int)date.DayOfWeek];

    /// <summary>11月25日（周三）</summary>
    public static string Day(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Month}月{date.Day}日（{Weekday(date)}）");

    /// <summary>11月25日: as people write a day, for an example of what to say.</summary>
    public static string ShortDay(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Month}月{date.Day}日");

    /// <summary>11月23日 09:14: when something was entered, in local time.</summary>
    public static string Stamp(DateTimeOffset instant)
    {
        var local = ToLocal(instant);
        return string.Create(CultureInfo.InvariantCulture, $"{local.Month}月{local.Day}日 {local:HH:mm}");
    }

    /// <summary>2026年11月25日: without leading zeros, as the date of a document (GB/T 9704).</summary>
    public static string FullDay(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日");

    /// <summary>11月25日（周三）18:00, in local time whatever the offset of <paramref name="instant"/>.</summary>
    public static string Moment(DateTimeOffset instant)
    {
        var local = ToLocal(instant);
        return string.Create(CultureInfo.InvariantCulture, $"{Day(DateOnly.FromDateTime(local.DateTime))}{local:HH:mm}");
    }
}
