using System.Collections.Immutable;
using Microsoft.Extensions.Options;

namespace SupervisionBot.Worker.Commands;

/// <summary>A command: its words, how it is used, and what it does with what follows. Answers the exit code.</summary>
internal sealed record Command(string Words, string Usage, Func<string[], TextWriter, CancellationToken, Task<int>> RunAsync)
{
    public string[] Path { get; } = Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool Fits(string[] args) => args.AsSpan().StartsWith(Path);
}

/// <summary>
/// The operator's commands, in one table. Results go to standard output, alone; everything else to standard error. Exit 0 done, 1 found a problem,
/// 2 wrong usage.
/// </summary>
public static class CommandLine
{
    internal const int Done = 0;
    internal const int Problem = 1;
    internal const int WrongUsage = 2;
    internal const string JsonFlag = "--json";

    internal static ImmutableArray<Command> All { get; } =
    [
        new("migrate", "migrate [--json]", MigrateCommand.RunAsync),
        new("doctor", "doctor [--json]", DoctorCommand.RunAsync),
        new("calendar explain", CalendarExplainCommand.Usage, CalendarExplainCommand.RunAsync),
        new("calendar import", CalendarImportCommand.Usage, CalendarImportCommand.RunAsync),
        new("ladder simulate", LadderSimulateCommand.Usage, LadderSimulateCommand.RunAsync),
        new("search rebuild", "search rebuild [--json]", SearchRebuildCommand.RunAsync),
        new("minutes list", MinutesCommand.ListUsage, MinutesCommand.ListAsync),
        new("minutes export", MinutesCommand.ExportUsage, MinutesCommand.ExportAsync),
    ];

    /// <summary>Runs the scheduler where there is no command, else the command.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        var command = args.Length == 0 ? new Command("", "", RunCommand.RunAsync) : All.FirstOrDefault(c => c.Fits(args));
        if (command is null)
        {
            await error.WriteLineAsync(Usage());
            return WrongUsage;
        }

        try
        {
            // Held back, because a command that finds itself misused says so on standard error.
            await using var result = new StringWriter();
            var code = await command.RunAsync(args[command.Path.Length..], result, cancel);
            await (code == WrongUsage ? error : output).WriteAsync(result.ToString());
            return code;
        }
        catch (OptionsValidationException invalid)
        {
            await error.WriteLineAsync(string.Join('\n', invalid.Failures));
            return Problem;
        }
    }

    private static string Usage() => string.Join('\n', All.Select(c => $"  {c.Usage}").Prepend("usage: (no command: run the scheduler)"));

    /// <summary>What a command that takes nothing but <c>--json</c> says when it is given anything else; null when the arguments are right.</summary>
    internal static string? Misuse(string[] args, string words) => args is [] or [JsonFlag] ? null : $"usage: {words} [{JsonFlag}]";
}
