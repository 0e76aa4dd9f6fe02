using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(SupervisionBot.EndToEnd.Tests.Browser))]

namespace SupervisionBot.EndToEnd.Tests;

/// <summary>Debian's Chromium, started once for all tests. Playwright brings only its driver; no browser is downloaded.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";
    private static readonly string[] Flags =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? chromium;

    public async ValueTask InitializeAsync()
    {
        if (File.Exists(Executable))
        {
            playwright = await Playwright.CreateAsync();
            chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Flags });
        }
    }

    /// <summary>A phone of its own: its cookies are nobody else's. The running test is skipped where there is no Chromium.</summary>
    public Task<IBrowserContext> NewPhoneAsync()
    {
        Assert.SkipWhen(chromium is null, $"No {Executable}. ./test.sh installs it.");
        return chromium.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
                HasTouch = true,
                Locale = "zh-CN",
                TimezoneId = "Asia/Shanghai",
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
