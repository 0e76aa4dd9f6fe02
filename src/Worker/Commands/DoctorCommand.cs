using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace SupervisionBot.Worker.Commands;

/// <summary><c>doctor</c>: what is wrong with this installation, and how to mend it. Changes nothing.</summary>
internal static class DoctorCommand
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancel)
    {
        if (CommandLine.Misuse(args, "doctor") is { } usage)
        {
            await output.WriteLineAsync(usage);
            return CommandLine.WrongUsage;
        }

        using var host = WorkerApplication.CreateBuilder().Build();
        var findings = await ActivatorUtilities.CreateInstance<Examination>(host.Services).RunAsync(cancel);
        var healthy = findings.All(f => f.Level != FindingLevel.Problem);
        await output.WriteLineAsync(args.Length == 0 ? ToText(findings) : ToJson(healthy, findings));
        return healthy ? CommandLine.Done : CommandLine.Problem;
    }

    private static string ToText(IEnumerable<Finding> findings) =>
        string.Join('\n', findings.Select(f => $"{f.Level.ToString().ToLowerInvariant(), -8}{f.Check, -12}{f.Detail}"));

    private static string ToJson(bool healthy, IEnumerable<Finding> findings) =>
        JsonSerializer.Serialize(
            new
            {
                healthy,
                checks = findings.Select(f => new
                {
                    check = f.Check,
                    level = f.Level.ToString().ToLowerInvariant(),
                    detail = f.Detail,
                }),
            },
            Json
        );
}
