using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.SignIn;

public sealed partial class ChatPageTests
{
    private static readonly Uri Page = new("/", UriKind.Relative);
    private static readonly Uri Token = new("/?handler=Token", UriKind.Relative);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_allows_no_script_but_its_own_and_nothing_from_elsewhere()
    {
        await using var host = await BotHost.StartAsync();
        using var client = await SignedInAsync(host);

        using var answer = await client.GetAsync(Page, Cancel);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        var nonce = Nonce().Match(policy).Groups["nonce"].Value;
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.All(
            Script().Matches(page),
            script => Assert.Contains($"nonce=\"{nonce}\"", WebUtility.HtmlDecode(script.Value), StringComparison.Ordinal)
        );
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_given_to_the_page_of_who_has_signed_in_and_to_nobody_else()
    {
        await using var host = await BotHost.StartAsync();
        using var client = await SignedInAsync(host);
        using var stranger = host.CreateClient();

        using var withMark = await PostAsync(client, await MarkAsync(client));
        using var without = await PostAsync(client, null);
        using var nobody = await PostAsync(stranger, await MarkAsync(stranger));

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized],
            [withMark.StatusCode, without.StatusCode, nobody.StatusCode]
        );
        Assert.Equal("李海英", (string)(await withMark.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["name"]!);
    }

    [Fact]
    public async Task Somebody_who_has_left_is_not_known_any_more()
    {
        await using var host = await BotHost.StartAsync();
        using var client = await SignedInAsync(host);
        await host.Get<Database>()
            .WriteAsync(async (db, token) => (await db.People.SingleAsync(p => p.Login == "lihaiying", token)).Active = false, Cancel);

        var page = await client.GetStringAsync(Page, Cancel);
        using var token = await PostAsync(client, await MarkAsync(client));

        Assert.DoesNotContain("data-user", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, token.StatusCode);
    }

    [Fact]
    public async Task One_tap_in_the_list_signs_in_and_another_signs_out()
    {
        await using var host = await BotHost.StartAsync();
        using var client = host.CreateClient();

        using var chosen = await FormAsync(client, "/?handler=SignIn", "wangzhigang");
        var signedIn = await client.GetStringAsync(Page, Cancel);
        using var left = await FormAsync(client, "/?handler=SignOut", "");
        var signedOut = await client.GetStringAsync(Page, Cancel);

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect], [chosen.StatusCode, left.StatusCode]);
        Assert.Contains("<b>王志刚</b> <span>阳村街道</span>", signedIn, StringComparison.Ordinal);
        Assert.Contains("请选择以谁的身份进入", signedOut, StringComparison.Ordinal);
    }

    private static async Task<HttpClient> SignedInAsync(BotHost host)
    {
        var client = host.CreateClient();
        using var answer = await client.PostAsJsonAsync(new Uri("/demo/sign-in", UriKind.Relative), new { person = "lihaiying" }, Cancel);
        answer.EnsureSuccessStatusCode();
        return client;
    }

    private static async Task<string> MarkAsync(HttpClient client) => Mark().Match(await client.GetStringAsync(Page, Cancel)).Groups["mark"].Value;

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string? mark)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Token);
        if (mark is not null)
        {
            request.Headers.Add("RequestVerificationToken", mark);
        }

        return await client.SendAsync(request, Cancel);
    }

    private static async Task<HttpResponseMessage> FormAsync(HttpClient client, string address, string person)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["person"] = person,
            ["__RequestVerificationToken"] = await MarkAsync(client),
        };
        using var form = new FormUrlEncodedContent(fields);
        return await client.PostAsync(new Uri(address, UriKind.Relative), form, Cancel);
    }

    [GeneratedRegex("'nonce-(?<nonce>[^']+)'", RegexOptions.ExplicitCapture)]
    private static partial Regex Nonce();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Script();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<mark>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
