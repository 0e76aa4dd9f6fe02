using System.Net.Http.Json;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.EndToEnd.Tests;

/// <summary>The real bot with its worker inside, as a process of its own, with the demo county on a new database.</summary>
public sealed class DemoBot : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ChildProcess process;
    private readonly HttpClient client;

    private DemoBot(TestDatabase database, ChildProcess process)
    {
        this.database = database;
        this.process = process;
        client = new HttpClient { BaseAddress = process.Address };
    }

    public Uri Address => process.Address!;

    /// <summary>What the bot wrote on standard error: read it when a test fails.</summary>
    public string Log => process.StandardError;

    public static async Task<DemoBot> StartAsync()
    {
        var storage = await TestDatabase.CreateAsync(migrated: false);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Demo:Enabled"] = "true", ["Worker:Embedded"] = "true" };
        var bot = new DemoBot(storage, ChildProcess.StartBot(storage, settings));
        try
        {
            await bot.process.HealthyAsync(TestContext.Current.CancellationToken);
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    /// <summary>Moves the business clock on, for instance by <c>P1D</c>; when this returns, web chat has what time has caused.</summary>
    public Task AdvanceAsync(string duration) => MoveClockAsync(new { advance = duration });

    /// <summary>Moves the business clock to a later moment.</summary>
    public Task AdvanceToAsync(DateTimeOffset moment) => MoveClockAsync(new { to = moment });

    /// <summary>A person at a phone of their own, signed in, with the chat open.</summary>
    public async Task<ChatPage> OpenChatAsync(Browser browser, string login, Album album)
    {
        ArgumentNullException.ThrowIfNull(browser);
        var chat = await ChatPage.CreateAsync(await browser.NewPhoneAsync(), Address, album);
        await chat.SignInAsync(login);
        return chat;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await process.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task MoveClockAsync(object body)
    {
        using var answer = await client.PostAsJsonAsync(new Uri("/demo/clock", UriKind.Relative), body, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"/demo/clock answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}\n{Log}");
    }
}
