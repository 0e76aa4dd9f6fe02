using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Deadlines;

namespace SupervisionBot.Worker.Commands;

/// <summary>
/// <c>ladder simulate --promise View --from 2026-11-23T09:00 [--urgent] [--json]</c>: who would hear what and when, if nobody did anything, by the settings of this
/// program and the newest calendar within reach. Changes nothing.
/// </summary>
internal static class LadderSimulateCommand
{
    public const string Usage = "ladder simulate --promise NAME --from 2026-11-23T09:00 [--urgent] [--json]";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancel)
    {
        if (Parse(args) is not { } question)
        {
            await output.WriteLineAsync($"usage: {Usage}\nNAME: {string.Join(", ", Enum.GetNames<Promise>())}");
            return CommandLine.WrongUsage;
        }

        using var host = WorkerApplication.CreateBuilder().Build();
        var settings = host.Services.GetRequiredService<DeadlineSettings>();
        var calendar = await ReachableCalendar.LoadAsync(cancel);
        var due = new DeadlineRules(settings, calendar).DueOf(question.Promise, question.From, question.Urgent);
        var steps = StepsOf(new Ladder(settings, calendar), LadderKind.Of(question.Promise), due, question.From).ToList();
        await output.WriteAsync(question.AsJson ? ToJson(question, due, steps) : ToText(question, due, steps));
        return CommandLine.Done;
    }

    /// <summary>Rung after rung, as the worker would settle them.</summary>
    private static IEnumerable<PlannedRung> StepsOf(Ladder ladder, LadderKind kind, DateTimeOffset due, DateTimeOffset from)
    {
        for (var next = ladder.First(kind, due, from); next is not null; next = ladder.After(kind, due, next.Rung.Day, next.At, held: false))
        {
            yield return next;
        }
    }

    private static Question? Parse(string[] args)
    {
        Promise? promise = null;
        DateTimeOffset? from = null;
        var (urgent, asJson) = (false, false);
        for (var index = 0; index < args.Length; index++)
        {
            var value = index + 1 < args.Length ? args[index + 1] : "";
            switch (args[index])
            {
                case "--promise" when Enum.TryParse<Promise>(value, ignoreCase: true, out var named) && !char.IsAsciiDigit(value[0]):
                    promise = named;
                    index++;
                    break;
                case "--from" when CalendarExplainCommand.ParseMoment(value) is { } moment:
                    from = moment;
                    index++;
                    break;
                case "--urgent":
                    urgent = true;
                    break;
                case CommandLine.JsonFlag:
                    asJson = true;
                    break;
                default:
                    return null;
            }
        }

        return promise is { } what && from is { } start ? new Question(what, start, urgent, asJson) : null;
    }

    private static string ToText(Question question, DateTimeOffset due, IReadOnlyList<PlannedRung> steps)
    {
        var lines = steps.Select(s =>
            string.Create(CultureInfo.InvariantCulture, $"{ChinaTime.Moment(s.At)}  {s.Rung.Day, 3:+0;-0;0}  {string.Join(", ", s.Rung.To)}")
        );
        return string.Join(
                '\n',
                [Texts.LadderHead.With(DueWords.Verb(question.Promise), ChinaTime.Moment(question.From), ChinaTime.Moment(due)), .. lines]
            ) + '\n';
    }

    private static string ToJson(Question question, DateTimeOffset due, IReadOnlyList<PlannedRung> steps) =>
        JsonSerializer.Serialize(
            new
            {
                promise = question.Promise.ToString(),
                from = ChinaTime.ToLocal(question.From),
                due = ChinaTime.ToLocal(due),
                steps = steps.Select(s => new
                {
                    at = ChinaTime.ToLocal(s.At),
                    day = s.Rung.Day,
                    to = s.Rung.To.Select(a => a.ToString()),
                }),
            },
            Json
        ) + '\n';

    private sealed record Question(Promise Promise, DateTimeOffset From, bool Urgent, bool AsJson);
}
