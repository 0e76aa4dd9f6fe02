using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupervisionBot.Core.Calendars;

/// <summary>A day of any year.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MonthDay(int Month, int Day) : IComparable<MonthDay>
{
    private const int AnyLeapYear = 2024;

    /// <summary>Reads 06-01 or 6-1, also with a stroke, a dot or 月 and 日; null where no year has such a day.</summary>
    public static MonthDay? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.TrimEnd('日', '号').Split(['-', '/', '.', '月'], StringSplitOptions.TrimEntries);
        return
            parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && month is >= 1 and <= 12
            && day >= 1
            && day <= DateTime.DaysInMonth(AnyLeapYear, month)
            ? new MonthDay(month, day)
            : null;
    }

    public static bool operator <(MonthDay left, MonthDay right) => left.CompareTo(right) < 0;

    public static bool operator <=(MonthDay left, MonthDay right) => left.CompareTo(right) <= 0;

    public static bool operator >(MonthDay left, MonthDay right) => left.CompareTo(right) > 0;

    public static bool operator >=(MonthDay left, MonthDay right) => left.CompareTo(right) >= 0;

    public int CompareTo(MonthDay other) => (Month, Day).CompareTo((other.Month, other.Day));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Month:00}-{Day:00}");
}

internal sealed class MonthDayJson : JsonConverter<MonthDay>
{
    public override MonthDay Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        MonthDay.Parse(reader.GetString()!) ?? throw new JsonException("A day of the year is written 06-01.");

    public override void Write(Utf8JsonWriter writer, MonthDay value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
