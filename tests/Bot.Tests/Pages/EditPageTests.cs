using System.Net;
using System.Text.Json;
using SupervisionBot.Core.Consultations.Signing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Pages;

public sealed class EditPageTests
{
    private const string Second = "chenxiaohui";

    [Fact]
    public async Task Without_a_script_it_is_a_form_that_saves_a_version()
    {
        await using var session = await SessionToday.CompileAsync();
        using var office = await Reader.SignInAsync(session.Host, SessionToday.Office);
        await office.GetAsync(session.Edit);

        await SendAsync(office, session, "Save", "# 新题目\n\n会商意见不代替法制审核。");

        Assert.Equal(HttpStatusCode.Redirect, office.Status);
        await office.GetAsync(session.Edit);
        Assert.Contains("上次保存：刘洋，", office.Html, StringComparison.Ordinal);
        var paper = await session.PaperAsync();
        Assert.Equal(("新题目", 2), (paper.Title, paper.VersionNumber));
        await office.GetAsync(session.Minutes + "/compare?before=1&after=2");
        Assert.Contains("<p class=\"added\"><b>新增</b> <ins># 新题目</ins></p>", office.Html, StringComparison.Ordinal);
        Assert.Contains("<p class=\"removed\"><b>删去</b> <del># ", office.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Preview")]
    [InlineData("Paper")]
    public async Task The_preview_is_the_paper_itself_saves_nothing_and_keeps_markup_text(string handler)
    {
        await using var session = await SessionToday.CompileAsync();
        using var office = await Reader.SignInAsync(session.Host, SessionToday.Office);
        await office.GetAsync(session.Edit);

        await SendAsync(office, session, handler, "# 看看\n\n<script>alert(1)</script><img src=x onerror=alert(1)>");

        Assert.Contains("<p class=\"masthead\">", office.Html, StringComparison.Ordinal);
        Assert.Contains("<h1><span>看看</span></h1>", office.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", office.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", office.Html, StringComparison.Ordinal);
        Assert.Equal(1, (await session.PaperAsync()).VersionNumber);
    }

    [Fact]
    public async Task Beside_the_text_stands_what_will_be_tracked_and_what_in_it_is_still_open()
    {
        await using var session = await SessionToday.CompileAsync();
        using var office = await Reader.SignInAsync(session.Host, SessionToday.Office);
        await office.GetAsync(session.Edit);
        Assert.Contains("按文稿跟踪的议定事项（1项）", office.Html, StringComparison.Ordinal);
        Assert.Matches("责任单位：市水务局\\S*完成时限：2026年12月10日", office.Html);

        await SendAsync(office, session, "Paper", "# 题\n\n## 一、挖砂\n\n### （三）议定事项\n\n1. 查处。责任单位：水务处<b>；完成时限：长期坚持");

        Assert.Contains("文稿里没有要跟踪的议定事项", office.Html, StringComparison.Ordinal);
        Assert.Contains("<p class=\"complaint\">议定事项“查处”里的“水务处&lt;b&gt;”没有查到", office.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_cannot_be_saved_stays_on_the_page()
    {
        await using var session = await SessionToday.CompileAsync();
        using var office = await Reader.SignInAsync(session.Host, SessionToday.Office);
        await office.GetAsync(session.Edit);
        var text = new string('字', 100_001);

        await SendAsync(office, session, "Save", text);

        Assert.Contains("role=\"alert\"", office.Html, StringComparison.Ordinal);
        Assert.Contains(text, office.Html, StringComparison.Ordinal);
        Assert.Equal(1, (await session.PaperAsync()).VersionNumber);
    }

    [Fact]
    public async Task What_the_page_saves_by_itself_answers_with_what_the_next_save_is_based_on()
    {
        await using var session = await SessionToday.CompileAsync();
        using var office = await Reader.SignInAsync(session.Host, SessionToday.Office);
        await office.GetAsync(session.Edit);

        await SendAsync(office, session, "Autosave", "# 一");
        var first = JsonDocument.Parse(office.Html).RootElement;
        Assert.Equal("已保存 09:00", first.GetProperty("words").GetString());
        using var again = await Reader.SignInAsync(session.Host, SessionToday.Office);
        await again.GetAsync(session.Edit);
        await SendAsync(again, session, "Autosave", "# 一二", basedOn: first.GetProperty("basedOn").GetInt32());

        var paper = await session.PaperAsync();
        // Folded: two saves by the page within five minutes are one version.
        Assert.Equal(("# 一二\n", 2), (paper.Markdown, paper.VersionNumber));
    }

    [Fact]
    public async Task Two_editors_hear_of_each_other_and_the_second_saves_over_the_first_only_knowingly()
    {
        await using var session = await SessionToday.CompileAsync();
        using var one = await Reader.SignInAsync(session.Host, SessionToday.Office);
        using var two = await Reader.SignInAsync(session.Host, Second);
        await one.GetAsync(session.Edit);
        Assert.DoesNotContain("也打开了", one.Html, StringComparison.Ordinal);
        await two.GetAsync(session.Edit);
        Assert.Contains("刘洋同志也打开了这份文稿", two.Html, StringComparison.Ordinal);
        var (basedOn, step) = (int.Parse(two.Value("Form.BasedOn"), null), two.Value("Form.Step"));
        await SendAsync(one, session, "Save", "# 甲写的");

        await SendAsync(two, session, "Save", "# 乙写的");

        Assert.Contains("刘洋同志在", two.Html, StringComparison.Ordinal);
        Assert.Contains("# 乙写的</textarea>", two.Html, StringComparison.Ordinal);
        Assert.Contains($"href=\"{session.Minutes}/compare?before=1&amp;after=2\"", two.Html, StringComparison.Ordinal);
        Assert.Equal("# 甲写的\n", (await session.PaperAsync()).Markdown);
        await two.SendAsync(
            session.Edit,
            "Save",
            ("Form.Markdown", "# 乙写的"),
            ("Form.BasedOn", $"{basedOn}"),
            ("Form.Step", step),
            ("Form.Opened", "1"),
            ("Form.Over", two.Value("Form.Over"))
        );
        Assert.Equal("# 乙写的\n", (await session.PaperAsync()).Markdown);
    }

    [Fact]
    public async Task The_script_hears_the_same_of_a_conflict()
    {
        await using var session = await SessionToday.CompileAsync();
        using var one = await Reader.SignInAsync(session.Host, SessionToday.Office);
        using var two = await Reader.SignInAsync(session.Host, Second);
        await one.GetAsync(session.Edit);
        await two.GetAsync(session.Edit);
        await SendAsync(one, session, "Save", "# 甲写的");

        await SendAsync(two, session, "Autosave", "# 乙写的");

        var conflict = JsonDocument.Parse(two.Html).RootElement.GetProperty("conflict");
        Assert.Contains("刘洋同志在", conflict.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("/compare?before=1&after=2", conflict.GetProperty("compare").GetString(), StringComparison.Ordinal);
        Assert.Equal("# 甲写的\n", (await session.PaperAsync()).Markdown);
    }

    [Fact]
    public async Task Who_closes_the_editor_or_falls_silent_is_no_longer_named()
    {
        await using var session = await SessionToday.CompileAsync();
        using var one = await Reader.SignInAsync(session.Host, SessionToday.Office);
        using var two = await Reader.SignInAsync(session.Host, Second);
        await one.GetAsync(session.Edit);
        await two.GetAsync(session.Edit);

        await one.SendAsync(session.Edit, "Present");
        Assert.Contains("陈晓慧同志", JsonDocument.Parse(one.Html).RootElement.GetProperty("words").GetString(), StringComparison.Ordinal);
        await one.GetAsync(session.Edit);
        await two.SendAsync(session.Edit, "Present", ("leaving", "true"));
        await one.GetAsync(session.Edit);
        Assert.DoesNotContain("陈晓慧同志", one.Html, StringComparison.Ordinal);
        session.Host.Machine.Advance(TimeSpan.FromSeconds(46));
        await two.GetAsync(session.Edit);
        Assert.DoesNotContain("也打开了", two.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_is_not_undone_by_a_letter_typed_but_by_saving_on_purpose()
    {
        await using var session = await SessionToday.SubmitAsync();
        await session.DoAsync(SessionToday.Chair, new SignOffMinutes((await session.PaperAsync()).Id, null));
        using var office = await Reader.SignInAsync(session.Host, SessionToday.Office);
        await office.GetAsync(session.Edit);
        Assert.Contains("保存以后签发作废", office.Html, StringComparison.Ordinal);
        var (basedOn, step) = (int.Parse(office.Value("Form.BasedOn"), null), office.Value("Form.Step"));

        await SendAsync(office, session, "Autosave", "# 改了");
        Assert.Equal(MinutesState.SignedOff, (await session.PaperAsync()).State);
        await office.GetAsync(session.Edit);
        Assert.Equal((basedOn, step), (int.Parse(office.Value("Form.BasedOn"), null), office.Value("Form.Step")));
        await SendAsync(office, session, "Save", "# 改了");

        Assert.Equal(MinutesState.AwaitingSignOff, (await session.PaperAsync()).State);
    }

    [Theory]
    [InlineData(SessionToday.Water)]
    [InlineData(SessionToday.Chair)]
    public async Task Only_the_office_edits(string login)
    {
        await using var session = await SessionToday.CompileAsync();
        using var reader = await Reader.SignInAsync(session.Host, login);
        await reader.GetAsync(session.Edit);
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
    }

    private static Task SendAsync(Reader reader, SessionToday session, string handler, string text, int? basedOn = null) =>
        reader.SendAsync(
            session.Edit,
            handler,
            ("Form.Markdown", text),
            ("Form.BasedOn", basedOn is { } revision ? $"{revision}" : reader.Value("Form.BasedOn")),
            ("Form.Step", reader.Value("Form.Step")),
            ("Form.Opened", reader.Value("Form.Opened"))
        );
}
