using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

public sealed class SearchTalkTests
{
    private const string Office = "liuyang";
    private const string Stranger = "sunli";

    [Theory]
    [InlineData("搜 夜里挖砂")]
    [InlineData("搜索夜里挖砂")]
    [InlineData("搜一下 汾河滩 挖砂")]
    [InlineData("找一下夜里挖砂的件")]
    [InlineData("查 夜里挖砂")]
    [InlineData("帮我找下夜里挖砂的会商。")]
    public async Task Somebody_who_looks_for_a_matter_is_shown_it_as_it_stands(string said)
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);
        await clerk.SayAsync("1");
        var record = await bot.OnlyAsync();

        var answer = await clerk.SayAsync(said);

        Assert.Contains(record.Title, answer.Text, StringComparison.Ordinal);
        Assert.Contains(record.Number, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(record.Number, (await (await TalkingPerson.EnterAsync(bot, Stranger)).SayAsync(said)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_hits_are_a_numbered_list_and_a_number_shows_one()
    {
        await using var bot = await Talk.StartAsync();
        var office = await TalkingPerson.EnterAsync(bot, Office);

        var list = await office.SayAsync("搜 砖厂");

        Assert.InRange(list.Labels.Count, 2, 9);
        Assert.Contains("砖厂", list.Labels[0], StringComparison.Ordinal);
        Assert.Matches("(HS|HY|RW)-2026-[0-9]{4}$", list.Labels[0]);
        // A session is called by its matter there and by its kind too here.
        var matter = list.Labels[0][..8];
        Assert.Contains(matter, (await office.SayAsync("1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_fits_leads_to_the_page_and_nothing_says_so_with_the_nearest()
    {
        await using var bot = await Talk.StartAsync();
        var office = await TalkingPerson.EnterAsync(bot, Office);

        var many = await office.SayAsync("搜 2026");
        Assert.Equal(9, many.Labels.Count);
        Assert.Equal("看全部", many.Labels[^1]);

        Assert.StartsWith(
            "没有同时含有“砖厂 外星人”全部字词的件，相近的有：",
            (await office.SayAsync("搜 砖厂 外星人")).Text,
            StringComparison.Ordinal
        );
        Assert.StartsWith("没有找到含有“外星人”的件", (await office.SayAsync("搜 外星人")).Text, StringComparison.Ordinal);
        Assert.StartsWith("请写要找的字词", (await office.SayAsync("搜索")).Text, StringComparison.Ordinal);
        Assert.StartsWith("请写要找的字词", (await office.SayAsync("搜 \"*%\"")).Text, StringComparison.Ordinal);
        Assert.StartsWith("没有找到含有“", (await office.SayAsync($"搜 {new string('鑫', 10_000)}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_in_the_middle_of_a_draft_leaves_the_draft_alone()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);

        await clerk.SayAsync("搜 外星人");
        await clerk.SayAsync("上周给两家都打过电话没谈拢");
        await clerk.PressAsync("报王志刚同志审签");

        Assert.DoesNotContain("外星人", (await bot.OnlyAsync()).Account, StringComparison.Ordinal);
    }
}
