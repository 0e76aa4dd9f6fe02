using Xunit;

namespace SupervisionBot.EndToEnd.Tests;

public sealed class FirstContactTests(Browser browser)
{
    [Fact]
    public async Task A_clerk_opens_the_chat_asks_for_help_and_is_told_what_to_say()
    {
        var album = new Album();
        await using var bot = await DemoBot.StartAsync();
        await using var chat = await bot.OpenChatAsync(browser, "lihaiying", album);
        await chat.ScreenshotAsync("opened");

        await chat.SayAsync("帮助");
        await chat.HearAnswerAsync("就能发起会商");
        await chat.ScreenshotAsync("help");

        Assert.Empty(chat.Problems);
    }
}
