using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SupervisionBot.EndToEnd.Tests;

/// <summary>
/// A written view that does not come, day by day with the demo clock: the digest, the due day, the day after, the office's preview, the copy to the unit's leader; each
/// once, none on the weekend, as the people concerned see it on their phones.
/// </summary>
public sealed class LateViewTests(Browser browser)
{
    private const string Matter = "汾河滩有人夜里挖砂的职责归属问题";

    // Monday to Monday: the limit is 8 March, 18:00.
    private static readonly DateTimeOffset Monday = new(2027, 3, 1, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task Each_hears_on_their_day_and_once()
    {
        var album = new Album();
        await using var bot = await DemoBot.StartAsync();
        await bot.AdvanceToAsync(Monday);
        await AskForViewsAsync(bot, album);
        await using var land = await bot.OpenChatAsync(browser, "weidong", album);
        await using var office = await bot.OpenChatAsync(browser, "liuyang", album);
        await using var leader = await bot.OpenChatAsync(browser, "gaofeng", album);

        await MorningAsync(bot, 3, land, $"{Matter}：还有3个工作日，3月8日（周一）到期，请反馈意见", "land-three-days");
        await MorningAsync(bot, 5, land, $"{Matter}：还有1个工作日，3月8日（周一）到期，请反馈意见", "land-one-day");
        await bot.AdvanceToAsync(At(7, 20, 0));
        await Expect(Said(land, "3月8日（周一）到期")).ToHaveCountAsync(2);
        await MorningAsync(bot, 8, land, $"{Matter}：今天18:00前，请反馈意见", "land-today");
        await MorningAsync(bot, 9, land, $"{Matter}应于3月8日（周一）18:00反馈意见，已过1个工作日", "land-late");
        await HearOnceAsync(office, $"下一个工作日将告知分管领导：{Matter}", "office-preview");
        await Expect(Said(leader, Matter)).ToHaveCountAsync(0);
        await MorningAsync(bot, 10, leader, $"{Matter}（反馈意见）已过2个工作日，请您过问", "leader-copy");
        await MorningAsync(bot, 11, office, $"{Matter}（反馈意见）已过3个工作日", "office-list");

        await bot.AdvanceToAsync(At(13, 20, 0));
        await Expect(Said(land, "请反馈意见")).ToHaveCountAsync(4);
        await Expect(Said(land, "已过")).ToHaveCountAsync(1);
        await Expect(Said(leader, "请您过问")).ToHaveCountAsync(1);
        await office.OpenAsync("/desk");
        await office.PictureAsync("office-desk");
        foreach (var page in new[] { land, office, leader })
        {
            Assert.Empty(page.Problems);
        }
    }

    private async Task AskForViewsAsync(DemoBot bot, Album album)
    {
        await using var clerk = await bot.OpenChatAsync(browser, "lihaiying", album);
        await clerk.SayAsync("汾河滩有人夜里挖砂，水务局说归自规局，自规局说归水务局，想请专班开个会");
        await clerk.HearAnswerAsync("按会商拟好了");
        await clerk.SayAsync("上周给两家都打过电话没谈拢，我们觉得在堤里头，应该水务管");
        await clerk.HearAnswerAsync("已补进去");
        await clerk.PressAsync("1 报王志刚同志审签");
        await clerk.HearAnswerAsync("已报王志刚同志审签");
        await using var clerkLeader = await bot.OpenChatAsync(browser, "wangzhigang", album);
        await clerkLeader.PressAsync("同意报送");
        await clerkLeader.HearAnswerAsync("已同意报送");
        await using var office = await bot.OpenChatAsync(browser, "liuyang", album);
        await office.HearAsync($"待受理：{Matter}");
        await office.PressAsync("书面征求意见");
        await office.HearAnswerAsync("已请");
        await using var water = await bot.OpenChatAsync(browser, "yuanmei", album);
        await water.HearAsync("请反馈意见", Matter);
        await water.PressAsync("无意见");
        await water.HearAnswerAsync("无意见");
    }

    private static async Task MorningAsync(DemoBot bot, int day, ChatPage person, string words, string picture)
    {
        await bot.AdvanceToAsync(At(day, 8, 29));
        await Expect(Said(person, words)).ToHaveCountAsync(0);
        await bot.AdvanceToAsync(At(day, 8, 31));
        await HearOnceAsync(person, words, picture);
    }

    private static async Task HearOnceAsync(ChatPage person, string words, string picture)
    {
        await person.HearAsync(words);
        await Expect(Said(person, words)).ToHaveCountAsync(1);
        await person.ScreenshotAsync(picture);
    }

    private static ILocator Said(ChatPage person, string words) => person.BotBubbles.Filter(new() { HasText = words });

    private static DateTimeOffset At(int day, int hour, int minute) => new(2027, 3, day, hour, minute, 0, TimeSpan.FromHours(8));
}
