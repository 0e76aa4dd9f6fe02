using CsCheck;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Directory.Demo;
using Xunit;

namespace SupervisionBot.Core.Tests.Directory;

public sealed class GazetteerTests
{
    private static readonly DemoCounty County = DemoCounty.Load();
    private static readonly Gazetteer Gazetteer = County.ToGazetteer();

    [Theory]
    [InlineData("水务局说归自规局，自规局说归水务局", "市水务局 市自然资源局 市自然资源局 市水务局")]
    [InlineData("樊村镇申请召开联席会议，请农业局参加", "樊村镇 市农业农村局")]
    [InlineData("阳村乡、僧楼和市监三家一起去", "阳村街道 僧楼镇 市市场监管局")]
    [InlineData("请消防来看看消防通道", "市消防救援大队")]
    [InlineData("那块地规划上是一般耕地，应该水务管", "市水务局")]
    [InlineData("交通事故和教育培训都不是这里的事", "")]
    [InlineData("沙场大车堵塞交通，老板已经批评教育，影响农业", "")]
    [InlineData("市监、消防、教育三家", "市市场监管局 市消防救援大队 市教育局")]
    [InlineData("部门：消防，期限两天", "市消防救援大队")]
    [InlineData("环保和水务互相推", "市生态环境局 市水务局")]
    [InlineData("运城市生态环境局河津分局", "市生态环境局")]
    [InlineData("市建局、编办", "市住建局 市委编办")]
    public void Units_are_found_by_any_name_in_order_of_appearance(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Gazetteer.FindUnits(text).Select(match => match.Value.ShortName)));

    [Theory]
    [InlineData("汾河滩有人夜里挖砂", "河道采砂")]
    [InlineData("村里有人烧秸秆，旁边还有个黑诊所", "露天焚烧秸秆 黑诊所、无证行医")]
    [InlineData("那家ktv半夜还在唱", "网吧、娱乐场所经营")]
    [InlineData("今天天气不错", "")]
    public void Matters_are_found_by_everyday_words(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Gazetteer.FindMatters(text).Select(match => match.Value.Name)));

    [Fact]
    public void A_name_anywhere_in_a_text_is_found_where_it_stands() =>
        Gen.Select(Gen.Int[0, County.Units.Count - 1].Select(index => County.Units[index]), Gen.Int[0, 40], Gen.Int[0, 40])
            .Sample(
                (unit, before, after) =>
                {
                    var text = new string('某', before) + unit.Name + new string('某', after);

                    var match = Assert.Single(Gazetteer.FindUnits(text));

                    Assert.Equal((unit.Key, before, unit.Name.Length), (match.Value.Key, match.Start, match.Length));
                }
            );
}
