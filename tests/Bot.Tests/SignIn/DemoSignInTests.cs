using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.SignIn;

public sealed class DemoSignInTests
{
    private static readonly Uri People = new("/demo/people", UriKind.Relative);
    private static readonly Uri SignIn = new("/demo/sign-in", UriKind.Relative);
    private static readonly Uri Page = new("/", UriKind.Relative);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_people_of_the_demo_are_listed_in_protocol_order()
    {
        await using var host = await BotHost.StartAsync();
        using var client = host.CreateClient();

        var people = (await client.GetFromJsonAsync<JsonArray>(People, Cancel))!;

        var expected = await host.Get<Database>()
            .ReadAsync((db, token) => db.People.OrderBy(p => p.Unit!.Order).ThenBy(p => p.Order).Select(p => p.Login).ToListAsync(token), Cancel);
        Assert.Equal(expected, people.Select(person => (string)person!["login"]!));
        var office = people.Single(person => (string)person!["login"]! == "liuyang")!;
        Assert.Equal(("刘洋", "市司法局", "Office"), ((string)office["name"]!, (string)office["unit"]!, (string)office["roles"]![0]!));
    }

    [Fact]
    public async Task Signing_in_sets_the_cookie_and_gives_a_token_that_opens_the_chat()
    {
        await using var host = await BotHost.StartAsync();
        using var client = host.CreateClient();

        using var answer = await client.PostAsJsonAsync(SignIn, new { person = "lihaiying" }, Cancel);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        var session = (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel))!;
        Assert.Equal("李海英", (string)session["name"]!);
        using var start = new HttpRequestMessage(HttpMethod.Post, new Uri("/v3/directline/conversations", UriKind.Relative));
        start.Headers.Authorization = new("Bearer", (string)session["token"]!);
        using var started = await client.SendAsync(start, Cancel);
        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        Assert.Contains("李海英", await client.GetStringAsync(Page, Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"person":"nobody"}""", "application/json", HttpStatusCode.NotFound)]
    [InlineData("""{"person":null}""", "application/json", HttpStatusCode.NotFound)]
    [InlineData("""{"person":5}""", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("""{""", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("person=lihaiying", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_wrong_request_signs_nobody_in(string body, string type, HttpStatusCode expected)
    {
        await using var host = await BotHost.StartAsync();
        using var client = host.CreateClient();
        using var content = new StringContent(body, Encoding.UTF8, type);

        using var answer = await client.PostAsync(SignIn, content, Cancel);

        Assert.Equal(expected, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "10.1.2.3")]
    [InlineData("Host", "bot.example")]
    public async Task Callers_from_elsewhere_are_refused_unless_allowed(string header, string value)
    {
        await using var closed = await BotHost.StartAsync();
        await using var open = await BotHost.StartAsync(
            new BotSetup { Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Demo:AllowRemote"] = "true" } }
        );

        foreach (var (host, expected) in new[] { (closed, HttpStatusCode.Forbidden), (open, HttpStatusCode.OK) })
        {
            using var client = host.CreateClient();
            client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
            using var listed = await client.GetAsync(People, Cancel);
            using var signedIn = await client.PostAsJsonAsync(SignIn, new { person = "lihaiying" }, Cancel);
            Assert.Equal([expected, expected], [listed.StatusCode, signedIn.StatusCode]);
        }
    }

    [Fact]
    public async Task Outside_demo_mode_nobody_gets_in()
    {
        await using var host = await BotHost.StartAsync(new BotSetup { Demo = false });
        using var client = host.CreateClient();

        using var listed = await client.GetAsync(People, Cancel);
        using var signedIn = await client.PostAsJsonAsync(SignIn, new { person = "lihaiying" }, Cancel);
        var page = await client.GetStringAsync(Page, Cancel);

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], [listed.StatusCode, signedIn.StatusCode]);
        Assert.Contains("尚未配置登录方式", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Local", true)]
    [InlineData("OpenIdConnect", false)]
    [InlineData("Demo", false)]
    [InlineData("nonsense", true)]
    public async Task A_way_of_signing_in_that_would_not_work_stops_the_start_and_names_the_key(string mode, bool demo)
    {
        var setup = new BotSetup
        {
            Demo = demo,
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["SignIn:Mode"] = mode },
        };

        var refusal = await Assert.ThrowsAnyAsync<OptionsValidationException>(() => BotHost.StartAsync(setup));

        Assert.Contains("SignIn:Mode", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Demo:Enabled", refusal.Message, StringComparison.Ordinal);
    }
}
