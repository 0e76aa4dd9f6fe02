using System.Net;
using System.Text.Json;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Composition;

/// <summary>A worker that stands still is noticed within a minute, named, and forgotten when it is back.</summary>
public sealed class WorkerHealthTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Health_is_degraded_within_a_minute_of_the_last_sweep_and_recovers_by_itself()
    {
        await using var bot = await BotHost.StartAsync();
        using var client = bot.CreateClient();
        var sweep = bot.Get<Sweep>();
        await sweep.RunAsync(Cancel);
        Assert.Equal("Healthy", (await WorkerAsync(client)).Status);

        bot.Machine.Advance(TimeSpan.FromSeconds(59));
        var (status, text) = await WorkerAsync(client);
        Assert.Equal("Degraded", status);
        Assert.Contains("Last sweep 59 s ago", text, StringComparison.Ordinal);
        Assert.Contains("Is a worker running", text, StringComparison.Ordinal);

        await sweep.RunAsync(Cancel);
        Assert.Equal("Healthy", (await WorkerAsync(client)).Status);
    }

    private static async Task<(string? Status, string? Text)> WorkerAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/health", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var worker = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("checks").GetProperty("worker");
        return (worker.GetProperty("status").GetString(), worker.GetProperty("detail").GetString());
    }
}
