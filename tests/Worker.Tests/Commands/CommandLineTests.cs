using System.Text.Json;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using SupervisionBot.Worker.Tests.Crashes;
using Xunit;

namespace SupervisionBot.Worker.Tests.Commands;

/// <summary>The operator's commands; where it matters what a process writes where, as processes of their own.</summary>
[Collection(nameof(Alone))]
public sealed class CommandLineTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Doctor_finds_what_migrate_mends(StorageProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, migrated: false);

        var before = await Shell.RunAsync(database, "doctor", "--json");
        var migrated = await RunAsync(database, "migrate", "--json");
        var again = await Shell.RunAsync(database, "migrate");
        var after = await RunAsync(database, "doctor", "--json");

        Assert.Equal((1, 0, 0, 0), (before.Code, migrated.Code, again.Code, after.Code));
        Assert.False(Json(before).GetProperty("healthy").GetBoolean());
        Assert.Equal(provider.ToString(), Json(migrated).GetProperty("provider").GetString());
        Assert.True(Json(after).GetProperty("healthy").GetBoolean());
        var checks = Json(after).GetProperty("checks").EnumerateArray().Select(c => c.GetProperty("check").GetString());
        Assert.Equal(["database", "data", "calendar", "migrations", "sweep", "undelivered", "set-aside", "inbox", "occurrences"], checks);
    }

    [Fact]
    public async Task Doctor_reports_a_step_that_was_set_aside_and_a_worker_that_stands_still()
    {
        await using var host = await CoreHost.StartAsync();
        await host.Database.WriteAsync(
            (db, _) =>
            {
                db.Settings.Add(new Setting { Key = Sweep.Heartbeat, Value = "2026-01-01T00:00:00.0000000+00:00" });
                db.Occurrences.Add(
                    new Occurrence
                    {
                        ItemId = Guid.NewGuid(),
                        Step = "x",
                        DueValue = "",
                        At = TestClock.Start,
                        State = OccurrenceState.SetAside,
                    }
                );
                return Task.CompletedTask;
            },
            Cancel
        );

        var doctor = await Shell.RunAsync(host.Storage, "doctor");

        Assert.Equal(1, doctor.Code);
        Assert.Matches("problem +sweep .*no worker is running", doctor.Output);
        Assert.Matches("problem +occurrences +1 due steps", doctor.Output);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("calendar")]
    [InlineData("migrate", "now")]
    [InlineData("doctor", "--xml")]
    [InlineData("calendar", "explain")]
    public async Task Wrong_usage_is_answered_on_standard_error(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();

        var code = await Worker.Commands.CommandLine.RunAsync(arguments, output, error, Cancel);

        Assert.Equal((2, ""), (code, output.ToString()));
        Assert.Contains("usage:", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_setting_is_named_with_its_mend()
    {
        await using var database = await TestDatabase.CreateAsync();
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Storage:Provider"] = "Postgres",
            ["Storage:ConnectionString"] = "",
        };
        await using var worker = ChildProcess.StartWorker(database, settings, "doctor");

        Assert.Equal(1, await worker.ExitAsync(Cancel));
        Assert.Contains("Storage:ConnectionString is empty. Set it to", worker.StandardError, StringComparison.Ordinal);
        Assert.Equal("", worker.StandardOutput.Trim());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("60")]
    public async Task A_worker_with_an_impossible_pace_does_not_start(string seconds)
    {
        await using var database = await TestDatabase.CreateAsync();
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Worker:SweepSeconds"] = seconds };
        await using var worker = ChildProcess.StartWorker(database, settings);

        Assert.Equal(1, await worker.ExitAsync(Cancel));
        Assert.Contains("Worker:SweepSeconds must be a whole number from 1 to 15", worker.StandardError, StringComparison.Ordinal);
    }

    /// <summary>A process of its own.</summary>
    private static async Task<(int Code, string Output)> RunAsync(TestDatabase database, params string[] arguments)
    {
        await using var worker = ChildProcess.StartWorker(database, settings: null, arguments);
        var code = await worker.ExitAsync(Cancel);
        return (code, worker.StandardOutput);
    }

    /// <summary>Everything on standard output, which must be JSON and nothing else.</summary>
    private static JsonElement Json((int Code, string Output) result) => JsonDocument.Parse(result.Output).RootElement;
}
