using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Consultations.Signing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Understanding;

/// <summary>
/// Sentences that act at once are held to a high standard: whoever asks, hesitates, denies, or speaks of something else has not accepted, rated, released or signed anything.
/// </summary>
public sealed class SpeechTests
{
    [Theory]
    [InlineData("镇上砖厂这个事十分紧急，想请专班开个会，住建说归环保，环保说归住建")]
    [InlineData("汾河边占了三分地盖房，自规局说归水务局，想请专班开会")]
    [InlineData("群众对垃圾场很不满意，想请专班开个会")]
    [InlineData("群众不满意，让我们催催你们")]
    [InlineData("三星村有人挖沙，请水务局来查")]
    [InlineData("超标5分贝，请环保局来测")]
    [InlineData("执法二分队缺人")]
    [InlineData("上午9点10分到")]
    [InlineData("没有不满意的，你们评吧")]
    [InlineData("满不满意都行")]
    public void No_rating_is_heard(string text) => Assert.Null(Scores.Spoken(text));

    [Theory]
    [InlineData("满意", OrderRating.Satisfied)]
    [InlineData("12号单基本满意，就是来得晚了点", OrderRating.FairlySatisfied)]
    [InlineData("还是给个满意吧", OrderRating.Satisfied)]
    [InlineData("不满意，说来了其实没进店", OrderRating.Dissatisfied)]
    [InlineData("不是很满意", OrderRating.Dissatisfied)]
    [InlineData("不咋满意，光打了个电话人都没来", OrderRating.Dissatisfied)]
    [InlineData("谈不上满意，来是来了啥也没干", OrderRating.Dissatisfied)]
    [InlineData("不太满意", OrderRating.Dissatisfied)]
    [InlineData("十分满意", OrderRating.VerySatisfied)]
    [InlineData("这次来的同志很专业，五分", OrderRating.VerySatisfied)]
    [InlineData("给4分", OrderRating.Satisfied)]
    [InlineData("评单31 三星", OrderRating.FairlySatisfied)]
    public void A_rating_is_heard_as_it_is_meant(string text, OrderRating rating) => Assert.Equal(rating, Scores.Spoken(text));

    [Theory]
    [InlineData("等王主任同意了再报")]
    [InlineData("领导电话打不通，等他同意")]
    [InlineData("主任要是同意了我就告诉你")]
    [InlineData("等领导同意了再说")]
    [InlineData("镇长电话里没说同意，让再改改")]
    [InlineData("领导同意了吗")]
    [InlineData("书记还没同意")]
    [InlineData("主任同意之前先别报")]
    public void No_agreement_by_telephone_is_heard(string text) => Assert.False(PhoneAgreement.IsMeant(text));

    [Theory]
    [InlineData("王主任在村里，电话上同意了")]
    [InlineData("领导电话同意了")]
    [InlineData("镇长说行，报吧")]
    [InlineData("领导看过了，说可以报")]
    [InlineData("给马镇长打过电话了，他说可以")]
    [InlineData("主任同意了，照片我回头补")]
    [InlineData("王主任电话同意了，涉及水务、自规等部门")]
    [InlineData("马镇长在市里开会，打电话说行，你们先报")]
    public void An_agreement_by_telephone_is_heard(string text) => Assert.True(PhoneAgreement.IsMeant(text));

    [Theory]
    [InlineData("1号单还有几天到期")]
    [InlineData("31号单是27号到期还是28号到期")]
    [InlineData("能不能宽限三天，检测报告还没出来")]
    [InlineData("41号是环保还是住建在办")]
    [InlineData("12号单哪天到期")]
    [InlineData("周五的会我参加不了，让小李去")]
    [InlineData("明天会商我局局长出差请个假，让副局长去")]
    [InlineData("31号单不知道归谁，领导让问问")]
    public void A_question_and_a_meeting_answer_no_order(string text) =>
        Assert.True(OrderSentence.Read(text) == OrderSpeech.None || !OrderSentence.MayAnswer(text), OrderSentence.Read(text).ToString());

    [Theory]
    [InlineData("可以，安排老李参加联合检查，明天上午到")]
    [InlineData("31号单，派老张参加")]
    public void Taking_part_in_a_check_is_an_answer(string text) => Assert.True(OrderSentence.MayAnswer(text));

    [Theory]
    [InlineData("12", "XZ-2026-0012", true)]
    [InlineData("0012", "XZ-2026-0012", true)]
    [InlineData("xz-2026-0012", "XZ-2026-0012", true)]
    [InlineData("HS2026-12", "HS-2026-0012", true)]
    [InlineData("HS-2026-0012", "XZ-2026-0012", false)]
    [InlineData("XZ-2025-0012", "XZ-2026-0012", false)]
    [InlineData("2", "XZ-2026-0012", false)]
    public void A_number_means_its_record_however_it_is_typed(string typed, string number, bool means) =>
        Assert.Equal(means, RecordNumbers.Means(typed, number));

    [Theory]
    [InlineData("5号单的材料没收到", nameof(OrderSpeech.AskMaterial))]
    [InlineData("10号单我们想申请延期到3月12号，鉴定机构排队", nameof(OrderSpeech.AskExtension))]
    [InlineData("9号单申请延期5个工作日", nameof(OrderSpeech.AskExtension))]
    [InlineData("鉴定要排队，请宽限三天", nameof(OrderSpeech.AskExtension))]
    [InlineData("31号单转给我们二中队老李办了，明天去", nameof(OrderSpeech.Progress))]
    [InlineData("31号单 应该能办，周四去", nameof(OrderSpeech.Accept))]
    [InlineData("31号交给我们执法队办，周四去", nameof(OrderSpeech.Accept))]
    [InlineData("这个单子该我们管，接了", nameof(OrderSpeech.Accept))]
    [InlineData("收到，正在安排", nameof(OrderSpeech.Accept))]
    [InlineData("收到12号单，明天上午去", nameof(OrderSpeech.Accept))]
    [InlineData("可以，安排老张28号上午去", nameof(OrderSpeech.Accept))]
    [InlineData("接单，老张去", nameof(OrderSpeech.Accept))]
    [InlineData("应该我们管不了", nameof(OrderSpeech.HandBack))]
    [InlineData("这个应该公安管", nameof(OrderSpeech.HandBack))]
    [InlineData("转给城管局办吧", nameof(OrderSpeech.HandBack))]
    [InlineData("36号单我们住建不管这个，得找城管", nameof(OrderSpeech.HandBack))]
    [InlineData("这单重复了，跟30号是一回事", nameof(OrderSpeech.HandBack))]
    [InlineData("去了，查扣设备12件，当场责令改正", nameof(OrderSpeech.Complete))]
    [InlineData("2号单我们正在请示局长，还没定", nameof(OrderSpeech.Progress))]
    [InlineData("4号单原定周三去，改到周五", nameof(OrderSpeech.Rearrange))]
    public void What_a_department_says_of_an_order_is_told_apart(string text, string speech) =>
        Assert.Equal(speech, OrderSentence.Read(text).ToString());

    [Theory]
    [InlineData("2号单我们正在请示局长，还没定", true)]
    [InlineData("这个我们要研究一下再说", true)]
    [InlineData("等局长回来再定", true)]
    [InlineData("已经联系村里，明天去", false)]
    [InlineData("正在安排人", false)]
    public void Whoever_hesitates_has_not_accepted(string text, bool hesitates) => Assert.Equal(hesitates, OrderSentence.Hesitates(text));

    [Theory]
    [InlineData("可以，安排执法二中队老李去，明天上午九点到", "执法二中队老李")]
    [InlineData("安排老张3月1号下午到", "老张")]
    [InlineData("安排小王周四去", "小王")]
    [InlineData("接单，老张去", "老张")]
    [InlineData("由法规股冯燕同志负责", "法规股冯燕")]
    [InlineData("2号单我们正在请示局长，还没定", null)]
    [InlineData("可以，二中队老李明天上午九点到", "二中队老李")]
    [InlineData("可以，水政监察大队老李后天上午九点到", "水政监察大队老李")]
    [InlineData("可以，水政股小张明天去", "水政股小张")]
    [InlineData("可以，法规股冯燕周四去", "法规股冯燕")]
    [InlineData("王建国明天到", "王建国")]
    [InlineData("可以去", null)]
    [InlineData("马上去", null)]
    [InlineData("派人去，具体时间等通知", null)]
    [InlineData("派两个人去", null)]
    [InlineData("周四去", null)]
    public void Who_comes_is_a_person_and_nothing_else(string text, string? who) => Assert.Equal(who, Assignee.In(text));

    [Theory]
    [InlineData("去了，查扣设备12件，当场责令改正")]
    [InlineData("申请会商27号下午开，研究渣土的事")]
    [InlineData("请市监局协助28号查小饭桌")]
    [InlineData("接单27号去")]
    [InlineData("请城管局12月3号单位组织联合检查")]
    [InlineData("28号单独开会研究砖厂的事")]
    [InlineData("11月27号协助查一下黑诊所，卫健局")]
    [InlineData("本周点了3单，接了几单")]
    [InlineData("我局上周办了7件协助")]
    [InlineData("12月2号会商我们局老张参加")]
    public void A_day_or_a_quantity_is_no_record(string text) => Assert.Null(RecordNumbers.FindCertain(text));

    [Theory]
    [InlineData("31单接了吗", "31")]
    [InlineData("41件办完了", "41")]
    [InlineData("12号会商到哪了", "12")]
    [InlineData("会商12号到哪了", "12")]
    [InlineData("31号单周四去", "31")]
    [InlineData("协助 41 办完了", "41")]
    [InlineData("把31单催一下", "31")]
    public void A_record_is_named(string text, string number) => Assert.Equal(number, RecordNumbers.FindCertain(text)?.Typed);

    [Theory]
    [InlineData("签发前再改一下第二条")]
    [InlineData("签发人写错了，应该是杨局长")]
    [InlineData("签发稿发我看一下")]
    [InlineData("会签完再印发")]
    [InlineData("等住建局会签了再印发")]
    [InlineData("纪要28号前印发")]
    [InlineData("印发范围加上住建局")]
    [InlineData("送会签前我再看看")]
    public void A_remark_about_a_paper_does_nothing_to_it(string text) => Assert.Null(MinutesWords.ActionIn(text));

    [Theory]
    [InlineData("同意签发", MinutesAction.SignOff)]
    [InlineData("签发", MinutesAction.SignOff)]
    [InlineData("签发砖厂那份纪要", MinutesAction.SignOff)]
    [InlineData("可以印发了，抄送财政局", MinutesAction.Issue)]
    [InlineData("砖厂那份纪要可以印发了", MinutesAction.Issue)]
    [InlineData("印发吧", MinutesAction.Issue)]
    [InlineData("送会签", MinutesAction.SendForCountersign)]
    [InlineData("结束会签", MinutesAction.CloseCountersign)]
    [InlineData("报杨书记签发", MinutesAction.Submit)]
    public void An_order_about_a_paper_is_heard(string text, MinutesAction action) => Assert.Equal(action, MinutesWords.ActionIn(text));
}
