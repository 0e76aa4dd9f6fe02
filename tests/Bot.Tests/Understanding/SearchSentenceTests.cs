using SupervisionBot.Bot.Understanding;
using Xunit;

namespace SupervisionBot.Bot.Tests.Understanding;

public sealed class SearchSentenceTests
{
    [Theory]
    [InlineData("搜 砖厂", "砖厂")]
    [InlineData("搜砖厂扬尘", "砖厂扬尘")]
    [InlineData("搜索：砖厂", "砖厂")]
    [InlineData("搜一下砖厂", "砖厂")]
    [InlineData("搜", "")]
    [InlineData("搜索", "")]
    [InlineData("搜查了3家，1家没办证", null)]
    [InlineData("搜救演练请应急局来人", null)]
    [InlineData("请搜救队来", null)]
    public void What_begins_with_the_verb_is_a_command(string text, string? words) => Assert.Equal(words, SearchSentence.Command(text));

    [Theory]
    [InlineData("查 砖厂", "砖厂")]
    [InlineData("找 砖厂 扬尘", "砖厂 扬尘")]
    [InlineData("找一下砖厂的件", "砖厂")]
    [InlineData("帮我查一下秸秆焚烧有关的会商", "秸秆焚烧")]
    [InlineData("麻烦找找餐饮油烟的资料。", "餐饮油烟")]
    [InlineData("查进度", null)]
    [InlineData("查 进度", null)]
    [InlineData("查一下12号单的进度", null)]
    [InlineData("帮我查下HS-2026-0003的结论", null)]
    [InlineData("查看待办事项", null)]
    [InlineData("查一下我的单子", null)]
    [InlineData("找专班", null)]
    [InlineData("我想找人工", null)]
    [InlineData("查了3家，1家没办健康证", null)]
    [InlineData("查一下这个月的周报", null)]
    [InlineData("麻烦审批局给查一下这家的许可材料", null)]
    public void A_wish_to_find_something_is_told_from_a_question(string text, string? words) => Assert.Equal(words, SearchSentence.Wish(text));

    [Fact]
    public void No_sentence_of_another_intent_is_a_search() =>
        Assert.DoesNotContain(
            new[] { "utterances.tsv", "more-utterances.tsv" }.SelectMany(LabelledUtterance.Read).Select(u => u.Text),
            text => SearchSentence.Command(text) is not null || SearchSentence.Wish(text) is not null
        );
}
