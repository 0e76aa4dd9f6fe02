using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory.Demo;

namespace SupervisionBot.Bot.Commands;

/// <summary>
/// <c>understand [--now 2026-11-23T09:00:00+08:00]</c>: one utterance per line in, one JSON object per line out. Uses the shipped calendar and demo
/// directory; needs no database and no host.
/// </summary>
public static class UnderstandCommand
{
    private const int Done = 0;
    private const int WrongUsage = 2;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Runs to the end of <paramref name="input"/>.</summary>
    /// <param name="args">What follows the command's name.</param>
    /// <param name="input">Utterances, one per line; empty lines are answered like any other.</param>
    /// <param name="output">Where the JSON lines go, and the usage if <paramref name="args"/> are wrong.</param>
    /// <param name="machine">The clock that decides what 明天 is without <c>--now</c>.</param>
    /// <returns>0, or 2 for wrong usage.</returns>
    public static async Task<int> RunAsync(string[] args, TextReader input, TextWriter output, TimeProvider machine)
    {
        DateTimeOffset now;
        switch (args)
        {
            case []:
                now = machine.GetUtcNow();
                break;
            case ["--now", var text] when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out now):
                break;
            default:
                await output.WriteLineAsync("usage: understand [--now 2026-11-23T09:00:00+08:00]");
                return WrongUsage;
        }

        var understander = new Understander(DemoCounty.Load().ToGazetteer(), WorkingCalendar.Shipped);
        while (await input.ReadLineAsync() is { } line)
        {
            var understanding = understander.Understand(line, now);
            await output.WriteLineAsync(
                JsonSerializer.Serialize(
                    new
                    {
                        text = line,
                        intent = IntentNames.Of(understanding.Intent),
                        confidence = understanding.Confidence,
                        slots = understanding.Slots,
                    },
                    Json
                )
            );
        }

        return Done;
    }
}
