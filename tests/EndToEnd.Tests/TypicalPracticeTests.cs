using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SupervisionBot.EndToEnd.Tests;

/// <summary>
/// Dialogue 2.7 of the conversation design, played for real: a practice goes from text typed on a phone through the leader and the office to the published page and
/// into a bulletin; another goes through the upload page. Every step leaves a picture.
/// </summary>
public sealed class TypicalPracticeTests(Browser browser)
{
    private const string Title = "阳村街道“夜巡联防”管住汾河滩盗采";
    private const string Practice = "/practices/JY-2027-0001";
    private const string Text = """
        一、背景
        汾河滩面宽、岔路多，盗采多在夜里，人到了车就散。
        二、主要做法
        街道、派出所、水务站轮流带班，三辆车分三段巡；群众举报的，二十分钟内到场。
        三、成效
        三个月抓现行七起，夜间盗采警情由每月十一起降到一起。
        """;

    // A Monday morning at work, whenever the test runs.
    private static readonly DateTimeOffset Monday = new(2027, 3, 1, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task From_text_on_a_phone_to_the_published_page_and_the_bulletin()
    {
        var album = new Album();
        await using var bot = await DemoBot.StartAsync();
        await bot.AdvanceToAsync(Monday);

        await using var clerk = await bot.OpenChatAsync(browser, "lihaiying", album);
        await PasteAsync(clerk);
        await using var leader = await bot.OpenChatAsync(browser, "wangzhigang", album);
        await leader.HearAsync($"请审签典型经验：{Title}");
        await leader.ScreenshotAsync("leader-asked");
        await leader.PressAsync("同意报送");
        await leader.HearAnswerAsync("已同意报送");
        await using var office = await bot.OpenChatAsync(browser, "liuyang", album);
        await AdoptAsync(office);
        await clerk.HearAsync("已采用", Title, "部门联动写得清楚");
        await clerk.ScreenshotAsync("clerk-adopted");

        await using var reader = await bot.OpenChatAsync(browser, "sunli", album);
        await ReadAsync(reader);
        await IssueAsync(office);
        await reader.OpenAsync("/bulletins");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "〔2027〕第1期" }).ClickAsync();
        await Expect(reader.Page.GetByText("（共印60份）")).ToBeVisibleAsync();
        await reader.PictureAsync("reader-bulletin");
        await DownloadAsync(reader);
        foreach (var page in new[] { clerk, leader, office, reader })
        {
            Assert.Empty(page.Problems);
        }
    }

    [Fact]
    public async Task By_the_upload_page_on_a_phone()
    {
        var album = new Album();
        await using var bot = await DemoBot.StartAsync();
        await bot.AdvanceToAsync(Monday);
        await using var clerk = await bot.OpenChatAsync(browser, "lihaiying", album);
        await clerk.SayAsync("提交经验做法一篇");
        await clerk.HearAnswerAsync("两种办法");
        var address = await clerk.Page.EvaluateAsync<string>(
            "() => new Promise(found => { window.open = url => found(String(url)); [...document.querySelectorAll('button')].filter(b => b.textContent.includes('点这里上传文件')).pop().click(); })"
        );
        await clerk.OpenAsync(address);
        await clerk
            .Page.Locator("#files")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "经验.txt",
                    MimeType = "text/plain",
                    Buffer = System.Text.Encoding.UTF8.GetBytes($"{Title}\n{Text}"),
                }
            );
        await clerk.PictureAsync("upload-empty");
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "保存，看一下" }).ClickAsync();
        await Expect(clerk.Page.GetByText("3个部分：背景、主要做法、成效")).ToBeVisibleAsync();
        await clerk.PictureAsync("upload-read");
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "报王志刚同志审签" }).ClickAsync();
        await Expect(clerk.Page.GetByText("已报王志刚同志审签，编号JY-2027-0001")).ToBeVisibleAsync();
        await clerk.PictureAsync("upload-sent");

        Assert.Empty(clerk.Problems);
    }

    private static async Task PasteAsync(ChatPage clerk)
    {
        await clerk.SayAsync("经验材料写好了，1200字，发你审一下");
        await clerk.HearAnswerAsync("两种办法");
        await clerk.ScreenshotAsync("clerk-two-ways");
        await clerk.SayAsync(Title);
        foreach (var line in Text.Split('\n'))
        {
            await clerk.SayAsync(line);
        }

        await clerk.HearAsync("已收");
        await clerk.SayAsync("好了");
        await clerk.HearAnswerAsync("经验材料拟好了", Title, "3个部分");
        await clerk.ScreenshotAsync("clerk-draft");
        await clerk.PressAsync("1 报王志刚同志审签");
        await clerk.HearAnswerAsync("已报王志刚同志审签");
        await clerk.ScreenshotAsync("clerk-sent");
    }

    private static async Task AdoptAsync(ChatPage office)
    {
        await office.HearAsync($"待审阅：{Title}");
        await office.ScreenshotAsync("office-asked");
        await office.PressAsync("1 采用");
        await office.HearAnswerAsync("请写一句理由");
        await office.SayAsync("部门联动写得清楚，数字对得上");
        await office.HearAnswerAsync("已采用");
        await office.ScreenshotAsync("office-adopted");
        await office.OpenAsync(Practice);
        await office.PictureAsync("office-page");
    }

    private static async Task ReadAsync(ChatPage reader)
    {
        await reader.OpenAsync("/practices");
        await reader.Page.Locator("#words").FillAsync("盗采");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
        await reader.PictureAsync("reader-library");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Name = "二、主要做法" })).ToBeVisibleAsync();
        await Expect(reader.Page.GetByText("办理经过")).ToBeHiddenAsync();
        await reader.PictureAsync("reader-practice");
    }

    private static async Task IssueAsync(ChatPage office)
    {
        await office.OpenAsync("/bulletins");
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "编一期简报" }).ClickAsync();
        await office.Page.Locator("#row-0").SelectOptionAsync("1");
        await office.Page.Locator("#foreword").FillAsync("夜巡联防不添人、不添车，靠的是几家拧成一股绳。现予刊发。");
        await office.Page.Locator("#copies").FillAsync("60");
        await office.PictureAsync("office-bulletin-edit");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "保存，看版式" }).ClickAsync();
        await office.PictureAsync("office-bulletin-draft");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "印发", Exact = true }).ClickAsync();
        await Expect(office.Page.GetByText("已印发〔2027〕第1期。")).ToBeVisibleAsync();
    }

    private static async Task DownloadAsync(ChatPage reader)
    {
        var word = await reader.Page.RunAndWaitForDownloadAsync(() => reader.Page.GetByRole(AriaRole.Link, new() { Name = "下载Word" }).ClickAsync());
        Assert.Equal("河津市综合行政执法工作简报 〔2027〕第1期.docx", word.SuggestedFilename);
        Assert.StartsWith("PK", await File.ReadAllTextAsync(await word.PathAsync()), StringComparison.Ordinal);
    }
}
