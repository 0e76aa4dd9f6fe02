using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Tests.Conversations;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Pages;

/// <summary>Library, reading view, review, bulletin and shelf, with the practices of the demo county.</summary>
public sealed partial class PracticePagesTests
{
    private const string Waiting = "樊村镇小饭桌“四查四看”联合检查法";
    private const string Adopted = "僧楼镇“三色预警”管住秸秆露天焚烧";

    [Fact]
    public async Task Everybody_reads_what_was_adopted_and_only_insiders_what_was_not()
    {
        await using var bot = await Talk.StartAsync();
        using var water = await Reader.SignInAsync(bot, "yuanmei");
        using var author = await Reader.SignInAsync(bot, "sunli");
        using var nobody = await Reader.SignInAsync(bot, login: null);
        var (waiting, adopted) = (await NumberAsync(bot, Waiting), await NumberAsync(bot, Adopted));

        await water.GetAsync("/practices?words=%E4%B8%89%E8%89%B2");
        Assert.Contains(Adopted, water.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("一张图", water.Html, StringComparison.Ordinal);
        await water.GetAsync($"/records/{adopted}");
        Assert.Equal((HttpStatusCode.Redirect, $"/practices/{adopted}"), (water.Status, water.Location));
        await water.GetAsync($"/practices/{adopted}");
        Assert.Contains("运城市", water.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("办理经过", water.Html, StringComparison.Ordinal);
        await water.GetAsync($"/practices/{waiting}");
        Assert.Equal(HttpStatusCode.NotFound, water.Status);
        await nobody.GetAsync("/practices");
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.Status);
        await author.GetAsync($"/practices/{waiting}");
        Assert.Contains("待专班办公室审阅", author.Html, StringComparison.Ordinal);
        Assert.Contains("办理经过", author.Html, StringComparison.Ordinal);
        await author.GetAsync("/practices");
        Assert.Contains("本单位报送的（还没有采用）", author.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_finds_it_on_the_desk_and_adopts_it_on_its_page_with_a_reason()
    {
        await using var bot = await Talk.StartAsync();
        using var office = await Reader.SignInAsync(bot, "liuyang");
        var number = await NumberAsync(bot, Waiting);
        var path = $"/practices/{number}";

        await office.GetAsync("/desk");
        Assert.Contains(Waiting, office.Html, StringComparison.Ordinal);
        await office.GetAsync(path);
        await PressAsync(office, path, "Adopt", "");
        Assert.Contains("请写一句理由", office.Html, StringComparison.Ordinal);
        await PressAsync(office, path, "Adopt", "四方一次到场，群众少跑腿");
        await office.GetAsync(path);

        Assert.Contains("已采用", office.Html, StringComparison.Ordinal);
        Assert.Contains("记采用级别", office.Html, StringComparison.Ordinal);
        Assert.Equal(PracticeState.Adopted, await StateAsync(bot, number));
    }

    [Fact]
    public async Task The_unit_amends_on_the_page_what_the_office_returned()
    {
        await using var bot = await Talk.StartAsync();
        using var clerk = await Reader.SignInAsync(bot, "guoxiaoxia");
        var number = await NumberAsync(bot, "小梁乡“执法帮办员”帮小餐饮一次办好登记");
        await clerk.GetAsync($"/practices/{number}");

        await PressAsync(clerk, $"/practices/{number}", "Amend", "");
        var draft = clerk.Location!;
        await clerk.GetAsync(draft);
        await clerk.UploadAsync(
            draft,
            [],
            ("Form.Step", clerk.Value("Form.Step")),
            ("Form.Title", clerk.Value("Form.Title")),
            ("Form.Body", "登记率由六成提到九成八。"),
            ("press", "send")
        );

        Assert.Equal(PracticeState.AwaitingReview, await StateAsync(bot, number));
    }

    [Fact]
    public async Task A_bulletin_is_put_together_issued_and_read_as_page_and_Word_file()
    {
        await using var bot = await Talk.StartAsync();
        using var office = await Reader.SignInAsync(bot, "liuyang");
        using var reader = await Reader.SignInAsync(bot, "yuanmei");
        var number = await NumberAsync(bot, Waiting);
        await office.GetAsync($"/practices/{number}");
        await PressAsync(office, $"/practices/{number}", "Adopt", "做法实");
        var path = $"/bulletins/{Guid.NewGuid()}";

        await office.GetAsync($"{path}/edit");
        var row = office.Value("Form.Rows[0].Id");
        await office.SendAsync(
            $"{path}/edit",
            "",
            ("Form.Rows[0].Id", row),
            ("Form.Rows[0].Order", "1"),
            ("Form.Foreword", "<b>可学</b>"),
            ("Form.Copies", "x")
        );
        Assert.Contains("份数请填", office.Html, StringComparison.Ordinal);
        await office.SendAsync(
            $"{path}/edit",
            "",
            ("Form.Rows[0].Id", row),
            ("Form.Rows[0].Order", "1"),
            ("Form.Foreword", "<b>可学</b>"),
            ("Form.Copies", "50")
        );
        Assert.Equal((HttpStatusCode.Redirect, path), (office.Status, office.Location));
        await office.GetAsync(path);
        Assert.Contains("送审稿", office.Html, StringComparison.Ordinal);
        await reader.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
        await office.SendAsync(path, "", ("press", "Issue"), ("step", office.Value("step")));
        await reader.GetAsync(path);

        Assert.Contains("〔2026〕第2期", reader.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;可学&lt;/b&gt;", reader.Html, StringComparison.Ordinal);
        Assert.Contains("（共印50份）", reader.Html, StringComparison.Ordinal);
        using var word = bot.CreateClient();
        using var answer = await word.GetAsync(
            new Uri(Word().Match(reader.Html).Groups[1].Value, UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Core.Documents.PaperWord.ContentType, answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_office_puts_a_template_on_the_shelf_and_people_find_it_in_the_chat()
    {
        await using var bot = await Talk.StartAsync();
        using var office = await Reader.SignInAsync(bot, "liuyang");
        using var clerk = await Reader.SignInAsync(bot, "lihaiying");
        var asking = await TalkingPerson.EnterAsync(bot, "lihaiying");

        await office.GetAsync("/shelf");
        await office.UploadAsync("/shelf", [("file", "模板.docx", WordSamples.Of("甲"))], ("title", "行政处罚法律文书模板"), ("newKind", "Template"));
        await office.GetAsync("/shelf");
        await office.UploadAsync(
            "/shelf",
            [("file", "模板2.docx", WordSamples.Of("乙"))],
            ("title", "行政处罚法律文书模板"),
            ("newKind", "Template")
        );
        await office.GetAsync("/shelf");
        await office.UploadAsync("/shelf", [("file", "模板.exe", [1, 2])], ("title", "别的"), ("newKind", "Template"));
        Assert.Contains("不能收", office.Html, StringComparison.Ordinal);
        await clerk.GetAsync("/shelf");
        await clerk.UploadAsync("/shelf", [("file", "a.docx", WordSamples.Of("丙"))], ("title", "私放"), ("newKind", "Other"));
        var refused = clerk.Status;
        await clerk.GetAsync("/shelf");
        var found = await asking.SayAsync("我想要个法律文书模板");
        var named = await asking.SayAsync("资料 处罚文书");
        var nothing = await asking.SayAsync("资料 潜水艇");

        Assert.NotEqual(HttpStatusCode.OK, refused);
        Assert.Contains("以前的版本（1个）", clerk.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("放上资料", clerk.Html, StringComparison.Ordinal);
        Assert.Contains("模板：行政处罚法律文书模板", found.Labels);
        Assert.Contains("模板：行政处罚法律文书模板", named.Labels);
        Assert.StartsWith("资料里没有找到“潜水艇”", nothing.Title, StringComparison.Ordinal);
    }

    private static Task PressAsync(Reader reader, string path, string action, string text) =>
        reader.SendAsync(path, "", ("Press.Action", action), ("Press.Step", reader.Value("Press.Step")), ("Press.Text", text));

    private static Task<string> NumberAsync(BotHost bot, string title) =>
        bot.ReadAsync((db, token) => db.TypicalPractices.Where(p => p.Title == title).Select(p => p.Number).SingleAsync(token));

    private static Task<PracticeState> StateAsync(BotHost bot, string number) =>
        bot.ReadAsync((db, token) => db.TypicalPractices.Where(p => p.Number == number).Select(p => p.State).SingleAsync(token));

    [GeneratedRegex("href=\"(/bulletins/[^\"]+/word[^\"]+)\"")]
    private static partial Regex Word();
}
