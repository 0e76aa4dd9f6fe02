using System.Text.Json;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory.Demo;
using Xunit;

namespace SupervisionBot.Bot.Tests.Understanding;

public sealed class UnderstanderTests
{
    private static readonly Understander Understander = new(DemoCounty.Load().ToGazetteer(), WorkingCalendar.Shipped);
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("utterances.tsv")]
    [InlineData("more-utterances.tsv")]
    public void Almost_every_intent_is_understood(string file)
    {
        var all = LabelledUtterance.Read(file);
        var wrong = all.Where(one => IntentNames.Of(Understander.Understand(one.Text, Monday).Intent) != one.Intent).Select(one => one.Id).ToList();

        Assert.True(wrong.Count <= all.Count * 0.05, string.Join(' ', wrong));
    }

    [Theory]
    [InlineData("utterances.tsv")]
    [InlineData("more-utterances.tsv")]
    public void Nearly_all_details_are_understood(string file)
    {
        var all = LabelledUtterance.Read(file);
        var wrong = all.Where(one => !one.HasSlots(JsonSerializer.SerializeToElement(Understander.Understand(one.Text, Monday).Slots)))
            .Select(one => one.Id)
            .ToList();

        Assert.True(wrong.Count <= all.Count * 0.05, string.Join(' ', wrong));
    }

    [Theory]
    [InlineData("utterances.tsv")]
    [InlineData("more-utterances.tsv")]
    public void A_date_is_right_or_asked_back_but_never_wrong(string file) =>
        Assert.All(
            LabelledUtterance.Read(file).Where(one => one.Slots.TryGetProperty("date", out _)),
            one =>
            {
                var date = Understander.Understand(one.Text, Monday).Slots.GetValueOrDefault("date");
                Assert.True(date is null || (string)date == one.Slots.GetProperty("date").GetString(), one.Id);
            }
        );

    [Theory]
    [InlineData("utterances.tsv")]
    [InlineData("more-utterances.tsv")]
    public void What_is_misunderstood_is_mostly_not_acted_upon(string file)
    {
        var sureButWrong = LabelledUtterance
            .Read(file)
            .Where(one => Understander.Understand(one.Text, Monday) is { IsSure: true } sure && IntentNames.Of(sure.Intent) != one.Intent);

        Assert.True(sureButWrong.Count() <= 2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("嗯")]
    [InlineData("这个那个")]
    [InlineData("asdf")]
    [InlineData("😀😀")]
    public void What_says_nothing_is_never_sure(string text) => Assert.False(Understander.Understand(text, Monday).IsSure);

    [Theory]
    [InlineData("HS-2026-0012到哪了", "HS-2026-0012")]
    [InlineData("hs2026-12 到哪了", "hs2026-12")]
    [InlineData("0012怎么样了", "0012")]
    [InlineData("会商12号受理了吗", "12")]
    [InlineData("催一下41号", "41")]
    public void A_record_number_is_kept_as_it_was_typed(string text, string number) =>
        Assert.Equal(number, Understander.Understand(text, Monday).Slots["no"]);

    [Theory]
    [InlineData("请水务局28号前出个意见")]
    [InlineData("请消防来查3号楼")]
    [InlineData("请市监局来2个人，电话13900003002")]
    public void Other_numbers_are_no_record_numbers(string text) => Assert.DoesNotContain("no", Understander.Understand(text, Monday).Slots.Keys);

    [Theory]
    [InlineData("请应急局来看看", false)]
    [InlineData("请水务局来看看，不急", false)]
    [InlineData("请水务局来看看，比较急", true)]
    public void Urgency_is_taken_from_words_that_say_it(string text, bool urgent) =>
        Assert.Equal(urgent, Understander.Understand(text, Monday).Slots.ContainsKey("urgent"));

    [Fact]
    public void A_sentence_of_20000_characters_is_understood_by_its_beginning()
    {
        var text = "发起会商，汾河滩有人夜里挖砂，水务局说归自规局。" + string.Concat(Enumerable.Repeat("第12月31号单0012明天下午3点请", 1_000));

        Assert.Equal(Intent.StartConsultation, Understander.Understand(text, Monday).Intent);
    }
}
