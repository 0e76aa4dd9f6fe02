using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SupervisionBot.Core.Calendars;

namespace SupervisionBot.Worker.Commands;

/// <summary>
/// <c>calendar explain --from 2026-09-30T16:00 --working-days 5 [--json]</c>: prints day by day what counts and why. A moment without an offset is
/// local time. By the newest calendar in the database where one can be reached, otherwise by the shipped one; needs no host.
/// </summary>
internal static class CalendarExplainCommand
{
    public const string Usage = "calendar explain --from 2026-09-30T16:00 (--working-days 5 | --working-hours 8) [--json]";

    // Nobody promises anything for longer, and the published years end long before.
    private const int MostWorkingDays = 2_000;
    private const int MostWorkingHours = 16_000;

    private static readonly string[] MomentFormats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd"];
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancel) =>
        RunAsync(args, () => ReachableCalendar.LoadAsync(cancel), output);

    /// <summary>Prints the explanation, or the usage if <paramref name="args"/> (what follows <c>calendar explain</c>) are wrong.</summary>
    /// <returns>0, or 2 for wrong usage.</returns>
    public static async Task<int> RunAsync(string[] args, Func<Task<WorkingCalendar>> load, TextWriter output)
    {
        if (Parse(args) is not { } question)
        {
            await output.WriteLineAsync($"usage: {Usage}");
            return CommandLine.WrongUsage;
        }

        var calendar = await load();
        var explanation = calendar.Explain(question.From, question.Amount, question.Unit);
        await output.WriteAsync(question.AsJson ? ToJson(explanation) : ToText(explanation, calendar.Version));
        return CommandLine.Done;
    }

    private static (DateTimeOffset From, int Amount, PeriodUnit Unit, bool AsJson)? Parse(string[] args)
    {
        DateTimeOffset? from = null;
        (int Amount, PeriodUnit Unit)? period = null;
        var asJson = false;
        for (var index = 0; index < args.Length; index++)
        {
            var value = index + 1 < args.Length ? args[index + 1] : "";
            switch (args[index])
            {
                case "--from" when from is null && ParseMoment(value) is { } moment:
                    from = moment;
                    index++;
                    break;
                case "--working-days" when period is null && ParseAmount(value, MostWorkingDays) is { } days:
                    period = (days, PeriodUnit.WorkingDay);
                    index++;
                    break;
                case "--working-hours" when period is null && ParseAmount(value, MostWorkingHours) is { } hours:
                    period = (hours, PeriodUnit.WorkingHour);
                    index++;
                    break;
                case CommandLine.JsonFlag:
                    asJson = true;
                    break;
                default:
                    return null;
            }
        }

        return from is { } start && period is { } counted ? (start, counted.Amount, counted.Unit, asJson) : null;
    }

    private static int? ParseAmount(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount > 0 && amount <= most ? amount : null;

    /// <summary>A moment in the forms that commands take; null where it is none.</summary>
    internal static DateTimeOffset? ParseMoment(string text)
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

    private static string ToText(DeadlineExplanation explanation, int version)
    {
        var days = explanation.Days.Select(day => $"{day.Date:yyyy-MM-dd} {ChinaTime.Weekday(day.Date)} {(day.Counted ? '+' : ' ')} {day.Why}");
        var calendar =
            version == 0 ? "calendar shipped with the program" : string.Create(CultureInfo.InvariantCulture, $"calendar version {version}");
        return string.Join('\n', [.. days, "", .. explanation.ToLines(), $"({calendar})"]) + '\n';
    }

    private static string ToJson(DeadlineExplanation explanation) =>
        JsonSerializer.Serialize(
            new
            {
                from = explanation.From,
                due = explanation.Due,
                unit = explanation.Unit.ToString(),
                amount = explanation.Amount,
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
