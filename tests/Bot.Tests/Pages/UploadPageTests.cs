using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Tests.Conversations;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Pages;

/// <summary>The upload page that the chat leads to, in a browser that has never signed in.</summary>
public sealed class UploadPageTests
{
    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    [Fact]
    public async Task From_the_address_in_the_chat_to_the_leader_without_signing_in()
    {
        await using var bot = await Talk.StartAsync();
        var leader = await TalkingPerson.EnterAsync(bot, "wangzhigang");
        var (browser, path) = await OpenAsync(bot);
        using var _ = browser;

        await browser.UploadAsync(path, [Word("经验.docx"), ("Files", "现场.jpg", Picture)], Fields(browser));
        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
        await browser.GetAsync(browser.Location!);
        var saved = browser.Html;
        await browser.UploadAsync(path, [], [.. Fields(browser, "三色预警\n一、背景\n火点多。"), ("press", "send")]);
        await browser.GetAsync(browser.Location!);
        await leader.AnswerAsync();

        Assert.Contains("1个部分：背景", saved, StringComparison.Ordinal);
        Assert.Contains("报王志刚同志审签", saved, StringComparison.Ordinal);
        Assert.Contains("不要这张图：现场.jpg", saved, StringComparison.Ordinal);
        Assert.Contains("已报王志刚同志审签，编号JY-2026-", browser.Html, StringComparison.Ordinal);
        Assert.Equal("请审签典型经验：三色预警", leader.Last.Title);
        var practice = await OnlyAsync(bot);
        Assert.Equal("三色预警\n一、背景\n火点多。", practice.Body);
        Assert.Equal(1, await bot.ReadAsync((db, token) => db.Files.CountAsync(f => f.RecordId == practice.Id, token)));
    }

    [Fact]
    public async Task Bad_files_are_refused_with_what_to_do_and_what_was_typed_stays()
    {
        await using var bot = await Talk.StartAsync();
        var (browser, path) = await OpenAsync(bot);
        using var _ = browser;
        (string, byte[], string)[] bad =
        [
            ("炸弹.docx", WordSamples.Bomb(), "解开以后太大"),
            ("假的.docx", WordSamples.NoWord(), "另存为.docx"),
            ("程序.exe", [0x4D, 0x5A, 1], "不能收"),
            ("假图.jpg", "<script>"u8.ToArray(), "不能收"),
            ("空.txt", [], "是空的"),
            ("很长.txt", System.Text.Encoding.UTF8.GetBytes(new string('长', 200_000)), "最多收20000字"),
        ];

        foreach (var (name, content, complaint) in bad)
        {
            await browser.UploadAsync(path, [("Files", name, content)], Fields(browser, "写了一半的正文"));

            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.Contains(complaint, browser.Html, StringComparison.Ordinal);
            Assert.Contains("写了一半的正文", browser.Html, StringComparison.Ordinal);
        }

        await browser.GetAsync(path);
        Assert.DoesNotContain("写了一半的正文", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_is_text_secrets_are_refused_and_what_the_chat_added_is_not_overwritten()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        var (browser, path) = await OpenAsync(bot, clerk);
        using var _ = browser;

        await browser.UploadAsync(path, [], Fields(browser, "机密★1年"));
        Assert.Contains("国家秘密", browser.Html, StringComparison.Ordinal);
        var old = Fields(browser, "<script>alert(1)</script>");
        await clerk.SayAsync("聊天里又补了一句");
        await browser.UploadAsync(path, [], old);
        Assert.Contains("刚才在别处改过", browser.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", browser.Html, StringComparison.Ordinal);

        await browser.GetAsync(path);
        Assert.Contains("聊天里又补了一句", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_opens_this_draft_only_for_its_author_and_not_for_ever()
    {
        await using var bot = await Talk.StartAsync();
        var (browser, path) = await OpenAsync(bot);
        using var _ = browser;
        using var stranger = await Reader.SignInAsync(bot, "sunli");
        var bare = path[..path.IndexOf('?', StringComparison.Ordinal)];
        using var author = await Reader.SignInAsync(bot, "lihaiying");

        await browser.GetAsync(bare);
        Assert.Equal(HttpStatusCode.Unauthorized, browser.Status);
        await browser.GetAsync($"/practices/drafts/{Guid.NewGuid()}{path[bare.Length..]}");
        Assert.Equal(HttpStatusCode.Unauthorized, browser.Status);
        await stranger.GetAsync(bare);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        await author.GetAsync(bare);
        Assert.Equal(HttpStatusCode.OK, author.Status);
        bot.Machine.Advance(TimeSpan.FromHours(13));
        await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Unauthorized, browser.Status);
    }

    private static async Task<(Reader Browser, string Path)> OpenAsync(BotHost bot, TalkingPerson? clerk = null)
    {
        clerk ??= await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync("报送典型经验");
        var path = clerk.Find("点这里上传文件（不用再登录）").Url!;
        path = path[path.IndexOf("/practices", StringComparison.Ordinal)..];
        var browser = await Reader.SignInAsync(bot, login: null);
        await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        return (browser, path);
    }

    private static (string, string, byte[]) Word(string name) => ("Files", name, WordSamples.Of("三色预警", "一、背景", "火点多。"));

    private static List<(string, string)> Fields(Reader browser, string body = "") =>
        [("Form.Step", browser.Value("Form.Step") is { Length: > 0 } step ? step : 0.ToString(CultureInfo.InvariantCulture)), ("Form.Body", body)];

    private static async Task<TypicalPractice> OnlyAsync(BotHost bot) =>
        Assert.Single(await bot.ReadAsync((db, token) => db.TypicalPractices.Where(p => p.SubmittedAt >= TestClock.Start).ToListAsync(token)));
}
