using System.Text.Json;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Worker.Commands;
using Xunit;

namespace SupervisionBot.Worker.Tests.Commands;

public sealed class CalendarExplainCommandTests
{
    [Fact]
    public async Task The_explanation_as_JSON_names_the_due_moment_and_every_day()
    {
        var (exit, text) = await RunAsync("--from", "2026-09-30T16:00", "--working-days", "5", "--json");

        var json = JsonDocument.Parse(text).RootElement;
        Assert.Equal(0, exit);
        Assert.Equal("2026-09-30T16:00:00+08:00", json.GetProperty("from").GetString());
        Assert.Equal("2026-10-13T18:00:00+08:00", json.GetProperty("due").GetString());
        Assert.Equal(5, json.GetProperty("amount").GetInt32());
        Assert.False(json.GetProperty("provisional").GetBoolean());
        Assert.Equal(14, json.GetProperty("days").GetArrayLength());
        Assert.Equal(
            ["2026-10-08", "2026-10-09", "2026-10-10", "2026-10-12", "2026-10-13"],
            json.GetProperty("days")
                .EnumerateArray()
                .Where(day => day.GetProperty("counted").GetBoolean())
                .Select(day => day.GetProperty("date").GetString()!)
        );
    }

    [Fact]
    public async Task The_explanation_as_text_says_why_a_day_does_not_count()
    {
        var (exit, text) = await RunAsync("--working-days", "1", "--from", "2026-09-30");

        Assert.Equal(0, exit);
        Assert.Contains("2026-10-07 周三   国庆节放假", text, StringComparison.Ordinal);
        Assert.Contains("2026-10-08 周四 + 工作日", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moment_with_another_offset_is_told_in_local_time()
    {
        var (_, text) = await RunAsync("--from", "2026-11-23T20:00:00+00:00", "--working-days", "1", "--json");

        Assert.Equal("2026-11-25T18:00:00+08:00", JsonDocument.Parse(text).RootElement.GetProperty("due").GetString());
    }

    [Fact]
    public async Task Working_hours_run_from_the_moment()
    {
        var (_, text) = await RunAsync("--from", "2026-11-27T17:00", "--working-hours", "2", "--json");

        var json = JsonDocument.Parse(text).RootElement;
        Assert.Equal("2026-11-30T09:00:00+08:00", json.GetProperty("due").GetString());
        Assert.Equal(("WorkingHour", 2), (json.GetProperty("unit").GetString(), json.GetProperty("amount").GetInt32()));
    }

    [Theory]
    [InlineData]
    [InlineData("--from", "2026-09-30T16:00")]
    [InlineData("--from", "30.9.2026", "--working-days", "5")]
    [InlineData("--from", "2026-09-30T16:00", "--working-days", "0")]
    [InlineData("--from", "2026-09-30T16:00", "--working-hours", "0")]
    [InlineData("--from", "2026-09-30T16:00", "--working-days", "5", "--working-hours", "2")]
    [InlineData("--from", "2026-09-30T16:00", "--working-days", "-3")]
    [InlineData("--from", "2026-09-30T16:00", "--working-days", "99999999999")]
    [InlineData("--from", "9999-12-31", "--working-days", "5")]
    [InlineData("--from", "2026-09-30T16:00", "--working-days", "5", "--xml")]
    public async Task Wrong_usage_is_answered_with_the_usage(params string[] args)
    {
        var (exit, text) = await RunAsync(args);

        Assert.Equal(2, exit);
        Assert.StartsWith("usage:", text, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Text)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        return (await CalendarExplainCommand.RunAsync(args, () => Task.FromResult(WorkingCalendar.Shipped), output), output.ToString());
    }
}
