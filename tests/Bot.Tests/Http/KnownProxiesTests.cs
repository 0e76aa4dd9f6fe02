using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SupervisionBot.Bot.Http;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Http;

/// <summary>Behind a proxy that ends TLS the page is one of https, if the proxy is one of ours.</summary>
public sealed class KnownProxiesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.0.0.7, 127.0.0.0/8", true)]
    [InlineData("10.0.0.7", false)]
    [InlineData("", false)]
    public async Task What_a_known_proxy_says_of_the_scheme_is_believed(string proxies, bool believed)
    {
        await using var host = await BotHost.StartAsync(new BotSetup { RealPort = true, Settings = Setting(proxies, ("Demo:AllowRemote", "true")) });
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var answer = await client.PostAsJsonAsync(new Uri("/demo/sign-in", UriKind.Relative), new { person = "lihaiying" }, Cancel);
        var token = (string)(await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["token"]!;
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var started = await client.PostAsync(new Uri("/v3/directline/conversations", UriKind.Relative), null, Cancel);
        var stream = (string)(await started.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["streamUrl"]!;

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Equal(believed, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        Assert.StartsWith(believed ? "wss://" : "ws://", stream, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_does_not_make_the_demo_a_matter_of_this_machine()
    {
        await using var host = await BotHost.StartAsync(new BotSetup { RealPort = true, Settings = Setting("127.0.0.1") });
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "127.0.0.1");

        using var answer = await client.GetAsync(new Uri("/demo/people", UriKind.Relative), Cancel);

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("proxy.example", "Http:Proxies has 'proxy.example'")]
    [InlineData("10.0.0.7, 10.0.0.0/99", "Http:Proxies has '10.0.0.0/99'")]
    [InlineData("10.0.0.7, 10.0.0.0/24, ::1", null)]
    public void An_address_that_is_none_is_named(string proxies, string? complaint)
    {
        var checkedSettings = new KnownProxies.Check().Validate(null, new KnownProxies { Proxies = proxies });

        Assert.Equal(complaint is null, checkedSettings.Succeeded);
        Assert.StartsWith(complaint ?? "", checkedSettings.FailureMessage ?? "", StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Setting(string proxies, params (string Key, string Value)[] others) =>
        others.Append(("Http:Proxies", proxies)).ToDictionary(s => s.Item1, s => s.Item2, StringComparer.Ordinal);
}
