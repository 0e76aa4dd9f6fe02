using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SupervisionBot.EndToEnd.Tests;

/// <summary>The web chat as one person has it on their phone: through the official Web Chat script, in a real browser.</summary>
public sealed class ChatPage : IAsyncDisposable
{
    private const float Patience = 20_000;
    private const int DeskWidth = 1280;
    private const int DeskHeight = 900;
    private const string SendLabel = "发送";
    private const string LabelsCutOff =
        "() => [...document.querySelectorAll('.ac-pushButton, .ac-pushButton *')].filter(e => e.clientWidth > 0 && e.scrollWidth > e.clientWidth).map(e => e.textContent)";
    private const string Connected = "连接状态: 已连接";
    private const string Bubbles = ".webchat__bubble:not(.webchat__bubble--from-user)";
    private const string Known = "data-known";
    private const string KnowAll = $"() => document.querySelectorAll('{Bubbles}').forEach(bubble => bubble.setAttribute('{Known}', ''))";

    private readonly IBrowserContext phone;
    private readonly IPage page;
    private readonly Uri address;
    private readonly Album album;
    private readonly ConcurrentQueue<string> problems = new();

    private ChatPage(IBrowserContext phone, IPage page, Uri address, Album album)
    {
        this.phone = phone;
        this.page = page;
        this.address = address;
        this.album = album;
        page.SetDefaultTimeout(Patience);
        page.PageError += (_, error) => problems.Enqueue($"script: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                problems.Enqueue($"console: {message.Text}");
            }
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                problems.Enqueue($"asked another machine: {request.Url}");
            }
        };
    }

    /// <summary>Errors of the page's scripts, refusals of its content policy, and requests that left this machine.</summary>
    public IReadOnlyCollection<string> Problems => problems;

    /// <summary>The page itself, for what only one test needs.</summary>
    public IPage Page => page;

    /// <summary>What the bot said, oldest first.</summary>
    public ILocator BotBubbles => page.Locator(Bubbles);

    /// <summary>What the person said, oldest first.</summary>
    public ILocator OwnBubbles => page.Locator(".webchat__bubble--from-user");

    public static async Task<ChatPage> CreateAsync(IBrowserContext phone, Uri address, Album album)
    {
        ArgumentNullException.ThrowIfNull(phone);
        return new ChatPage(phone, await phone.NewPageAsync(), address, album);
    }

    /// <summary>Signs in as one of the demo people and opens the chat.</summary>
    public async Task SignInAsync(string login)
    {
        var answer = await phone.APIRequest.PostAsync(new Uri(address, "/demo/sign-in").ToString(), new() { DataObject = new { person = login } });
        Assert.True(answer.Ok, $"/demo/sign-in as {login} answered {answer.Status}: {await answer.TextAsync()}");
        await OpenAsync("/");
        await Expect(SendBox).ToBeEnabledAsync(new() { Timeout = Patience });
        // The box is there before the connection; what is sent in between would only wait.
        await Expect(page.GetByText(Connected)).ToBeAttachedAsync(new() { Timeout = Patience });
    }

    /// <summary>Opens a page of the bot, as by a link in a message.</summary>
    public Task OpenAsync(string path) => page.GotoAsync(new Uri(address, path).ToString());

    /// <summary>Types and sends, and sees the text accepted.</summary>
    public async Task SayAsync(string text)
    {
        await page.EvaluateAsync(KnowAll);
        // Web Chat takes what stands in the box only once it has drawn it: the button does what Enter does, and waits for that.
        await SendBox.FillAsync(text);
        await Expect(SendBox).ToHaveValueAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = SendLabel, Exact = true }).ClickAsync();
        await Expect(OwnBubbles.Filter(new() { HasText = text }).Last).ToBeVisibleAsync();
    }

    /// <summary>Presses the newest button with this label, or with a label that contains it.</summary>
    public async Task PressAsync(string label)
    {
        await page.EvaluateAsync(KnowAll);
        await page.GetByRole(AriaRole.Button, new() { Name = label }).Last.ClickAsync();
    }

    /// <summary>Waits until the bot has said all of this, in a text or on a card, and brings it into view. It may have said it a while ago.</summary>
    public Task HearAsync(params string[] texts) => HearAsync(BotBubbles, texts);

    /// <summary>The same, of what was not there yet when the person last said or pressed something: the same words from an earlier time are no answer.</summary>
    public Task HearAnswerAsync(params string[] texts) => HearAsync(page.Locator($"{Bubbles}:not([{Known}])"), texts);

    /// <summary>What the person sees now; no label on a button is cut off.</summary>
    public async Task ScreenshotAsync(string name)
    {
        Assert.Empty(await page.EvaluateAsync<string[]>(LabelsCutOff));
        await album.TakeAsync(page, name);
    }

    /// <summary>The whole page, as it is on this phone and as it is on a desk.</summary>
    public async Task PictureAsync(string name)
    {
        await album.TakeAsync(page, name, whole: true);
        var phoneSize = page.ViewportSize!;
        await page.SetViewportSizeAsync(DeskWidth, DeskHeight);
        await album.TakeAsync(page, $"{name}-desk", whole: true);
        await page.SetViewportSizeAsync(phoneSize.Width, phoneSize.Height);
    }

    public ValueTask DisposeAsync() => phone.DisposeAsync();

    private static async Task HearAsync(ILocator bubbles, string[] texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var bubble = texts.Aggregate(bubbles, (those, text) => those.Filter(new() { HasText = text })).Last;
        await Expect(bubble).ToBeVisibleAsync(new() { Timeout = Patience });
        await bubble.ScrollIntoViewIfNeededAsync();
    }

    private ILocator SendBox => page.Locator("[data-id='webchat-sendbox-input']");
}
