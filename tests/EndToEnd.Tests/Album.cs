using System.Globalization;
using Microsoft.Playwright;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.EndToEnd.Tests;

/// <summary>The pictures of one test, numbered as they were taken: <c>artifacts/screenshots/TEST/01-name.png</c>. A new run replaces them.</summary>
public sealed class Album
{
    private readonly string folder = Repository.Path($"artifacts/screenshots/{TestContext.Current.TestMethod!.MethodName}");
    private int taken;

    public Album()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public Task TakeAsync(IPage page, string name, bool whole = false)
    {
        var number = (++taken).ToString("D2", CultureInfo.InvariantCulture);
        return page.ScreenshotAsync(
            new()
            {
                Path = Path.Combine(folder, $"{number}-{name}.png"),
                FullPage = whole,
                Animations = ScreenshotAnimations.Disabled,
            }
        );
    }
}
