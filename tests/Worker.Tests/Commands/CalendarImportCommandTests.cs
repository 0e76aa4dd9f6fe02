using System.Text.Json;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using SupervisionBot.Worker.Tests.Crashes;
using Xunit;

namespace SupervisionBot.Worker.Tests.Commands;

/// <summary>The administrator's way: preview, confirm, and what the other commands say then.</summary>
[Collection(nameof(Alone))]
public sealed class CalendarImportCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("supervisionbot-calendar-");

    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_previewed_and_confirmed_calendar_is_the_one_that_explains(StorageProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        // 4 January 2027 is a Monday.
        var file = Write(
            "2027.json",
            """{"exceptions":[{"date":"2027-01-04","name":"全市停电检修","hours":[]}],"years":[{"year":2027,"source":"x"}]}"""
        );
        string[] explain = ["calendar", "explain", "--from", "2026-12-31T10:00", "--working-days", "2", "--json"];

        var preview = await Shell.RunAsync(database, "calendar", "import", file);
        var before = await Shell.RunAsync(database, explain);
        var confirmed = await Shell.RunAsync(database, "calendar", "import", file, "--confirm", "--json");
        var after = await Shell.RunAsync(database, explain);
        var again = await Shell.RunAsync(database, "calendar", "import", file, "--confirm");

        Assert.Equal((0, 0, 0, 0, 0), (preview.Code, before.Code, confirmed.Code, after.Code, again.Code));
        Assert.Contains(
            "2027-01-04（周一）：工作日（放假安排未公布，暂按周末推算） → 全市停电检修，本地安排不上班",
            preview.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("尚未导入", preview.Output, StringComparison.Ordinal);
        Assert.Equal(("2027-01-04T18:00:00+08:00", true), Due(before));
        Assert.Equal(1, JsonDocument.Parse(confirmed.Output).RootElement.GetProperty("version").GetInt32());
        Assert.Equal(("2027-01-05T18:00:00+08:00", false), Due(after));
        Assert.Contains("无需导入", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_file_is_a_problem_and_a_missing_one_too()
    {
        await using var database = await TestDatabase.CreateAsync();
        var wrong = Write("wrong.json", """{"hours":["08:00-12:00","11:00-18:00"]}""");

        var refused = await Shell.RunAsync(database, "calendar", "import", wrong, "--confirm");
        var missing = await Shell.RunAsync(database, "calendar", "import", Path.Combine(folder.FullName, "none.json"));

        Assert.Equal((1, 1), (refused.Code, missing.Code));
        Assert.Contains("hours 时段08:00–12:00与11:00–18:00重叠", refused.Output, StringComparison.Ordinal);
        Assert.Contains("没有找到文件", missing.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_database_nothing_is_imported_but_explained_by_the_shipped_calendar()
    {
        await using var database = await TestDatabase.CreateAsync(migrated: false);
        var file = Write("2027.json", """{"years":[{"year":2027,"source":"x"}]}""");

        var import = await Shell.RunAsync(database, "calendar", "import", file);
        var explain = await Shell.RunAsync(database, "calendar", "explain", "--from", "2026-11-27T17:00", "--working-hours", "2");

        Assert.Equal((1, 0), (import.Code, explain.Code));
        Assert.Contains("migrate", import.Output, StringComparison.Ordinal);
        Assert.Contains("届满：11月30日（周一）09:00", explain.Output, StringComparison.Ordinal);
        Assert.Contains("calendar shipped with the program", explain.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreachable_server_does_not_keep_anybody_from_counting()
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Storage:Provider"] = "Postgres",
            ["Storage:ConnectionString"] = "Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=2",
        };

        var explained = await Shell.RunAsync(settings, "calendar", "explain", "--from", "2026-11-23", "--working-days", "1", "--json");

        Assert.Equal(0, explained.Code);
        Assert.Equal("2026-11-24T18:00:00+08:00", JsonDocument.Parse(explained.Output).RootElement.GetProperty("due").GetString());
    }

    [Theory]
    [InlineData]
    [InlineData("--confirm")]
    [InlineData("a.json", "b.json")]
    [InlineData("a.json", "--yes")]
    public async Task Wrong_usage_is_answered_with_the_usage(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();

        var code = await Worker.Commands.CommandLine.RunAsync(["calendar", "import", .. arguments], output, error, Cancel);

        Assert.Equal((2, ""), (code, output.ToString()));
        Assert.StartsWith("usage: calendar import FILE", error.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Write(string name, string content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }

    private static (string? Due, bool Provisional) Due((int Code, string Output) result)
    {
        var json = JsonDocument.Parse(result.Output).RootElement;
        return (json.GetProperty("due").GetString(), json.GetProperty("provisional").GetBoolean());
    }
}
