using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Worker.Tests.Crashes;

/// <summary>Limits that cannot both be kept, and a ladder that would embarrass somebody, stop the start and say what to mend.</summary>
[Collection(nameof(BotProcesses))]
public sealed class ContradictionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Deadlines:Rules:Session:Amount", "3", "Session (3) ends before View (5)")]
    [InlineData("Deadlines:Rules:View:Amount", "0", "Deadlines:Rules:View must be 1 to 400")]
    public async Task A_worker_refuses_to_start(string key, string value, string complaint)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var worker = ChildProcess.StartWorker(database, new Dictionary<string, string>(StringComparer.Ordinal) { [key] = value });

        Assert.NotEqual(0, await worker.ExitAsync(Cancel));
        Assert.Contains(complaint, worker.StandardError + worker.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_refuses_to_start()
    {
        await using var database = await TestDatabase.CreateAsync();
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Deadlines:Ladder:0:Day"] = "1",
            ["Deadlines:Ladder:0:To:0"] = "UnitLeader",
        };
        await using var bot = ChildProcess.StartBot(database, settings);

        Assert.NotEqual(0, await bot.ExitAsync(Cancel));
        Assert.Contains("Preview must come at least a day earlier", bot.StandardError + bot.StandardOutput, StringComparison.Ordinal);
    }
}
