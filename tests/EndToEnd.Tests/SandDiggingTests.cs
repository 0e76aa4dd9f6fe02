using Microsoft.Playwright;
using Xunit;

namespace SupervisionBot.EndToEnd.Tests;

/// <summary>
/// Dialogue 2.1 of the conversation design, played for real: illegal sand digging, released, admitted as a session of its own, views of both departments,
/// a session with two resolutions, minutes compiled by the worker and received by all. Every step leaves a picture.
/// </summary>
public sealed class SandDiggingTests(Browser browser)
{
    private const string SessionNumber = "HY-2027-0001";
    private const string SessionPage = $"/sessions/{SessionNumber}";
    private const string MinutesPage = $"/minutes/{SessionNumber}";
    private const string RecordPage = "/records/HS-2027-0001";
    private const string Matter = "汾河滩有人夜里挖砂的职责归属问题";

    // A Monday morning at work, whenever the test runs.
    private static readonly DateTimeOffset Monday = new(2027, 3, 1, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task From_one_sentence_to_minutes_that_all_parties_receive()
    {
        var album = new Album();
        await using var bot = await DemoBot.StartAsync();
        await bot.AdvanceToAsync(Monday);

        await using var clerk = await bot.OpenChatAsync(browser, "lihaiying", album);
        await StartAsync(clerk);
        await using var leader = await bot.OpenChatAsync(browser, "wangzhigang", album);
        await ReleaseAsync(leader);
        await using var office = await bot.OpenChatAsync(browser, "liuyang", album);
        await AdmitAsync(office);
        await using var water = await bot.OpenChatAsync(browser, "yuanmei", album);
        await GiveViewAsync(water, "我局意见", "堤防以内采砂由我局查处，依据河道管理条例第二十五条", "water");
        await using var land = await bot.OpenChatAsync(browser, "weidong", album);
        await GiveViewAsync(land, "与我局职责无关", "堤防以内按河道管理条例归水行政主管部门", "land");
        await AcceptAsync(water, land);

        await bot.AdvanceToAsync(Monday.AddDays(4).AddMinutes(5));
        await HoldAsync(office);
        await bot.AdvanceAsync("PT1M");
        await SendAroundAsync(office);
        await MinutesReachAsync(clerk, leader, water, land);

        foreach (var page in new[] { clerk, leader, office, water, land })
        {
            Assert.Empty(page.Problems);
        }
    }

    private static async Task StartAsync(ChatPage clerk)
    {
        await clerk.SayAsync("汾河滩有人夜里挖砂，水务局说归自规局，自规局说归水务局，想请专班开个会");
        await clerk.HearAnswerAsync("按会商拟好了");
        await clerk.ScreenshotAsync("clerk-draft");
        await clerk.SayAsync("上周给两家都打过电话没谈拢，我们觉得在堤里头，应该水务管");
        await clerk.HearAnswerAsync("已补进去");
        await clerk.ScreenshotAsync("clerk-added");
        await clerk.PressAsync("1 报王志刚同志审签");
        await clerk.HearAnswerAsync("已报王志刚同志审签");
        await clerk.ScreenshotAsync("clerk-sent");
    }

    private static async Task ReleaseAsync(ChatPage leader)
    {
        await leader.HearAsync($"请审签：{Matter}");
        await leader.ScreenshotAsync("leader-asked");
        await leader.PressAsync("同意报送");
        await leader.HearAnswerAsync("已同意报送");
        await leader.ScreenshotAsync("leader-released");
    }

    private static async Task AdmitAsync(ChatPage office)
    {
        await office.HearAsync($"待受理：{Matter}");
        await office.ScreenshotAsync("office-asked");
        await office.PressAsync("单独开会");
        await office.HearAnswerAsync("什么时候开");
        await office.SayAsync("3月5日上午9点，司法局三楼会议室");
        await office.HearAnswerAsync("拟发会议通知");
        await office.ScreenshotAsync("office-proposal");
        await office.PressAsync("发通知");
        await office.HearAnswerAsync("会议通知已发");
        await office.ScreenshotAsync("office-invited");
    }

    private static async Task GiveViewAsync(ChatPage liaison, string kind, string view, string name)
    {
        await liaison.HearAsync($"请反馈意见：{Matter}");
        await liaison.ScreenshotAsync($"{name}-asked");
        await liaison.PressAsync(kind);
        await liaison.HearAnswerAsync("依据");
        await liaison.SayAsync(view);
        await liaison.HearAnswerAsync("意见已收");
        await liaison.ScreenshotAsync($"{name}-view");
    }

    private static async Task AcceptAsync(params ChatPage[] liaisons)
    {
        foreach (var liaison in liaisons)
        {
            await liaison.PressAsync("参加");
            await liaison.HearAnswerAsync("已记为参加");
        }
    }

    private static async Task HoldAsync(ChatPage office)
    {
        await office.SayAsync("我的待办");
        await office.PressAsync(Matter);
        await office.HearAnswerAsync("1 开了", SessionNumber);
        await office.ScreenshotAsync("office-held");
        await office.PressAsync("1 开了");
        await office.HearAnswerAsync("已记为开会", "汾河滩");
        await office.ScreenshotAsync("office-opened");

        await office.OpenAsync(SessionPage);
        var page = new RecorderPage(office.Page);
        await office.ScreenshotAsync("office-record");
        await page.TickAllAsync();
        await page.AddResolutionAsync("对汾河滩夜间采砂开展联合巡查，发现一起查处一起", "市水务局", "2027-03-19");
        await page.AddResolutionAsync("提供汾河滩地块权属和地类资料", "市自然资源局", "2027-03-12");
        await page.SaveAsync();
        await office.ScreenshotAsync("office-record-saved");
        await page.EndAsync();
        await office.ScreenshotAsync("office-ended");
    }

    /// <summary>The compiled minutes go to the office first, which sends them to the units for countersigning: to liaisons, and where there is none to the leader.</summary>
    private static async Task SendAroundAsync(ChatPage office)
    {
        await office.OpenAsync("/");
        await office.HearAsync("请核稿、送会签", Matter);
        await office.ScreenshotAsync("office-compiled");
        await office.PressAsync("送会签");
        await office.HearAnswerAsync("已送会签", Matter);
    }

    private static async Task MinutesReachAsync(ChatPage clerk, params ChatPage[] asked)
    {
        foreach (var party in asked)
        {
            await party.HearAsync("请会签", Matter);
        }

        await clerk.OpenAsync(MinutesPage);
        await Assertions.Expect(clerk.Page.GetByText("联合巡查")).ToBeVisibleAsync();
        await Assertions.Expect(clerk.Page.GetByText("会商意见不代替法制审核")).ToBeVisibleAsync();
        await clerk.PictureAsync("clerk-minutes-page");
        await clerk.OpenAsync(RecordPage);
        await clerk.PictureAsync("clerk-record");
    }
}
