using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace SupervisionBot.Bot.Tests.Pages;

public sealed class WordFileTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_file_of_the_page_opens_without_the_cookie_and_carries_a_name_in_Chinese()
    {
        await using var session = await SessionToday.IssueAsync();
        using var water = await Reader.SignInAsync(session.Host, SessionToday.Water);
        await water.GetAsync(session.Minutes);
        var address = Link(water.Html, "/word");
        using var phone = session.Host.CreateClient();

        using var answer = await phone.GetAsync(address, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Matches("^〔2026〕[0-9]+号 关于河滩_b_挖砂__b_归谁管的会商纪要.docx$", NameOf(answer));
        using var word = await OpenAsync(answer);
        Assert.Contains("由市水务局查处<i>采砂</i>", word.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_says_in_its_name_what_it_is()
    {
        await using var session = await SessionToday.CompileAsync();
        using var office = await ClientAsync(session, SessionToday.Office);

        using var answer = await office.GetAsync(new Uri(session.Minutes + "/word", UriKind.Relative), Cancel);

        Assert.EndsWith("（征求意见稿）.docx", NameOf(answer), StringComparison.Ordinal);
        using var word = await OpenAsync(answer);
    }

    [Fact]
    public async Task A_signed_address_is_good_for_its_own_paper_and_for_half_a_day()
    {
        await using var session = await SessionToday.IssueAsync();
        using var water = await Reader.SignInAsync(session.Host, SessionToday.Water);
        await water.GetAsync(session.Minutes);
        var address = Link(water.Html, "/word").ToString();
        using var phone = session.Host.CreateClient();

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(phone, address[..^3] + "abc"));
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await StatusAsync(phone, address.Replace(session.Number, "HY-2026-0001", StringComparison.Ordinal))
        );
        session.Host.Machine.Advance(TimeSpan.FromHours(12));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(phone, address));
    }

    [Theory]
    [InlineData("/agenda/word", "河滩_b_挖砂__b_归谁管专题会商议程.docx", "采砂点在堤内")]
    [InlineData("/notice/word", "河滩_b_挖砂__b_归谁管专题会商通知.docx", "三楼会议室")]
    public async Task Agenda_and_notice_of_a_session_are_files_too(string path, string name, string words)
    {
        await using var session = await SessionToday.ScheduleAsync();
        using var water = await ClientAsync(session, SessionToday.Water);
        using var stranger = await ClientAsync(session, SessionToday.Stranger);

        using var answer = await water.GetAsync(new Uri(session.Page + path, UriKind.Relative), Cancel);

        Assert.Equal(name, NameOf(answer));
        using var word = await OpenAsync(answer);
        Assert.Contains(words, word.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stranger, session.Page + path));
    }

    private static async Task<HttpClient> ClientAsync(SessionToday session, string login)
    {
        var client = session.Host.CreateClient();
        using var answer = await client.PostAsJsonAsync("/demo/sign-in", new { person = login }, Cancel);
        answer.EnsureSuccessStatusCode();
        return client;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        return answer.StatusCode;
    }

    /// <summary>The first link that leads there.</summary>
    private static Uri Link(string html, string path) =>
        new(WebUtility.HtmlDecode(Regex.Match(html, $"href=\"([^\"]*{path}[^\"]*)\"").Groups[1].Value), UriKind.Relative);

    private static string? NameOf(HttpResponseMessage answer)
    {
        ContentDispositionHeaderValue? disposition = answer.Content.Headers.ContentDisposition;
        return disposition?.FileNameStar;
    }

    /// <summary>A package that Word takes, without a complaint.</summary>
    private static async Task<WordprocessingDocument> OpenAsync(HttpResponseMessage answer)
    {
        var bytes = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancel));
        var word = WordprocessingDocument.Open(bytes, isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(word, Cancel).Select(e => e.Description));
        return word;
    }
}
