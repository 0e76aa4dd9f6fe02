using System.Net;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Deadlines;
using Xunit;

namespace SupervisionBot.Bot.Tests.Pages;

public sealed class RecorderPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_recorder_opens_records_ends_and_the_worker_compiles()
    {
        await using var session = await SessionToday.ScheduleAsync();
        using var office = await Reader.SignInAsync(session.Host, SessionToday.Office);

        await office.GetAsync(session.Page);
        await office.SendAsync(session.Page, "Open", ("step", office.Value("step")));
        await office.GetAsync(session.Page);
        Assert.Contains("市水务局认为，采砂点在堤内（依据：《河道管理条例》）。", office.Html, StringComparison.Ordinal);
        await office.SendAsync(session.Page, "End", await FieldsAsync(session, "由市水务局查处", "2026-12-10"));
        Assert.Contains("确认结束会商", office.Html, StringComparison.Ordinal);
        await office.SendAsync(session.Page, "Confirm", ("step", office.Value("step")));
        Assert.Equal(HttpStatusCode.Redirect, office.Status);
        await session.Host.Get<Sweep>().RunAsync(Cancel);

        using var water = await Reader.SignInAsync(session.Host, SessionToday.Water);
        await water.GetAsync(session.Minutes);
        Assert.Equal(HttpStatusCode.OK, water.Status);
        Assert.Contains("由市水务局查处。责任单位：市水务局；完成时限：2026年12月10日前。", water.Html, StringComparison.Ordinal);
        Assert.Contains("征求意见稿", water.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_stands_beside_its_field_and_nothing_typed_is_lost()
    {
        await using var session = await SessionToday.OpenAsync();
        using var office = await Reader.SignInAsync(session.Host, SessionToday.Office);
        await office.GetAsync(session.Page);

        await office.SendAsync(session.Page, "Save", await FieldsAsync(session, "查处“<b>砂场</b>”", "2026-11-01"));

        Assert.Equal(HttpStatusCode.OK, office.Status);
        var due = office.Html.IndexOf("name=\"Form.Items[0].Resolutions[0].DueOn\"", StringComparison.Ordinal);
        var complaint = office.Html.IndexOf("完成时限不能早于开会那天", StringComparison.Ordinal);
        Assert.InRange(complaint, due, due + 300);
        Assert.Contains("查处“&lt;b&gt;砂场&lt;/b&gt;”", office.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-11-01\"", office.Html, StringComparison.Ordinal);
        Assert.Contains("会上说的话", office.Html, StringComparison.Ordinal);
        Assert.Empty((await session.NowAsync()).AgendaItems.Single().Resolutions);
    }

    [Theory]
    [InlineData("不是日期", "日期没有看懂")]
    [InlineData("3026-01-01", "请核对年份")]
    public async Task A_date_that_is_none_or_absurd_is_refused(string typed, string sentence)
    {
        await using var session = await SessionToday.OpenAsync();
        using var office = await Reader.SignInAsync(session.Host, SessionToday.Office);
        await office.GetAsync(session.Page);

        await office.SendAsync(session.Page, "Save", await FieldsAsync(session, "查处", typed));

        Assert.Contains(sentence, office.Html, StringComparison.Ordinal);
        Assert.Empty((await session.NowAsync()).AgendaItems.Single().Resolutions);
    }

    [Fact]
    public async Task A_row_more_or_less_saves_nothing_and_keeps_what_was_typed()
    {
        await using var session = await SessionToday.OpenAsync();
        using var office = await Reader.SignInAsync(session.Host, SessionToday.Office);
        await office.GetAsync(session.Page);
        var fields = await FieldsAsync(session, "第一条", "");

        await office.SendAsync(session.Page, "Row", [.. fields, ("add", "0")]);
        Assert.Contains("Form.Items[0].Resolutions[1].Text", office.Html, StringComparison.Ordinal);
        Assert.Contains("第一条", office.Html, StringComparison.Ordinal);
        await office.SendAsync(session.Page, "Row", [.. fields, ("Form.Items[0].Resolutions[1].Text", "第二条"), ("remove", "0-0")]);

        Assert.DoesNotContain("第一条", office.Html, StringComparison.Ordinal);
        Assert.Contains("第二条", office.Html, StringComparison.Ordinal);
        Assert.Empty((await session.NowAsync()).AgendaItems.Single().Resolutions);
    }

    [Fact]
    public async Task A_second_recorder_is_warned_and_may_then_save_knowingly()
    {
        await using var session = await SessionToday.OpenAsync();
        using var one = await Reader.SignInAsync(session.Host, SessionToday.Office);
        using var two = await Reader.SignInAsync(session.Host, "chenxiaohui");
        await one.GetAsync(session.Page);
        await two.GetAsync(session.Page);
        var before = await FieldsAsync(session, "乙写的", "");
        await one.SendAsync(session.Page, "Save", await FieldsAsync(session, "甲写的", ""));

        await two.SendAsync(session.Page, "Save", before);

        Assert.Contains("由刘洋保存过", two.Html, StringComparison.Ordinal);
        Assert.Contains("乙写的", two.Html, StringComparison.Ordinal);
        var beside = two.Html.IndexOf("1. 甲写的；市水务局", StringComparison.Ordinal);
        Assert.InRange(beside, two.Html.IndexOf("乙写的", StringComparison.Ordinal), two.Html.IndexOf("id=\"outcome-0\"", StringComparison.Ordinal));
        // What is the same is not repeated.
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(two.Html, "另一位同志保存的是"));
        Assert.Equal("甲写的", (await session.NowAsync()).AgendaItems.Single().Resolutions.Single().Text);
        await two.SendAsync(session.Page, "Save", [.. before.Where(f => f.Name != "Form.Version"), ("Form.Version", two.Value("Form.Version"))]);
        Assert.Equal("乙写的", (await session.NowAsync()).AgendaItems.Single().Resolutions.Single().Text);
    }

    [Fact]
    public async Task What_was_typed_into_a_session_that_has_ended_meanwhile_can_be_copied()
    {
        await using var session = await SessionToday.OpenAsync();
        using var one = await Reader.SignInAsync(session.Host, SessionToday.Office);
        using var two = await Reader.SignInAsync(session.Host, "chenxiaohui");
        await two.GetAsync(session.Page);
        var before = await FieldsAsync(session, "乙写的", "");
        await one.GetAsync(session.Page);
        await one.SendAsync(session.Page, "End", await FieldsAsync(session, "甲写的", "2026-12-10"));
        await one.SendAsync(session.Page, "Confirm", ("step", one.Value("step")));

        await two.SendAsync(session.Page, "Save", before);

        Assert.Contains("您写的没有保存", two.Html, StringComparison.Ordinal);
        Assert.Contains("乙写的", two.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outcome_is_proposed_from_what_was_written_and_the_recorder_has_the_last_word()
    {
        await using var session = await SessionToday.OpenAsync();
        using var office = await Reader.SignInAsync(session.Host, SessionToday.Office);
        await office.GetAsync(session.Page);
        Assert.DoesNotContain("selected=\"selected\">已达成一致", office.Html, StringComparison.Ordinal);
        var fields = (await FieldsAsync(session, "由市水务局查处", "")).Where(f => !f.Name.EndsWith("Outcome", StringComparison.Ordinal)).ToList();

        await office.SendAsync(session.Page, "Save", fields);
        await office.GetAsync(session.Page);
        Assert.Contains("selected=\"selected\">已达成一致", office.Html, StringComparison.Ordinal);
        var chosen = fields.Where(f => f.Name != "Form.Version").Append(("Form.Version", office.Value("Form.Version")));
        await office.SendAsync(session.Page, "Save", [.. chosen, ("Form.Items[0].Outcome", nameof(ConsultationOutcome.ReferredUpward))]);

        Assert.Equal(ConsultationOutcome.ReferredUpward, (await session.NowAsync()).AgendaItems.Single().Outcome);
    }

    [Fact]
    public async Task Ending_an_incomplete_record_says_what_is_missing()
    {
        await using var session = await SessionToday.OpenAsync();
        using var office = await Reader.SignInAsync(session.Host, SessionToday.Office);
        await office.GetAsync(session.Page);

        var fields = (await FieldsAsync(session, "查处", "")).Where(f => !f.Name.EndsWith("Present", StringComparison.Ordinal));
        await office.SendAsync(session.Page, "End", fields);

        Assert.Contains("主持人到会没有勾选", office.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Confirm", office.Html, StringComparison.Ordinal);
        Assert.Contains("查处", office.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SessionToday.Water, HttpStatusCode.NotFound, "没有找到")]
    [InlineData(SessionToday.Stranger, HttpStatusCode.NotFound, "没有找到")]
    [InlineData("yangjianguo", HttpStatusCode.NotFound, "没有找到")]
    [InlineData(null, HttpStatusCode.Unauthorized, "请先登录")]
    public async Task Nobody_but_the_office_gets_the_page(string? login, HttpStatusCode status, string words)
    {
        await using var session = await SessionToday.OpenAsync();
        using var reader = await Reader.SignInAsync(session.Host, login);

        await reader.GetAsync(session.Page);

        Assert.Equal(status, reader.Status);
        Assert.Contains(words, reader.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        await using var session = await SessionToday.OpenAsync();
        using var office = await Reader.SignInAsync(session.Host, SessionToday.Office);

        await office.SendAsync(session.Page, "Save", await FieldsAsync(session, "查处", ""));

        Assert.Equal(HttpStatusCode.BadRequest, office.Status);
        Assert.Contains("页面已经过期", office.Html, StringComparison.Ordinal);
        Assert.Empty((await session.NowAsync()).AgendaItems.Single().Resolutions);
    }

    /// <summary>The form as somebody fills it in who ticks everybody and writes one resolution for 市水务局.</summary>
    private static async Task<List<(string Name, string Value)>> FieldsAsync(SessionToday today, string resolution, string due)
    {
        var session = await today.NowAsync();
        var fields = new List<(string, string)> { ("Form.Version", $"{session.Version}") };
        foreach (var (row, i) in session.Attendances.Select((row, i) => (row, i)))
        {
            fields.AddRange([
                ($"Form.Attendances[{i}].Id", $"{row.Id}"),
                ($"Form.Attendances[{i}].Present", "true"),
                ($"Form.Attendances[{i}].Attendee", row.Attendee),
            ]);
        }

        var water = session.Attendances.Single(a => a.Unit!.ShortName == "市水务局").UnitId;
        fields.AddRange([
            ("Form.Items[0].Id", $"{session.AgendaItems.Single().Id}"),
            ("Form.Items[0].Discussion", "会上说的话"),
            ("Form.Items[0].Outcome", nameof(ConsultationOutcome.AgreementReached)),
            ("Form.Items[0].Resolutions[0].Text", resolution),
            ("Form.Items[0].Resolutions[0].Lead", $"{water}"),
            ("Form.Items[0].Resolutions[0].DueOn", due),
        ]);
        return fields;
    }
}
