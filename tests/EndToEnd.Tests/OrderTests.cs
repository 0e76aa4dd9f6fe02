using Microsoft.Playwright;
using Xunit;

namespace SupervisionBot.EndToEnd.Tests;

/// <summary>
/// Dialogues 2.2 to 2.4 of the conversation design, played for real by four people: an order, handed back with its basis, redirected by the office, material asked for and
/// given, finished with a file, not satisfactory, done once more, satisfactory. At each step every party asks where it stands and reads what is true for them.
/// </summary>
public sealed class OrderTests(Browser browser)
{
    private const string Matter = "河堤内堆料认定";
    private const string Number = "XZ-2027-0001";
    private static readonly DateTimeOffset Monday = new(2027, 3, 1, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task From_one_sentence_to_a_satisfied_township()
    {
        var album = new Album();
        await using var bot = await DemoBot.StartAsync();
        await bot.AdvanceToAsync(Monday);
        await using var asker = await bot.OpenChatAsync(browser, "sunli", album);
        await using var land = await bot.OpenChatAsync(browser, "weidong", album);
        await using var office = await bot.OpenChatAsync(browser, "liuyang", album);
        await using var water = await bot.OpenChatAsync(browser, "yuanmei", album);

        await PlaceAsync(asker);
        await HandBackAsync(land);
        await StandsAsync("退单待裁定（专班办公室）", asker, land, office);
        await asker.ScreenshotAsync("asker-waits");
        await RedirectAsync(office);
        await StandsAsync("待接单", asker, office, water);
        await AskMaterialAsync(water);
        await StandsAsync("待补材料（时限停住）", asker, office, water);
        await SupplyAsync(asker);
        await AcceptAsync(water);
        await StandsAsync("办理中", asker, office, water);
        await FinishAsync(water);
        await RateAsync(asker);
        await StandsAsync("不满意，待专班办公室核实", asker, office, water);
        await ReopenAsync(office);
        await StandsAsync("办理中", asker, office, water);
        await FinishAgainAsync(water);
        await RateAgainAsync(asker);
        await StandsAsync("已办结，已评价", asker, office, water, land);

        await asker.OpenAsync($"/records/{Number}");
        await Assertions.Expect(asker.Page.GetByText("评价：满意")).ToBeVisibleAsync();
        await asker.PictureAsync("asker-record");
        await water.OpenAsync("/menu");
        await water.PictureAsync("menu");
        await office.OpenAsync("/orders/new");
        await office.PictureAsync("office-entry");
        foreach (var page in new[] { asker, land, office, water })
        {
            Assert.Empty(page.Problems);
        }
    }

    private static async Task PlaceAsync(ChatPage asker)
    {
        await asker.SayAsync("点一单，请自规局派两个人后天来认定一下河堤内堆料");
        await asker.HearAnswerAsync("请您核对", Matter, "2人", "3月3日");
        await asker.ScreenshotAsync("asker-draft");
        await asker.PressAsync("1 派出");
        await asker.HearAnswerAsync("已派给市自然资源局", Number);
        await asker.ScreenshotAsync("asker-sent");
    }

    private static async Task HandBackAsync(ChatPage land)
    {
        await land.HearAsync("新的协助单", Matter);
        await land.ScreenshotAsync("land-card");
        await land.SayAsync("不归我们管，应该是水务局的事");
        await land.HearAnswerAsync("还缺一句依据", "建议：市水务局");
        await land.SayAsync("堤防以内按河道管理条例归水行政主管部门");
        await land.HearAnswerAsync("已报专班办公室裁定", "不算贵局逾期");
        await land.ScreenshotAsync("land-handed-back");
    }

    private static async Task RedirectAsync(ChatPage office)
    {
        await office.SayAsync("我的待办");
        await office.PressAsync(Matter);
        await office.HearAnswerAsync("退单待裁定", "堤防以内按河道管理条例");
        await office.ScreenshotAsync("office-rules");
        await office.PressAsync("同意，改派市水务局");
        await office.HearAnswerAsync("已派给市水务局");
    }

    private static async Task AskMaterialAsync(ChatPage water)
    {
        await water.HearAsync("新的协助单", Matter);
        await water.PressAsync("要补材料");
        await water.HearAnswerAsync("还缺什么");
        await water.SayAsync("堆料位置图、当事人姓名");
        await water.HearAnswerAsync("已请樊村镇补材料");
        await water.ScreenshotAsync("water-asks");
    }

    private static async Task SupplyAsync(ChatPage asker)
    {
        await asker.HearAsync("请您补材料", "堆料位置图、当事人姓名");
        await asker.ScreenshotAsync("asker-supplies");
        await asker.PressAsync("补材料");
        await asker.HearAnswerAsync("请把要补的内容发过来");
        await asker.SayAsync("在通化桥东五十米，当事人姓名纸条已交给原科长");
        await asker.HearAnswerAsync("已补材料");
    }

    private static async Task AcceptAsync(ChatPage water)
    {
        await water.HearAsync("已补材料，时限续计");
        await water.SayAsync("可以，安排水政大队老杨去，后天上午九点到");
        await water.HearAnswerAsync("已接单：水政大队老杨");
        await water.ScreenshotAsync("water-accepts");
    }

    private static async Task FinishAsync(ChatPage water)
    {
        await SendPaperAsync(water);
        await water.HearAsync("要附到哪一件");
        await water.PressAsync(Matter);
        await water.HearAnswerAsync("已附到");
        await water.SayAsync("去看了，认定在河道管理范围内，责令三日内清走");
        await water.HearAnswerAsync("按这个办结");
        await water.ScreenshotAsync("water-finishes");
        await water.PressAsync("1 办结");
        await water.HearAnswerAsync("已办结");
    }

    private static async Task RateAsync(ChatPage asker)
    {
        await asker.HearAsync("已办结（市水务局）", "不评也可以");
        await asker.ScreenshotAsync("asker-rates");
        await asker.PressAsync("不满意（请写一句）");
        await asker.HearAnswerAsync("请写一句哪里不满意");
        await asker.SayAsync("认定书没有写面积");
        await asker.HearAnswerAsync("已评价：不满意");
    }

    private static async Task ReopenAsync(ChatPage office)
    {
        await office.HearAsync("待核实", "认定书没有写面积");
        await office.ScreenshotAsync("office-checks");
        await office.PressAsync("属实，请重办");
        await office.HearAnswerAsync("核实的情况");
        await office.SayAsync("认定书确实缺面积，请补测");
        await office.HearAnswerAsync("重办，乡镇已告知");
    }

    private static async Task FinishAgainAsync(ChatPage water)
    {
        await water.HearAsync("请重办", "认定书确实缺面积");
        await water.ScreenshotAsync("water-again");
        await water.SayAsync("补测了，面积0.6亩，新认定书原件已交镇里");
        await water.HearAnswerAsync("按这个办结", "0.6亩", "原件已交");
        await water.PressAsync("1 办结");
        await water.HearAnswerAsync("已办结");
    }

    private static async Task RateAgainAsync(ChatPage asker)
    {
        await asker.HearAsync("已办结（市水务局）", "0.6亩");
        await asker.SayAsync("满意");
        await asker.HearAnswerAsync("已评价：满意");
        await asker.ScreenshotAsync("asker-satisfied");
    }

    /// <summary>Every party reads the same state, whoever they are.</summary>
    private static async Task StandsAsync(string where, params ChatPage[] parties)
    {
        foreach (var party in parties)
        {
            await party.SayAsync($"{Number} 到哪了");
            await party.HearAnswerAsync($"{Matter}：{where}");
        }
    }

    private static async Task SendPaperAsync(ChatPage water)
    {
        await water
            .Page.Locator("input[type='file']")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "认定书.pdf",
                    MimeType = "application/pdf",
                    Buffer = "%PDF-1.4\n"u8.ToArray(),
                }
            );
        await water.Page.GetByRole(AriaRole.Button, new() { Name = "发送", Exact = true }).ClickAsync();
    }
}
