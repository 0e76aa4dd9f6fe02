using CsCheck;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory.Demo;
using Xunit;

namespace SupervisionBot.Bot.Tests.Understanding;

public sealed class ConsultationReaderTests
{
    private static readonly ConsultationReader Reader = new(DemoCounty.Load().ToGazetteer(), WorkingCalendar.Shipped);
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void One_sentence_gives_the_title_the_situation_and_whom_to_ask()
    {
        var wording = Read("汾河滩有人夜里挖砂，水务局说归自规局，自规局说归水务局，想请专班开个会");

        Assert.Equal("汾河滩有人夜里挖砂的职责归属问题", wording.Title);
        Assert.Equal(Situation.CompetenceDisputed, wording.Situation);
        Assert.Equal(["市水务局", "市自然资源局"], wording.Units.Select(unit => unit.ShortName));
        Assert.False(wording.UnitsFromMatters);
        Assert.Equal(Negotiation.Unsaid, wording.Negotiation);
        Assert.Null(wording.OwnView);
    }

    [Fact]
    public void What_is_added_later_gives_the_negotiation_and_the_view()
    {
        var wording = Read("上周给两家都打过电话没谈拢，我们觉得在堤里头，应该水务管");

        Assert.Equal(Negotiation.Failed, wording.Negotiation);
        Assert.Equal("上周给两家都打过电话没谈拢", wording.NegotiationWords);
        Assert.Equal("在堤里头，由市水务局查处", wording.OwnView);
        Assert.Null(wording.Title);
    }

    [Theory]
    [InlineData("发起会商，村东砖厂扬尘，环保和住建都说不归自己管", "村东砖厂扬尘的职责归属问题", Situation.CompetenceDisputed)]
    [InlineData("我局拟就违规搭建彩钢房处置问题提请会商，时间定在11月27日上午9点", "违规搭建彩钢房处置有关问题", Situation.Unsure)]
    [InlineData("申请召开联席会议，商量下秸秆焚烧处罚标准", "秸秆焚烧处罚标准有关问题", Situation.DifferentStandards)]
    [InlineData("小区楼下有人占道经营，城管一直不来", "小区楼下有人占道经营的协助配合问题", Situation.AssistanceRefused)]
    [InlineData("申请会商：欠薪案公安不立案", "欠薪案公安不立案的案件移送问题", Situation.TransferRefused)]
    [InlineData("危化品仓库就在学校旁边，要多部门联合整治", "危化品仓库就在学校旁边的联合执法问题", Situation.JointOperation)]
    public void Titles_name_the_matter_and_the_situation(string text, string title, Situation situation)
    {
        var wording = Read(text);

        Assert.Equal((title, situation), (wording.Title, wording.Situation));
    }

    [Theory]
    [InlineData("发起会商")]
    [InlineData("会商会商，急，今天下午就想开")]
    [InlineData("暂无意见")]
    public void A_text_that_tells_no_matter_gives_no_title(string text) => Assert.Null(Read(text).Title);

    [Fact]
    public void Without_a_named_unit_the_matter_list_says_whom_to_ask()
    {
        var wording = Read("村里有人烧秸秆，我们不知道罚多少合适");

        Assert.True(wording.UnitsFromMatters);
        Assert.Equal(["市生态环境局", "市农业农村局"], wording.Units.Select(unit => unit.ShortName));
    }

    [Fact]
    public void The_own_unit_is_not_asked() =>
        Assert.Equal(["市卫健局"], Read("阳村街道有个黑诊所，卫健局说我们该管").Units.Select(unit => unit.ShortName));

    [Theory]
    [InlineData("还没跟他们联系，没沟通", Negotiation.Untried)]
    [InlineData("跟两家都沟通过了", Negotiation.Tried)]
    [InlineData("找过水务局，他们不肯来", Negotiation.Failed)]
    [InlineData("河里有人倒垃圾", Negotiation.Unsaid)]
    public void Negotiation_is_told_from_the_words(string text, Negotiation negotiation) => Assert.Equal(negotiation, Read(text).Negotiation);

    [Theory]
    [InlineData("我们认为应由市自然资源局牵头", "由市自然资源局牵头")]
    [InlineData("街道意见是先停工，等规划许可下来再说", "先停工，等规划许可下来再说")]
    [InlineData("我局认为应当适用土地管理法第七十七条。另外附照片", "应当适用土地管理法第七十七条")]
    [InlineData("我们建议召开会商", null)]
    [InlineData("河里有人倒垃圾", null)]
    public void A_view_is_kept_in_the_persons_own_words_unless_it_only_names_who_should_act(string text, string? view) =>
        Assert.Equal(view, Read(text).OwnView);

    [Fact]
    public void Having_no_view_is_an_answer() => Assert.True(Read("暂无意见").HasNoView);

    [Fact]
    public void A_wished_day_and_urgency_are_taken_from_the_words()
    {
        var wording = Read("加急，河堤塌了没人管，想明天下午3点开会");

        Assert.True(wording.Urgent);
        Assert.Equal((new DateOnly(2026, 11, 24), new TimeOnly(15, 0)), (wording.Wished!.Date!.Value, wording.Wished.Time!.Value));
    }

    [Fact]
    public void No_title_is_longer_than_thirty_characters()
    {
        string[] words =
        [
            "挖砂",
            "水务局",
            "说归",
            "，",
            "我们觉得",
            "联合执法",
            "就",
            "提请会商",
            "一个很长很长的事情经过",
            "😀",
            "移送",
            "。",
            "<b>",
            "明天",
        ];
        Gen.Int[0, words.Length - 1]
            .Array[0, 20]
            .Sample(picks =>
            {
                var title = Read(string.Concat(picks.Select(pick => words[pick]))).Title;

                Assert.True(title is null || (title.Length is >= TitleWriter.ShortestMatter and <= TitleWriter.MaxLength));
                Assert.True(title is null || !char.IsHighSurrogate(title[^1]));
            });
    }

    [Theory]
    [InlineData("就关于研究")]
    [InlineData("明天3点，")]
    [InlineData("我们觉得水务局说归，")]
    [InlineData("打过电话没谈拢的问题")]
    public void A_text_of_20000_characters_is_read(string piece) =>
        Assert.Equal(
            "汾河滩有人挖砂的职责归属问题",
            Read("汾河滩有人挖砂，归谁管，" + string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length))).Title
        );

    private static ConsultationWording Read(string text) => Reader.Read(text, Monday, "yangcun");
}
