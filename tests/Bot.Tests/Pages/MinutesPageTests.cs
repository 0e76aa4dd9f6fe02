using System.Net;
using System.Text.RegularExpressions;
using SupervisionBot.Core.Consultations.Signing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Pages;

public sealed class MinutesPageTests
{
    [Theory]
    [InlineData(SessionToday.Office, true, true, true)]
    [InlineData(SessionToday.Chair, true, false, false)]
    [InlineData(SessionToday.Water, false, false, false)]
    [InlineData(SessionToday.Township, false, false, false)]
    public async Task Everybody_reads_the_paper_and_finds_only_what_is_theirs(string login, bool versions, bool edit, bool send)
    {
        await using var session = await SessionToday.CompileAsync();
        using var reader = await Reader.SignInAsync(session.Host, login);

        await reader.GetAsync(session.Minutes);

        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.Contains("<p class=\"draft-mark\">征求意见稿</p>", reader.Html, StringComparison.Ordinal);
        Assert.Contains("由市水务局查处&lt;i&gt;采砂&lt;/i&gt;", reader.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", reader.Html, StringComparison.Ordinal);
        Assert.Equal(versions, reader.Html.Contains("历次文稿", StringComparison.Ordinal));
        Assert.Equal(edit, reader.Html.Contains("修改文稿", StringComparison.Ordinal));
        Assert.Equal(send, reader.Html.Contains("送会签", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(SessionToday.Stranger, HttpStatusCode.NotFound)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task To_others_the_paper_is_not_there(string? login, HttpStatusCode status)
    {
        await using var session = await SessionToday.CompileAsync();
        using var reader = await Reader.SignInAsync(session.Host, login);

        foreach (var path in new[] { session.Minutes, session.Edit, session.Minutes + "/word", session.Minutes + "/compare?before=1&after=1" })
        {
            await reader.GetAsync(path);
            Assert.Equal(status, reader.Status);
            Assert.DoesNotContain("挖砂", reader.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task From_the_draft_to_the_issue_everybody_acts_on_the_page()
    {
        await using var session = await SessionToday.CompileAsync();
        using var office = await Reader.SignInAsync(session.Host, SessionToday.Office);
        using var water = await Reader.SignInAsync(session.Host, SessionToday.Water);
        using var township = await Reader.SignInAsync(session.Host, SessionToday.Township);
        using var chair = await Reader.SignInAsync(session.Host, SessionToday.Chair);

        await PressAsync(office, session, MinutesAction.SendForCountersign);
        Assert.Contains("已送会签：阳村街道、市水务局。", Ordered(office.Html), StringComparison.Ordinal);
        await CountersignAsync(water, session, CountersignChoice.Agree, "");
        Assert.Contains("已记下市水务局的会签：同意。", water.Html, StringComparison.Ordinal);
        await CountersignAsync(township, session, CountersignChoice.Reserve, "街道保留意见<b>");
        Assert.Contains("保留意见：街道保留意见&lt;b&gt;", township.Html, StringComparison.Ordinal);
        await water.GetAsync(session.Minutes);
        Assert.DoesNotContain("街道保留意见", water.Html, StringComparison.Ordinal);
        await PressAsync(office, session, MinutesAction.Submit);
        Assert.Matches("已报(杨建国|王秀英)同志签发。", office.Html);
        Assert.Contains("街道保留意见", office.Html, StringComparison.Ordinal);
        await PressAsync(chair, session, MinutesAction.SignOff);
        Assert.Contains("杨建国同志签发", chair.Html, StringComparison.Ordinal);
        await PressAsync(office, session, MinutesAction.Issue);
        Assert.Matches("已印发，〔2026〕[0-9]+号，发给：", office.Html);

        await water.GetAsync(session.Minutes);
        Assert.Matches("<p class=\"number\">〔2026〕[0-9]+号</p>", water.Html);
        Assert.DoesNotContain("draft-mark", water.Html, StringComparison.Ordinal);
        Assert.Contains("保留意见：街道保留意见&lt;b&gt;", water.Html, StringComparison.Ordinal);
        Assert.Contains("2026年11月23日印发", water.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Press.", water.Html, StringComparison.Ordinal);
        Assert.Matches("href=\"/records/RW-2026-[0-9]{4}\"", water.Html);
    }

    [Fact]
    public async Task A_countersignature_that_needs_words_asks_for_them_and_loses_nothing()
    {
        await using var session = await SessionToday.CompileAsync();
        await session.DoAsync(SessionToday.Office, new SendForCountersign((await session.PaperAsync()).Id, null));
        using var water = await Reader.SignInAsync(session.Host, SessionToday.Water);

        await CountersignAsync(water, session, CountersignChoice.Disagree, "");
        Assert.Contains("选“不同意”的，请写一句具体意见。", water.Html, StringComparison.Ordinal);
        await CountersignAsync(water, session, CountersignChoice.Agree, new string('长', 1001));

        Assert.Contains(new string('长', 1001), water.Html, StringComparison.Ordinal);
        Assert.Equal(2, await MissingAsync(session));
    }

    [Fact]
    public async Task The_office_enters_a_signature_on_paper_and_the_signer_takes_it_back()
    {
        await using var session = await SessionToday.SubmitAsync();
        using var office = await Reader.SignInAsync(session.Host, SessionToday.Office);
        using var other = await Reader.SignInAsync(session.Host, SessionToday.OtherChair);
        await office.GetAsync(session.Minutes);
        var chair = Regex.Match(office.Html, "<option value=\"([^\"]+)\">王秀英</option>").Groups[1].Value;

        await PressAsync(office, session, MinutesAction.SignOffOnBehalf, ("Press.Chair", chair), ("Press.Text", "同意印发"));
        Assert.Contains("王秀英同志在纸质稿上签发，专班办公室代录", office.Html, StringComparison.Ordinal);
        await PressAsync(other, session, MinutesAction.RevokeSignOff);

        Assert.Contains("已撤回代录的签发", other.Html, StringComparison.Ordinal);
        Assert.Equal(MinutesState.AwaitingSignOff, (await session.PaperAsync()).State);
    }

    [Fact]
    public async Task A_chair_sends_it_back_with_a_sentence_that_only_those_who_decide_read()
    {
        await using var session = await SessionToday.SubmitAsync();
        using var chair = await Reader.SignInAsync(session.Host, SessionToday.Chair);
        using var water = await Reader.SignInAsync(session.Host, SessionToday.Water);

        await PressAsync(chair, session, MinutesAction.SendBack, ("Press.Text", " "));
        Assert.Contains("请写一句要改什么。", chair.Html, StringComparison.Ordinal);
        await PressAsync(chair, session, MinutesAction.SendBack, ("Press.Text", "时限写得再紧一些"));

        Assert.Contains("领导退回：时限写得再紧一些", chair.Html, StringComparison.Ordinal);
        await water.GetAsync(session.Minutes);
        Assert.DoesNotContain("时限写得再紧一些", water.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_chairs_who_press_the_second_reads_how_it_stands()
    {
        await using var session = await SessionToday.SubmitAsync();
        using var one = await Reader.SignInAsync(session.Host, SessionToday.Chair);
        using var two = await Reader.SignInAsync(session.Host, SessionToday.OtherChair);
        await one.GetAsync(session.Minutes);
        await two.GetAsync(session.Minutes);
        var step = two.Value("Press.Step");
        await PressAsync(one, session, MinutesAction.SignOff);

        await two.SendAsync(session.Minutes, "", ("Press.Action", nameof(MinutesAction.SignOff)), ("Press.Step", step));

        Assert.Equal(HttpStatusCode.OK, two.Status);
        Assert.Matches("role=\"alert\">[^<]*杨建国同志[^<]*签发", two.Html);
        Assert.Contains("已签发，待印发", two.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Press.", two.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Countersigning_after_the_issue_changes_nothing_and_says_so()
    {
        await using var session = await SessionToday.IssueAsync();
        using var water = await Reader.SignInAsync(session.Host, SessionToday.Water);
        await water.GetAsync("/");
        await water.GetAsync(session.Minutes);

        // The button of a page from before; the token of any page is good.
        using var office = await Reader.SignInAsync(session.Host, SessionToday.Office);
        await office.GetAsync(session.Edit);
        await office.SendAsync(
            session.Minutes,
            "",
            ("Press.Action", nameof(MinutesAction.Countersign)),
            ("Press.Choice", nameof(CountersignChoice.Disagree)),
            ("Press.Text", "不同意了")
        );

        Assert.Contains("role=\"alert\"", office.Html, StringComparison.Ordinal);
        Assert.Equal(MinutesState.Issued, (await session.PaperAsync()).State);
        Assert.DoesNotContain("不同意了", water.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Chase")]
    [InlineData("AllAgreed")]
    [InlineData("Edit")]
    [InlineData("Countersign")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task What_nobody_can_press_is_a_bad_request(string action)
    {
        await using var session = await SessionToday.CompileAsync();
        using var office = await Reader.SignInAsync(session.Host, SessionToday.Office);
        await office.GetAsync(session.Minutes);

        await office.SendAsync(session.Minutes, "", ("Press.Action", action));

        Assert.Equal(HttpStatusCode.BadRequest, office.Status);
    }

    [Fact]
    public async Task A_press_without_the_token_of_the_page_changes_nothing()
    {
        await using var session = await SessionToday.SubmitAsync();
        using var chair = await Reader.SignInAsync(session.Host, SessionToday.Chair);

        await chair.SendAsync(session.Minutes, "", ("Press.Action", nameof(MinutesAction.SignOff)));

        Assert.Equal(HttpStatusCode.BadRequest, chair.Status);
        Assert.Equal(MinutesState.AwaitingSignOff, (await session.PaperAsync()).State);
    }

    [Fact]
    public async Task The_number_of_a_session_leads_to_what_the_reader_may_see_of_it()
    {
        await using var open = await SessionToday.OpenAsync();
        await using var compiled = await SessionToday.CompileAsync();

        Assert.Equal(open.Page, await LeadsToAsync(open, SessionToday.Office));
        Assert.Equal(open.AgendaPath, await LeadsToAsync(open, SessionToday.Water));
        Assert.Null(await LeadsToAsync(open, SessionToday.Stranger));
        Assert.Equal(compiled.Minutes, await LeadsToAsync(compiled, SessionToday.Water));
    }

    private static async Task<string?> LeadsToAsync(SessionToday session, string login)
    {
        using var reader = await Reader.SignInAsync(session.Host, login);
        await reader.GetAsync($"/records/{session.Number.ToLowerInvariant()}");
        Assert.Equal(reader.Location is null ? HttpStatusCode.NotFound : HttpStatusCode.Redirect, reader.Status);
        return reader.Location;
    }

    /// <summary>Opens the page, presses, and reads the page that follows.</summary>
    private static async Task PressAsync(Reader reader, SessionToday session, MinutesAction action, params (string Name, string Value)[] fields)
    {
        await reader.GetAsync(session.Minutes);
        await reader.SendAsync(session.Minutes, "", [("Press.Action", $"{action}"), ("Press.Step", reader.Value("Press.Step")), .. fields]);
        if (reader.Status == HttpStatusCode.Redirect)
        {
            await reader.GetAsync(session.Minutes);
        }
    }

    private static async Task CountersignAsync(Reader reader, SessionToday session, CountersignChoice choice, string text)
    {
        await reader.GetAsync(session.Minutes);
        var unit = reader.Value("Press.Unit");
        await PressAsync(reader, session, MinutesAction.Countersign, ("Press.Unit", unit), ("Press.Choice", $"{choice}"), ("Press.Text", text));
    }

    private static async Task<int> MissingAsync(SessionToday session)
    {
        var id = (await session.PaperAsync()).Id;
        return (await session.ReadAsync(db => db.Set<Countersignature>().Where(c => c.MinutesId == id && c.Choice == null))).Count;
    }

    /// <summary>Whatever the order of the directory is: the two units of this session.</summary>
    private static string Ordered(string html) => html.Replace("市水务局、阳村街道", "阳村街道、市水务局", StringComparison.Ordinal);
}
