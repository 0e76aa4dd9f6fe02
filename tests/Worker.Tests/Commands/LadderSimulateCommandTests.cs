using System.Text.Json;
using SupervisionBot.Testing;
using SupervisionBot.Worker.Commands;
using SupervisionBot.Worker.Tests.Crashes;
using Xunit;

namespace SupervisionBot.Worker.Tests.Commands;

/// <summary>What an administrator sees before a change of limits or rungs goes live: who would hear, and when.</summary>
[Collection(nameof(Alone))]
public sealed class LadderSimulateCommandTests
{
    [Fact]
    public async Task A_view_as_text_lists_who_hears_on_which_morning()
    {
        await using var database = await TestDatabase.CreateAsync();

        var (code, text) = await Shell.RunAsync(database, "ladder", "simulate", "--promise", "View", "--from", "2026-11-23T09:00");

        Assert.Equal(0, code);
        Assert.Equal(
            [
                "11月25日（周三）08:30   -3  Owner",
                "11月27日（周五）08:30   -1  Owner",
                "11月30日（周一）08:30    0  Owner",
                "12月1日（周二）08:30   +1  Owner, Preview",
                "12月2日（周三）08:30   +2  UnitLeader",
                "12月3日（周四）08:30   +3  Office",
                "12月7日（周一）08:30   +5  TaskForceLeaders",
            ],
            text.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..]
        );
    }

    [Fact]
    public async Task The_settings_of_the_program_decide_as_JSON_too()
    {
        await using var database = await TestDatabase.CreateAsync();
        var settings = new Dictionary<string, string>(database.Settings)
        {
            ["Deadlines:Rules:Countersign:Amount"] = "3",
            ["Deadlines:Rules:Countersign:Unit"] = "WorkingDay",
        };

        var (code, text) = await Shell.RunAsync(settings, "ladder", "simulate", "--promise", "countersign", "--from", "2026-11-23T09:00", "--json");

        var json = JsonDocument.Parse(text).RootElement;
        Assert.Equal(0, code);
        Assert.Equal("2026-11-26T18:00:00+08:00", json.GetProperty("due").GetString());
        // A missing countersignature is the office's to close: nobody above hears of it.
        Assert.All(
            json.GetProperty("steps").EnumerateArray(),
            step => Assert.Equal("Owner", Assert.Single(step.GetProperty("to").EnumerateArray()).GetString())
        );
    }

    [Theory]
    [InlineData]
    [InlineData("--promise", "View")]
    [InlineData("--promise", "7", "--from", "2026-11-23T09:00")]
    [InlineData("--promise", "Everything", "--from", "2026-11-23T09:00")]
    [InlineData("--promise", "View", "--from", "23.11.2026")]
    public async Task Wrong_usage_is_answered_with_the_usage_and_the_names(params string[] args)
    {
        using var output = new StringWriter();

        var code = await LadderSimulateCommand.RunAsync(args, output, TestContext.Current.CancellationToken);

        Assert.Equal(2, code);
        Assert.Contains("Countersign", output.ToString(), StringComparison.Ordinal);
    }
}
