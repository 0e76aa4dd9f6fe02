using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>What is said of a day, a number of people and the departments of an order is what its draft shows and what is sent.</summary>
public sealed class OrderDraftWordsTests
{
    private const string Station = "点单，请应急局12月3号来两个人，看看加油站的消防隐患";

    [Fact]
    public async Task A_day_in_digits_is_a_day_and_no_period_of_months()
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");

        var draft = await asker.SayAsync(Station);
        var sent = await asker.SayAsync("1");

        Assert.Contains("12月3日（周四）", draft.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("周四）到", draft.Text, StringComparison.Ordinal);
        Assert.StartsWith("已派给市应急局", sent.Title, StringComparison.Ordinal);
        Assert.Equal(((DateOnly?)new DateOnly(2026, 12, 3), null), ((await bot.OnlyOrderAsync()).WishedOn, (await bot.OnlyOrderAsync()).PeriodTo));
    }

    [Theory]
    [InlineData("点单，请市监局12月7日到12月11日派两个人来查小饭桌", "12月7日（周一）到12月11日")]
    [InlineData("点单，请市监局从12月7日起来一个星期，查小饭桌", "12月7日（周一）到12月13日")]
    public async Task A_period_is_one_where_it_is_said(string words, string period)
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");

        var draft = await asker.SayAsync(words);

        Assert.Contains(period, draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_hour_by_itself_is_of_the_day_said_before()
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");
        await asker.SayAsync(Station);

        var draft = await asker.SayAsync("上午10点");

        Assert.Contains("12月3日（周四）10:00", draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Departments_are_added_taken_away_and_exchanged_as_it_is_said()
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");
        await asker.SayAsync(Station);

        var added = await asker.SayAsync("再加上城管局");
        var taken = await asker.SayAsync("不要城管局了");
        var exchanged = await asker.SayAsync("不归应急局，应该是消防大队");

        Assert.Contains("市城管局、市应急局", added.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("市城管局", taken.Text, StringComparison.Ordinal);
        Assert.Contains("市应急局", taken.Text, StringComparison.Ordinal);
        Assert.Contains("市消防救援大队", exchanged.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("市应急局", exchanged.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_is_not_sure_is_asked_for_and_not_guessed()
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");

        var unsure = await asker.SayAsync("点单，请教育局12月中旬来讲一次课");
        var sure = await asker.SayAsync("12月15日上午");

        Assert.Contains("“12月中旬”是哪天", unsure.Text, StringComparison.Ordinal);
        Assert.Contains("12月15日（周二）", sure.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("是哪天", sure.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("点单，让城管局和市监局一起来看看河道边的违建", "事项：河道边的违建联合检查")]
    [InlineData("点单，还有个事，请市监局来查一下小饭桌", "事项：小饭桌联合检查")]
    public async Task The_title_tells_the_matter(string words, string title)
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");

        Assert.Contains(title, (await asker.SayAsync(words)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Friday_is_no_five_people()
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");

        var draft = await asker.SayAsync("点单，请市监局周五来人查一下小饭桌");

        Assert.DoesNotContain("5人", draft.Text, StringComparison.Ordinal);
        Assert.Contains("11月27日（周五）", draft.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("已经批评教育，老板不听，点单请市监局周四来查小饭桌", "市市场监管局")]
    [InlineData("点单，门口堆垃圾影响环境卫生，请城管局来清", "市城管局")]
    public async Task An_ordinary_word_is_no_department(string words, string department)
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");

        await asker.SayAsync(words);
        var sent = await asker.SayAsync("1");

        Assert.StartsWith($"已派给{department}", sent.Title, StringComparison.Ordinal);
    }
}
