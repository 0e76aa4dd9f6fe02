using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SupervisionBot.EndToEnd.Tests;

/// <summary>
/// A regular session, from three consultations to resolutions that the next one opens with: agenda in order, views, a record with one matter in dispute,
/// minutes compiled, edited, countersigned by four units (one reserves its opinion, one never answers), signed off and issued.
/// </summary>
public sealed class RegularSessionTests(Browser browser)
{
    private const string Number = "HY-2027-0001";
    private const string Place = "司法局三楼会议室";
    private const string Name = "等3件会商纪要";

    // A Monday morning at work, whenever the test runs.
    private static readonly DateTimeOffset Monday = new(2027, 3, 1, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset Friday = Monday.AddDays(4);

    private static readonly string[] Matters =
    [
        "汾河滩有人夜里挖砂，水务局说归自规局，自规局说归水务局，想请专班开个会",
        "河堤内有人堆料，水务局说归自规局，自规局说归水务局，想请专班开个会",
    ];

    private const string TownMatter = "砖厂料场有人取土，水务局说归自规局，自规局说归水务局，想请专班开个会";
    private const string NextMatter = "学校门口流动摊点反复出现，水务局说归自规局，自规局说归水务局，想请专班开个会";

    [Fact]
    public async Task From_three_consultations_to_resolutions_at_the_next_session()
    {
        var album = new Album();
        await using var bot = await DemoBot.StartAsync();
        await bot.AdvanceToAsync(Monday);
        string[] logins = ["lihaiying", "wangzhigang", "liuyang", "yuanmei", "majianwei", "sunli"];
        var chats = await Task.WhenAll(logins.Select(login => bot.OpenChatAsync(browser, login, album)));
        await using var clerk = chats[0];
        await using var leader = chats[1];
        await using var office = chats[2];
        await using var water = chats[3];
        await using var townLeader = chats[4];
        await using (var town = chats[5])
        {
            await AdmitAsync(TownMatter, "马建伟", town, townLeader, office);
            Assert.Empty(town.Problems);
        }

        await ScheduleAsync(office, Matter(TownMatter));
        foreach (var matter in Matters)
        {
            await AdmitAsync(matter, "王志刚", clerk, leader, office);
            await ScheduleAsync(office, Matter(matter));
        }

        await SendAgendaAsync(office, water);
        await GiveViewAsync(water);

        await bot.AdvanceToAsync(Friday.AddMinutes(5));
        await HoldAsync(office);
        await bot.AdvanceAsync("PT1M");
        await EditAsync(office);
        await SendAroundAsync(office);
        await CountersignAsync(water, leader, townLeader);
        await bot.AdvanceToAsync(Friday.AddDays(4));
        await using var chair = await bot.OpenChatAsync(browser, "wangxiuying", album);
        await CloseAndSignAsync(office, chair);
        await IssueAsync(office, water);
        await bot.AdvanceAsync("P1D");
        await AdmitAsync(NextMatter, "王志刚", clerk, leader, office);
        await NextSessionAsync(office);

        foreach (var page in new[] { clerk, leader, office, water, chair, townLeader })
        {
            Assert.Empty(page.Problems);
        }
    }

    private static async Task AdmitAsync(string matter, string chief, ChatPage clerk, ChatPage leader, ChatPage office)
    {
        var about = Matter(matter);
        await clerk.SayAsync(matter);
        await clerk.HearAnswerAsync("按会商拟好了", about);
        await clerk.PressAsync($"1 报{chief}同志审签");
        await clerk.HearAnswerAsync($"已报{chief}同志审签");
        await leader.HearAsync("请审签", about);
        await leader.PressAsync("同意报送");
        await leader.HearAnswerAsync("已同意报送", about);
        await office.HearAsync("待受理", about);
        await office.PressAsync("列入下次会商");
        await office.HearAnswerAsync("已受理，列入下次会商", about);
    }

    /// <summary>One by one: another of the demo county waits for the same session and is to be left out.</summary>
    private static async Task ScheduleAsync(ChatPage office, string matter, string when = "3月5日上午9点")
    {
        await office.PressAsync("定会期");
        await office.HearAnswerAsync("什么时候开");
        await office.SayAsync($"{when}，{Place}");
        await office.HearAnswerAsync("拟发会议通知", matter);
        await office.ScreenshotAsync("office-proposal");
        await office.PressAsync("只排这一件");
        await office.HearAnswerAsync("会议编号HY-2027");
        await office.ScreenshotAsync("office-scheduled");
    }

    private static async Task SendAgendaAsync(ChatPage office, ChatPage water)
    {
        await office.PressAsync("调整议题顺序");
        await office.HearAnswerAsync("请按新的顺序回序号");
        await office.SayAsync("2 1 3");
        await office.HearAnswerAsync("议题顺序已调整");
        await office.ScreenshotAsync("office-arranged");
        await office.PressAsync("发议程");
        await office.HearAnswerAsync("议程已发");
        await water.HearAsync("会商议程");
        await water.ScreenshotAsync("water-agenda");
        await office.OpenAsync($"/sessions/{Number}/agenda");
        await Expect(office.Page.GetByText("上次议定事项落实情况").First).ToBeVisibleAsync();
        await office.PictureAsync("office-agenda-page");
        await office.OpenAsync("/");
    }

    private static async Task GiveViewAsync(ChatPage water)
    {
        await water.PressAsync("我局意见");
        await water.HearAnswerAsync("依据");
        await water.SayAsync("堤防以内由我局查处，依据河道管理条例第二十五条");
        await water.HearAnswerAsync("意见已收");
    }

    private static async Task HoldAsync(ChatPage office)
    {
        await office.OpenAsync($"/sessions/{Number}");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "开了，开始记录" }).ClickAsync();
        var page = new RecorderPage(office.Page);
        await page.TickAllAsync();
        await page.AddResolutionAsync("对汾河滩夜间采砂开展巡查", "市水务局", "2027-03-26", item: 0);
        await page.AddResolutionAsync("责令砖厂恢复取土点原状", "市自然资源局", "2027-03-19", item: 1);
        await page.ChooseOutcomeAsync(0, "已达成一致");
        await page.ChooseOutcomeAsync(1, "已达成一致");
        await page.ChooseOutcomeAsync(2, "未达成一致（协调意见）");
        await page.DiscussAsync(2, "市水务局：堆料点在堤外。\n市自然资源局：堆料点在堤内。\n两家意见不一致，由专班办公室会同测绘后再议。");
        await page.SaveAsync();
        await office.PictureAsync("office-record");
        await page.EndAsync();
    }

    /// <summary>The compiled draft is the office's: it changes a resolution in the text, and sees that what will be tracked changes with it.</summary>
    private static async Task EditAsync(ChatPage office)
    {
        await office.OpenAsync($"/minutes/{Number}/edit");
        var text = office.Page.Locator("#markdown");
        var now = await text.InputValueAsync();
        await text.FillAsync(now.Replace("开展巡查", "开展联合巡查", StringComparison.Ordinal));
        await Expect(office.Page.Locator(".tracked li").First).ToContainTextAsync("开展联合巡查");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).Last.ClickAsync();
        await Expect(office.Page.Locator("#saved")).ToContainTextAsync("已保存 ");
        await office.PictureAsync("office-edit");
    }

    private static async Task SendAroundAsync(ChatPage office)
    {
        await office.OpenAsync("/");
        await office.HearAsync("请核稿、送会签", Name);
        await office.ScreenshotAsync("office-compiled");
        await office.PressAsync("送会签");
        await office.HearAnswerAsync("已送会签", Name);
        await office.ScreenshotAsync("office-sent");
    }

    /// <summary>A unit is asked through its liaison, a township that has none through its leader: in words, by a tap, on the page. 市自然资源局 never answers.</summary>
    private static async Task CountersignAsync(ChatPage water, ChatPage leader, ChatPage townLeader)
    {
        await water.HearAsync("请会签", Name);
        await water.ScreenshotAsync("water-asked");
        await water.SayAsync("我们保留意见，堆料点在堤外，不属于我局职责");
        await water.HearAnswerAsync("按会签意见记下", "保留意见");
        await water.ScreenshotAsync("water-read");
        await water.PressAsync("就这样");
        await water.HearAnswerAsync("已记为“保留意见”");
        await leader.HearAsync("请会签", Name);
        await leader.PressAsync("1 同意");
        await leader.HearAnswerAsync("已记为“同意”");
        await leader.ScreenshotAsync("leader-agreed");
        await townLeader.HearAsync("请会签", Name);
        await townLeader.OpenAsync($"/minutes/{Number}");
        await townLeader.PictureAsync("town-countersign-page");
        await townLeader.Page.GetByRole(AriaRole.Button, new() { Name = "同意", Exact = true }).ClickAsync();
        await Expect(townLeader.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await townLeader.ScreenshotAsync("town-countersigned");
    }

    private static async Task CloseAndSignAsync(ChatPage office, ChatPage chair)
    {
        await office.HearAsync("会签已到期，还缺", Name, "市自然资源局");
        await office.ScreenshotAsync("office-limit");
        await office.PressAsync("结束会签，报签发");
        await office.HearAnswerAsync("已报签发", "市自然资源局逾期未反馈");
        await chair.HearAsync("请签发", Name);
        await chair.ScreenshotAsync("chair-asked");
        await chair.OpenAsync($"/minutes/{Number}#act");
        await chair.ScreenshotAsync("chair-page");
        await chair.OpenAsync("/");
        await chair.HearAsync("请签发", Name);
        await chair.PressAsync("1 签发");
        await chair.HearAnswerAsync("已签发", Name);
        await chair.ScreenshotAsync("chair-signed");
    }

    private static async Task IssueAsync(ChatPage office, ChatPage water)
    {
        await office.HearAsync("已签发，请印发", Name);
        await office.PressAsync("1 印发");
        await office.HearAnswerAsync("已印发", "〔2027〕");
        await office.ScreenshotAsync("office-issued");
        await water.HearAsync("已印发", Name);
        await water.ScreenshotAsync("water-issued");
        await water.OpenAsync($"/minutes/{Number}");
        await Expect(water.Page.GetByText("市水务局保留意见：堆料点在堤外")).ToBeVisibleAsync();
        await Expect(water.Page.GetByText("市自然资源局逾期未反馈")).ToBeVisibleAsync();
        await Expect(water.Page.GetByText("会商意见不代替法制审核")).ToBeVisibleAsync();
        await water.PictureAsync("water-minutes");
        var word = await water.Page.RunAndWaitForDownloadAsync(() => water.Page.GetByText("下载Word文件").ClickAsync());
        Assert.True(new FileInfo(await word.PathAsync()).Length > 5_000);
    }

    private static async Task NextSessionAsync(ChatPage office)
    {
        await ScheduleAsync(office, Matter(NextMatter), "3月19日上午9点");
        await office.OpenAsync("/sessions/HY-2027-0002");
        await office.Page.GetByText("上次议定事项落实情况").First.ClickAsync();
        await Expect(office.Page.GetByText("对汾河滩夜间采砂开展联合巡查")).ToBeVisibleAsync();
        await office.PictureAsync("next-session");
    }

    private static string Matter(string sentence) => sentence[..sentence.IndexOf('，', StringComparison.Ordinal)];
}
