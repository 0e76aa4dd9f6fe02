using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Composition;

/// <summary>The whole bot as Program.cs composes it.</summary>
public sealed class HostTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_demo_county_can_be_entered_once_the_bot_stands(StorageProvider provider)
    {
        await using var bot = await BotHost.StartAsync(new BotSetup { Provider = provider });
        using var client = bot.CreateClient();

        using var health = await client.GetAsync(new Uri("/health", UriKind.Relative), Cancel);
        using var entered = await SignInAsync(client, "lihaiying");

        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal("李海英", (await entered.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("name").GetString());
    }

    [Fact]
    public async Task It_serves_on_a_real_port_too()
    {
        await using var bot = await BotHost.StartAsync(new BotSetup { RealPort = true });
        using var client = bot.CreateClient();

        using var health = await client.GetAsync(new Uri("/health", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.NotEqual(5080, client.BaseAddress!.Port);
    }

    [Fact]
    public async Task Outside_demo_mode_nobody_enters_as_somebody()
    {
        await using var bot = await BotHost.StartAsync(new BotSetup { Demo = false });
        using var client = bot.CreateClient();

        using var refused = await SignInAsync(client, "lihaiying");

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client, string login) =>
        client.PostAsJsonAsync(new Uri("/demo/sign-in", UriKind.Relative), new { person = login }, Cancel);
}
