using System.Net;
using SupervisionBot.Core.Consultations.Resolutions;
using Xunit;

namespace SupervisionBot.Bot.Tests.Pages;

public sealed class ResolutionPageTests
{
    [Fact]
    public async Task A_unit_reports_and_the_office_sends_back_and_closes_out()
    {
        await using var session = await SessionToday.IssueAsync();
        var path = await PathAsync(session);
        using var water = await Reader.SignInAsync(session.Host, SessionToday.Water);
        using var office = await Reader.SignInAsync(session.Host, SessionToday.Office);

        await PressAsync(water, path, ResolutionAction.ReportProgress, "");
        Assert.Contains("请写一句办到哪一步了。", water.Html, StringComparison.Ordinal);
        await PressAsync(water, path, ResolutionAction.ReportProgress, "已到现场<b>");
        Assert.Contains("已到现场&lt;b&gt;", water.Html, StringComparison.Ordinal);
        await PressAsync(water, path, ResolutionAction.ReportDone, "已查处");
        Assert.Contains("已报办结，待销号", water.Html, StringComparison.Ordinal);
        await PressAsync(office, path, ResolutionAction.SendBack, "处罚决定书还没有附");
        await water.GetAsync(path);
        Assert.Contains("还要补充：处罚决定书还没有附", water.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"CloseOut\"", water.Html, StringComparison.Ordinal);
        await PressAsync(water, path, ResolutionAction.ReportDone, "补上了");
        await PressAsync(office, path, ResolutionAction.CloseOut, "");

        Assert.Contains("已销号，已告知：市水务局。", office.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", office.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_on_an_old_page_is_told_how_it_stands_and_what_was_typed_stays()
    {
        await using var session = await SessionToday.IssueAsync();
        var path = await PathAsync(session);
        using var one = await Reader.SignInAsync(session.Host, SessionToday.Water);
        using var two = await Reader.SignInAsync(session.Host, SessionToday.Water);
        await one.GetAsync(path);
        await two.GetAsync(path);
        var step = two.Value("Step");
        await PressAsync(one, path, ResolutionAction.ReportDone, "已查处");

        await two.SendAsync(path, "", ("Action", nameof(ResolutionAction.ReportDone)), ("Step", step), ("Text", "我也报一遍"));

        Assert.Contains("role=\"alert\"", two.Html, StringComparison.Ordinal);
        Assert.Contains("我也报一遍", two.Html, StringComparison.Ordinal);
        Assert.Contains("已报办结，待销号", two.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SessionToday.Stranger, HttpStatusCode.NotFound)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task To_others_it_is_not_there(string? login, HttpStatusCode status)
    {
        await using var session = await SessionToday.IssueAsync();
        using var reader = await Reader.SignInAsync(session.Host, login);

        await reader.GetAsync(await PathAsync(session));

        Assert.Equal(status, reader.Status);
        Assert.DoesNotContain("采砂", reader.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Track")]
    [InlineData("")]
    public async Task What_nobody_can_press_is_a_bad_request(string action)
    {
        await using var session = await SessionToday.IssueAsync();
        var path = await PathAsync(session);
        using var water = await Reader.SignInAsync(session.Host, SessionToday.Water);
        await water.GetAsync(path);

        await water.SendAsync(path, "", ("Action", action), ("Text", "x"));

        Assert.Equal(HttpStatusCode.BadRequest, water.Status);
    }

    [Fact]
    public async Task The_case_file_lists_paper_and_resolution()
    {
        await using var session = await SessionToday.IssueAsync();
        using var water = await Reader.SignInAsync(session.Host, SessionToday.Water);

        await water.GetAsync(session.Record);

        Assert.Matches($"<a href=\"{session.Minutes}\">会议纪要〔2026〕[0-9]+号（已印发）</a>", water.Html);
        Assert.Contains($"<a href=\"{await PathAsync(session)}\">", water.Html, StringComparison.Ordinal);
        Assert.Contains("办理中", water.Html, StringComparison.Ordinal);
        Assert.Contains("<dd class=\"typed\">已达成一致</dd>", water.Html, StringComparison.Ordinal);
    }

    private static async Task<string> PathAsync(SessionToday session)
    {
        var paper = (await session.PaperAsync()).Id;
        return "/records/" + (await session.ReadAsync(db => db.Resolutions.Where(r => r.MinutesId == paper).Select(r => r.Number))).Single();
    }

    private static async Task PressAsync(Reader reader, string path, ResolutionAction action, string text)
    {
        await reader.GetAsync(path);
        await reader.SendAsync(path, "", ("Action", $"{action}"), ("Step", reader.Value("Step")), ("Text", text));
        if (reader.Status == HttpStatusCode.Redirect)
        {
            await reader.GetAsync(path);
        }
    }
}
