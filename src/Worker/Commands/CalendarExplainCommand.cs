using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SupervisionBot.Core.Calendars;

namespace SupervisionBot.Worker.Commands;

/// <summary>
/// <c>calendar explain --from 2026-09-30T16:00 --working-days 5 [--json]</c>: prints day by day what counts and why, from the shipped calendar.
/// A moment without an offset is local time. Needs no database and no host.
/// </summary>
public static class CalendarExplainCommand
{
    private const int Done = 0;
    private const int WrongUsage = 2;

    // Nobody promises anything for longer, and the published years end long before.
    private const int MostWorkingDays = 2_000;

    private static readonly string[] MomentFormats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd"];
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <summary>Prints the explanation, or the usage if <paramref name="args"/> (what follows <c>calendar explain</c>) are wrong.</summary>
    /// <returns>0, or 2 for wrong usage.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        if (Parse(args) is not { } question)
        {
            await output.WriteLineAsync("usage: calendar explain --from 2026-09-30T16:00 --working-days 5 [--json]");
            return WrongUsage;
        }

        var explanation = WorkingCalendar.Shipped.Explain(question.From, question.WorkingDays);
        await output.WriteAsync(question.AsJson ? ToJson(explanation) : ToText(explanation));
        return Done;
    }

    private static (DateTimeOffset From, int WorkingDays, bool AsJson)? Parse(string[] args)
    {
        DateTimeOffset? from = null;
        int? days = null;
        var asJson = false;
        for (var index = 0; index < args.Length; index++)
        {
            var value = index + 1 < args.Length ? args[index + 1] : "";
            switch (args[index])
            {
                case "--from" when ParseMoment(value) is { } moment:
                    from = moment;
                    index++;
                    break;
                case "--working-days"
                    when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= MostWorkingDays:
                    days = count;
                    index++;
                    break;
                case "--json":
                    asJson = true;
                    break;
                default:
                    return null;
            }
        }

        return from is { } start && days is { } amount ? (start, amount, asJson) : null;
    }

    private static DateTimeOffset? ParseMoment(string text)
    {
        DateTimeOffset? moment = null;
        if (DateTime.TryParseExact(text, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            moment = ChinaTime.FromLocal(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        }
        else if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            moment = instant;
        }

        return moment is { Year: >= 1900 and <= 9000 } ? moment : null;
    }

    private static string ToText(DeadlineExplanation explanation)
    {
        var days = explanation.Days.Select(day => $"{day.Date:yyyy-MM-dd} {ChinaTime.Weekday(day.Date)} {(day.Counted ? "+1" : "  ")} {day.Why}");
        return string.Join('\n', days.Append($"{explanation.Due:yyyy-MM-dd HH:mm zzz}")) + '\n';
    }

    private static string ToJson(DeadlineExplanation explanation) =>
        JsonSerializer.Serialize(
            new
            {
                from = explanation.From,
                due = explanation.Due,
                unit = "WorkingDay",
                amount = explanation.WorkingDays,
                provisional = explanation.Provisional,
                days = explanation.Days.Select(day => new
                {
                    date = day.Date,
                    counted = day.Counted,
                    why = day.Why,
                }),
            },
            Json
        ) + '\n';
}
