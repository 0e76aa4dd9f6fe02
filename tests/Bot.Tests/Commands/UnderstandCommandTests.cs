using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SupervisionBot.Bot.Commands;
using Xunit;

namespace SupervisionBot.Bot.Tests.Commands;

public sealed class UnderstandCommandTests
{
    private static readonly FakeTimeProvider Machine = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Every_line_is_answered_with_one_line_of_JSON()
    {
        using var output = new StringWriter();

        var exit = await UnderstandCommand.RunAsync([], new StringReader("想请卫健局协助查一家黑诊所，最迟月底\n\n\"引号\"\n"), output, Machine);

        var lines = output.ToString().TrimEnd().Split(Environment.NewLine);
        Assert.Equal(0, exit);
        Assert.Equal(3, lines.Length);
        var first = JsonDocument.Parse(lines[0]).RootElement;
        Assert.Equal("request_assistance", first.GetProperty("intent").GetString());
        Assert.InRange(first.GetProperty("confidence").GetDouble(), 0, 1);
        Assert.Equal("市卫健局", first.GetProperty("slots").GetProperty("dept").GetString());
        Assert.Equal("2026-11-30", first.GetProperty("slots").GetProperty("date").GetString());
        Assert.Equal("\"引号\"", JsonDocument.Parse(lines[2]).RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public async Task The_moment_can_be_fixed()
    {
        using var output = new StringWriter();

        await UnderstandCommand.RunAsync(["--now", "2025-03-05T09:00:00+08:00"], new StringReader("请水务局明天来看看"), output, Machine);

        Assert.Equal("2025-03-06", JsonDocument.Parse(output.ToString()).RootElement.GetProperty("slots").GetProperty("date").GetString());
    }

    [Theory]
    [InlineData("--now")]
    [InlineData("--now", "yesterday")]
    [InlineData("--when", "2025-03-05T09:00:00+08:00")]
    public async Task Wrong_usage_is_answered_with_the_usage(params string[] args)
    {
        using var output = new StringWriter();

        Assert.Equal(2, await UnderstandCommand.RunAsync(args, TextReader.Null, output, Machine));
        Assert.StartsWith("usage:", output.ToString(), StringComparison.Ordinal);
    }
}
