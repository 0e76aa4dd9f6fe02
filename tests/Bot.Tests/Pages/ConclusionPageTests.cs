using System.Net;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Pages;

public sealed class ConclusionPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_the_views_are_in_the_office_concludes_on_the_page_of_the_consultation()
    {
        await using var county = await StartAsync();
        using var office = await Reader.SignInAsync(county.Host, SessionToday.Office);
        await office.GetAsync(county.Record);
        Assert.DoesNotContain("Form.Outcome", office.Html, StringComparison.Ordinal);
        await GiveViewAsync(county);
        await office.GetAsync(county.Record);
        Assert.Contains("Form.Outcome", office.Html, StringComparison.Ordinal);
        var water = await county.UnitAsync("市水务局");

        await office.SendAsync(county.Record, "Conclude", Fields(office, "由市水务局<u>查处</u>", "", null));
        Assert.Contains("请选会商结果", office.Html, StringComparison.Ordinal);
        Assert.Contains("由市水务局&lt;u&gt;查处&lt;/u&gt;</textarea>", office.Html, StringComparison.Ordinal);
        await office.SendAsync(
            county.Record,
            "Conclude",
            Fields(office, "由市水务局<u>查处</u>", "AgreementReached", "月底前查处", $"{water}", "2026-11-01")
        );
        Assert.Contains("class=\"complaint\"", office.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-11-01\"", office.Html, StringComparison.Ordinal);
        await office.SendAsync(
            county.Record,
            "Conclude",
            Fields(office, "由市水务局<u>查处</u>", "AgreementReached", "月底前查处", $"{water}", "2026-11-30")
        );
        Assert.Equal(HttpStatusCode.Redirect, office.Status);
        await county.Host.Get<Sweep>().RunAsync(Cancel);

        await office.GetAsync(county.Record);
        Assert.Contains("已出具会商意见", office.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Form.Outcome", office.Html, StringComparison.Ordinal);
        var paper = county.Record.Replace("/records/", "/minutes/", StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{paper}\">会商意见书（核稿中）</a>", office.Html, StringComparison.Ordinal);
        await office.GetAsync(paper);
        Assert.Contains("由市水务局&lt;u&gt;查处&lt;/u&gt;", office.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_more_saves_nothing_and_keeps_what_was_typed()
    {
        await using var county = await StartAsync();
        await GiveViewAsync(county);
        using var office = await Reader.SignInAsync(county.Host, SessionToday.Office);
        await office.GetAsync(county.Record);

        await office.SendAsync(county.Record, "Row", [.. Fields(office, "意见", "NotAgreed", "第一条"), ("add", "0")]);

        Assert.Contains("Form.Resolutions[1].Text", office.Html, StringComparison.Ordinal);
        Assert.Contains("第一条", office.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"NotAgreed\" selected=\"selected\"", office.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_after_somebody_else_had_concluded_can_be_copied()
    {
        await using var county = await StartAsync();
        await GiveViewAsync(county);
        using var one = await Reader.SignInAsync(county.Host, SessionToday.Office);
        using var two = await Reader.SignInAsync(county.Host, "chenxiaohui");
        await one.GetAsync(county.Record);
        await two.GetAsync(county.Record);
        await one.SendAsync(county.Record, "Conclude", Fields(one, "甲的意见", "AgreementReached", null));

        await two.SendAsync(county.Record, "Conclude", Fields(two, "乙的意见", "AgreementReached", "乙的议定事项"));

        Assert.Contains("您写的没有保存", two.Html, StringComparison.Ordinal);
        Assert.Contains("乙的意见", two.Html, StringComparison.Ordinal);
        Assert.Contains("乙的议定事项", two.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SessionToday.Township)]
    [InlineData(SessionToday.Water)]
    [InlineData(SessionToday.Chair)]
    public async Task Nobody_but_the_office_is_offered_the_form(string login)
    {
        await using var county = await StartAsync();
        await GiveViewAsync(county);
        using var reader = await Reader.SignInAsync(county.Host, login);

        await reader.GetAsync(county.Record);

        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.DoesNotContain("Form.Outcome", reader.Html, StringComparison.Ordinal);
    }

    private static List<(string Name, string Value)> Fields(
        Reader reader,
        string text,
        string outcome,
        string? resolution,
        string lead = "",
        string due = ""
    ) =>
        [
            ("Form.Step", reader.Value("Form.Step")),
            ("Form.Outcome", outcome),
            ("Form.Text", text),
            ("Form.Resolutions[0].Text", resolution ?? ""),
            ("Form.Resolutions[0].Lead", lead),
            ("Form.Resolutions[0].DueOn", due),
        ];

    /// <summary>A consultation that asks 市水务局 in writing.</summary>
    private static async Task<SessionToday> StartAsync()
    {
        var county = new SessionToday(await BotHost.StartAsync(), Guid.Empty, "", "");
        var content = new ConsultationContent("河滩挖砂归谁管", Situation.CompetenceDisputed, "夜里有人挖砂", [await county.UnitAsync("市水务局")]);
        var started = await county.DoAsync(SessionToday.Township, new StartConsultation(Guid.NewGuid(), content, []));
        await county.DoAsync("wangzhigang", new ReleaseConsultation(started.Id, null));
        await county.DoAsync(SessionToday.Office, new AdmitConsultation(started.Id, null, AdmissionRoute.WrittenViews));
        return new SessionToday(county.Host, started.Id, "", started.Number);
    }

    private static Task<ViewGiven> GiveViewAsync(SessionToday county) =>
        county.DoAsync(SessionToday.Water, new GiveView(county.Id, null, ViewKind.Own, "采砂点在堤内", "《河道管理条例》"));
}
