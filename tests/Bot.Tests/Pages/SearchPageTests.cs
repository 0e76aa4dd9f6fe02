using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Tests.Conversations;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Pages;

public sealed class SearchPageTests
{
    private const string Office = "liuyang";

    [Fact]
    public async Task The_page_has_a_box_the_kinds_and_what_was_found_a_page_at_a_time()
    {
        await using var bot = await Talk.StartAsync();
        using var reader = await Reader.SignInAsync(bot, Office);

        await reader.GetAsync("/search");
        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.Contains("name=\"q\"", reader.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<li>", reader.Html, StringComparison.Ordinal);

        await reader.GetAsync($"/search?q={Uri.EscapeDataString("砖厂")}");
        Assert.Contains("href=\"/records/HS-2026-", reader.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"砖厂\"", reader.Html, StringComparison.Ordinal);

        await reader.GetAsync("/search?q=2026&kind=HY");
        Assert.Contains("href=\"/minutes/", reader.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/records/HS-2026-", reader.Html, StringComparison.Ordinal);

        await StartAsync(bot, 5);
        await reader.GetAsync("/search?q=2026");
        Assert.Equal(20, Hits(reader));
        Assert.Contains("rel=\"next\" href=\"/search?q=2026&amp;kind=&amp;p=2\"", reader.Html, StringComparison.Ordinal);
        await reader.GetAsync("/search?q=2026&kind=&p=2");
        Assert.Contains("start=\"21\"", reader.Html, StringComparison.Ordinal);
        Assert.InRange(Hits(reader), 1, 20);
    }

    [Fact]
    public async Task Every_hit_opens()
    {
        await using var bot = await Talk.StartAsync();
        foreach (var login in new[] { Office, "weidong", "sunli" })
        {
            using var reader = await Reader.SignInAsync(bot, login);
            await reader.GetAsync("/search?q=2026");
            var pages = System
                .Text.RegularExpressions.Regex.Matches(reader.Html, "<p><a href=\"([^\"]+)\"><b>")
                .Select(m => m.Groups[1].Value)
                .ToList();
            Assert.True(pages.Count > 0, $"{login}: {reader.Html}");
            foreach (var page in pages)
            {
                await reader.GetAsync(page);
                Assert.True(reader.Status == HttpStatusCode.OK, $"{login} {page}: {reader.Status}");
            }
        }
    }

    [Theory]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("' OR 1=1 --")]
    [InlineData("%00%0a\u0001")]
    [InlineData("NEAR(a b) AND NOT")]
    public async Task Nothing_that_is_asked_breaks_the_page(string words)
    {
        await using var bot = await Talk.StartAsync();
        using var reader = await Reader.SignInAsync(bot, Office);

        await reader.GetAsync($"/search?q={Uri.EscapeDataString(words)}&kind=XX&p=-3");

        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.DoesNotContain("<script>alert", reader.Html, StringComparison.Ordinal);
        await reader.GetAsync($"/search?q={new string('a', 5_000)}&p=zwei");
        Assert.Equal(HttpStatusCode.OK, reader.Status);
    }

    [Fact]
    public async Task Who_has_not_signed_in_sees_neither_page_nor_list()
    {
        await using var bot = await Talk.StartAsync();
        using var nobody = await Reader.SignInAsync(bot, null);

        await nobody.GetAsync("/search?q=2026");
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.Status);
        await nobody.GetAsync("/export/hs.xlsx");
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.Status);
    }

    [Theory]
    [InlineData("/export/xx.xlsx", HttpStatusCode.NotFound)]
    [InlineData("/export/hs.xlsx?from=heute", HttpStatusCode.BadRequest)]
    [InlineData("/export/hs.xlsx?from=9999-12-31", HttpStatusCode.BadRequest)]
    [InlineData("/export/hs.xlsx?from=2026-12-01&to=2026-11-01", HttpStatusCode.BadRequest)]
    [InlineData("/export/hs.xlsx?state=late", HttpStatusCode.BadRequest)]
    [InlineData("/export/hs.xlsx?state=open&from=&to=2026-11-30", HttpStatusCode.OK)]
    [InlineData("/export/jy.xlsx", HttpStatusCode.OK)]
    public async Task A_list_is_given_or_clearly_refused(string path, HttpStatusCode status)
    {
        await using var bot = await Talk.StartAsync();
        using var reader = await Reader.SignInAsync(bot, Office);

        await reader.GetAsync(path);

        Assert.Equal(status, reader.Status);
    }

    [Fact]
    public async Task The_desk_leads_to_a_list_that_says_who_took_it_and_when()
    {
        await using var bot = await Talk.StartAsync();
        var client = bot.CreateClient();
        using var entered = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(
            client,
            "/demo/sign-in",
            new { person = Office },
            TestContext.Current.CancellationToken
        );
        Assert.Contains(
            "action=\"/export/hs.xlsx\"",
            await client.GetStringAsync(new Uri("/desk", UriKind.Relative), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );

        using var answer = await client.GetAsync(new Uri("/export/hs.xlsx", UriKind.Relative), TestContext.Current.CancellationToken);
        await using var file = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var document = SpreadsheetDocument.Open(file, false);

        Assert.EndsWith(".xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        var texts = document
            .WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Text>())
            .Select(t => t.Text)
            .ToList();
        Assert.Contains(texts, t => t.EndsWith("刘洋", StringComparison.Ordinal));
        Assert.Contains("2026年11月23日 09:00（北京时间）", texts);
        Assert.Contains(texts, t => t.StartsWith("HS-2026-", StringComparison.Ordinal));
    }

    private static async Task StartAsync(BotHost bot, int count)
    {
        var clerk = await bot.ReadAsync((db, token) => db.People.Where(p => p.Login == "lihaiying").Select(p => p.Id).SingleAsync(token));
        for (var i = 0; i < count; i++)
        {
            var content = new ConsultationContent("路边摊占道的处理问题", Situation.Unsure, "路边摊占道", []);
            await bot.Get<UseCases>().RunAsync(clerk, new StartConsultation(Guid.NewGuid(), content, []), TestContext.Current.CancellationToken);
        }
    }

    private static int Hits(Reader reader) => reader.Html.Split("<li>").Length - 1;
}
