using SupervisionBot.Testing;
using SupervisionBot.Worker.Commands;
using Xunit;

namespace SupervisionBot.Worker.Tests.Commands;

/// <summary>
/// Runs a command as an operator's shell would, but inside the test's process: with the database in environment variables. These belong to the whole process, so tests
/// that use it run one after the other, in <see cref="Crashes.Alone"/>.
/// </summary>
internal static class Shell
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<(int Code, string Output)> RunAsync(TestDatabase database, params string[] arguments) =>
        RunAsync(database.Settings, arguments);

    public static async Task<(int Code, string Output)> RunAsync(IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var variables = settings
            .Append(KeyValuePair.Create("Logging:LogLevel:Default", "None"))
            .ToDictionary(s => s.Key.Replace(":", "__", StringComparison.Ordinal), s => s.Value, StringComparer.Ordinal);
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        try
        {
            foreach (var (name, value) in variables)
            {
                Environment.SetEnvironmentVariable(name, value);
            }

            return (await CommandLine.RunAsync(arguments, output, error, Cancel), output.ToString());
        }
        finally
        {
            foreach (var name in variables.Keys)
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }
}
