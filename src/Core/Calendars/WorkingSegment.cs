using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupervisionBot.Core.Calendars;

/// <summary>A stretch of office hours in local time, to the minute; <paramref name="End"/> is the first moment outside it.</summary>
public sealed record WorkingSegment(TimeOnly Start, TimeOnly End)
{
    public TimeSpan Length => End - Start;

    /// <summary>Reads 08:00-12:00, with any of the strokes that people and spreadsheets put between hours.</summary>
    /// <returns>Null where it is none, also where it ends before it begins.</returns>
    public static WorkingSegment? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ends = text.Split(['-', '–', '—', '~', '～', '至'], StringSplitOptions.TrimEntries);
        return ends.Length == 2 && TryHour(ends[0], out var start) && TryHour(ends[1], out var end) && start < end ? new(start, end) : null;
    }

    /// <summary>08:00–12:00</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start:HH:mm}–{End:HH:mm}");

    private static bool TryHour(string text, out TimeOnly hour) =>
        TimeOnly.TryParseExact(text.Replace('：', ':'), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out hour);
}

internal sealed class WorkingSegmentJson : JsonConverter<WorkingSegment>
{
    public override WorkingSegment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        WorkingSegment.Parse(reader.GetString()!) ?? throw new JsonException("Hours are written 08:00-12:00.");

    public override void Write(Utf8JsonWriter writer, WorkingSegment value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{value.Start:HH:mm}-{value.End:HH:mm}"));
}
