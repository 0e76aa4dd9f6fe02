using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Calendars.Expressions;
using Xunit;

namespace SupervisionBot.Core.Tests.Calendars.Expressions;

/// <summary>Sentences as staff type them, on days that set traps; every one labelled by hand.</summary>
public sealed class LabelledDatesTests
{
    private static readonly ChineseDates Dates = new(WorkingCalendar.Shipped);

    [Theory]
    // Monday 23 November 2026, 09:00.
    [InlineData("请自规局两天后派人来", "两天后", "2026-11-25")]
    [InlineData("3天后下午2点现场见", "3天后下午2点", "2026-11-26T14:00")]
    [InlineData("两天后上午去", "两天后上午", "2026-11-25")]
    [InlineData("三天之内报来", "三天之内", "2026-11-26")]
    [InlineData("一周内反馈", "一周内", "2026-11-30")]
    [InlineData("七日内答复", "七日内", "2026-11-30")]
    [InlineData("20日前报送", "20日前", "2026-12-20")]
    [InlineData("30日前报送", "30日前", "2026-11-30")]
    [InlineData("半年内完成", "半年内", "2027-05-23")]
    [InlineData("半小时内到场", "半小时内", "2026-11-23T09:30")]
    [InlineData("1个半小时内到", "1个半小时内", "2026-11-23T10:30")]
    [InlineData("48小时之内", "48小时之内", "2026-11-25T09:00")]
    [InlineData("五个工作日之内出意见", "五个工作日之内", "2026-11-30")]
    [InlineData("5个工作日后再看", "5个工作日后", "2026-11-30")]
    [InlineData("两周前就报过", "两周前", "2026-11-09")]
    [InlineData("下周三下午三点半开会", "下周三下午三点半", "2026-12-02T15:30")]
    [InlineData("下周三下午", "下周三下午", "2026-12-02")]
    [InlineData("明天9点半", "明天9点半", "2026-11-24T09:30")]
    [InlineData("上午九点到岗", "上午九点", "2026-11-23T09:00")]
    [InlineData("明天下午2点到4点培训", "明天下午2点到4点", "2026-11-24T14:00")]
    [InlineData("明天上午9点至下午5点半查一天", "明天上午9点至下午5点半", "2026-11-24T09:00")]
    [InlineData("周日交", "周日", "2026-11-29")]
    [InlineData("星期天交", "星期天", "2026-11-29")]
    [InlineData("礼拜天交", "礼拜天", "2026-11-29")]
    [InlineData("下下周一例会", "下下周一", "2026-12-07")]
    [InlineData("这个月25号", "这个月25号", "2026-11-25")]
    [InlineData("25号开会", "25号", "2026-11-25")]
    [InlineData("20号来", "20号", "2026-12-20")]
    [InlineData("27号", "27号", "2026-11-27")]
    [InlineData("27号。", "27号", "2026-11-27")]
    [InlineData("那27号吧", "27号", "2026-11-27")]
    [InlineData("日期改成27号", "27号", "2026-11-27")]
    [InlineData("改为20号", "20号", "2026-12-20")]
    [InlineData("最好27号，他那天在家", "27号", "2026-11-27")]
    [InlineData("11.28前交", "11.28前", "2026-11-28")]
    [InlineData("时间：11.28上午9点", "11.28上午9点", "2026-11-28T09:00")]
    [InlineData("11-28", "11-28", "2026-11-28")]
    [InlineData("2026/12/1", "2026/12/1", "2026-12-01")]
    [InlineData("2026.12.8前", "2026.12.8前", "2026-12-08")]
    [InlineData("今晚24点前", "今晚24点前", "2026-11-23")]
    [InlineData("明天24:00前", "明天24:00前", "2026-11-24")]
    [InlineData("11月30日24时截止", "11月30日24时", "2026-11-30")]
    [InlineData("下班前给", "下班前", "2026-11-23")]
    [InlineData("周五下班前给", "周五下班前", "2026-11-27")]
    [InlineData("本月内", "本月内", "2026-11-30")]
    [InlineData("12月内", "12月内", "2026-12-31")]
    [InlineData("下月第一个工作日", "下月第一个工作日", "2026-12-01")]
    [InlineData("本月最后一个工作日报", "本月最后一个工作日", "2026-11-30")]
    [InlineData("下周的最后一个工作日", "下周的最后一个工作日", "2026-12-04")]
    [InlineData("中旬前", "中旬前", "2026-12-20")]
    [InlineData("下旬前", "下旬前", "2026-11-30")]
    [InlineData("下月上旬前", "下月上旬前", "2026-12-10")]
    [InlineData("劳动节前", "劳动节前", "2027-04-30")]
    [InlineData("后年3月底前", "后年3月底前", "2028-03-31")]
    [InlineData("一季度前", "一季度前", "2027-03-31")]
    [InlineData("上半年前", "上半年前", "2027-06-30")]
    public void On_a_Monday_in_November(string text, string words, string meaning) => Check("2026-11-23T09:00", text, words, meaning);

    [Theory]
    [InlineData("6月前", "6月前")]
    [InlineData("三月三", "三月三")]
    [InlineData("八月十五", "八月十五")]
    [InlineData("除夕前办完", "除夕前")]
    [InlineData("半个月内", "半个月内")]
    [InlineData("半天内", "半天内")]
    [InlineData("十来天内", "十来天内")]
    [InlineData("月底左右", "月底左右")]
    [InlineData("12月8日前后", "12月8日前后")]
    [InlineData("明后天", "明后天")]
    [InlineData("今明两天", "今明两天")]
    [InlineData("国庆后", "国庆后")]
    [InlineData("国庆后第一个工作日", "国庆后第一个工作日")]
    [InlineData("节后第一个工作日", "节后第一个工作日")]
    [InlineData("下下个月", "下下个月")]
    [InlineData("去年年底前", "去年年底前")]
    [InlineData("年初", "年初")]
    [InlineData("2月30日", "2月30日")]
    [InlineData("明年2月29日", "明年2月29日")]
    [InlineData("31日前", "31日前")]
    [InlineData("会议当天下午5点前", "下午5点前")]
    [InlineData("下周第六个工作日", "下周第六个工作日")]
    public void What_could_be_several_days_or_none_is_asked_back(string text, string words) => Check("2026-11-23T09:00", text, words, "null");

    [Theory]
    // On the last day of the month it is today.
    [InlineData("2026-11-30T09:00", "月底前", "月底前", "2026-11-30")]
    [InlineData("2026-12-20T09:00", "12月31日", "12月31日", "2026-12-31")]
    [InlineData("2026-12-20T09:00", "1月5日前", "1月5日前", "2027-01-05")]
    [InlineData("2026-12-31T09:00", "明天", "明天", "2027-01-01")]
    [InlineData("2026-12-31T09:00", "下月1号", "下月1号", "2027-01-01")]
    // A Saturday: this Friday is over, said as a day it is yesterday, as a limit it is asked back.
    [InlineData("2026-11-28T09:00", "本周五去过", "本周五", "2026-11-27")]
    [InlineData("2026-11-28T09:00", "本周五前", "本周五前", "null")]
    [InlineData("2026-11-28T09:00", "下周五前", "下周五前", "2026-12-04")]
    // Sunday is the last day of its week, not the first of the next.
    [InlineData("2026-11-29T09:00", "下周一", "下周一", "2026-11-30")]
    [InlineData("2026-11-26T09:00", "25号来", "25号", "2026-12-25")]
    [InlineData("2026-11-26T09:00", "已于25号", "25号", "2026-11-25")]
    // Leap days.
    [InlineData("2028-02-01T09:00", "2月29日前", "2月29日前", "2028-02-29")]
    [InlineData("2028-02-01T09:00", "月底", "月底", "2028-02-29")]
    [InlineData("2028-01-31T09:00", "一个月内", "一个月内", "2028-02-29")]
    // Working days across holidays that are known.
    [InlineData("2026-09-30T16:00", "5个工作日内", "5个工作日内", "2026-10-13")]
    [InlineData("2026-09-20T09:00", "国庆后第一个工作日", "国庆后第一个工作日", "2026-10-08")]
    [InlineData("2026-09-20T09:00", "国庆后第三个工作日", "国庆后第三个工作日", "2026-10-10")]
    [InlineData("2025-12-20T09:00", "元旦后第一个工作日", "元旦后第一个工作日", "2026-01-04")]
    [InlineData("2026-09-20T09:00", "下月第一个工作日", "下月第一个工作日", "2026-10-08")]
    [InlineData("2026-02-13T09:00", "本月最后一个工作日", "本月最后一个工作日", "2026-02-28")]
    // After hours, and on a day off, there is no 下班前 today.
    [InlineData("2026-11-23T18:30", "下班前", "下班前", "null")]
    [InlineData("2026-11-28T09:00", "下班前", "下班前", "null")]
    [InlineData("2026-11-23T23:30", "1小时内", "1小时内", "2026-11-24T00:30")]
    public void On_other_days(string now, string text, string words, string meaning) => Check(now, text, words, meaning);

    [Theory]
    [InlineData("第11-28条")]
    [InlineData("罚款11.28万元")]
    [InlineData("3/4的人到了")]
    [InlineData("每月最后一个工作日例会")]
    [InlineData("用了3个工作日")]
    [InlineData("25号单谁接的")]
    [InlineData("12号到哪了")]
    [InlineData("把12号的材料补上")]
    [InlineData("人民路27号")]
    [InlineData("提了两点意见")]
    public void What_counts_something_else_is_no_date(string text) =>
        Assert.DoesNotContain(Dates.Find(text, At("2026-11-23T09:00")), date => date.Date is not null);

    [Theory]
    [InlineData("昨天点的单", true)]
    [InlineData("上周五", true)]
    [InlineData("今天", false)]
    [InlineData("过两天", false)]
    public void A_day_that_is_over_says_so(string text, bool isPast) =>
        Assert.Equal(isPast, Assert.Single(Dates.Find(text, At("2026-11-23T09:00"))).IsPast);

    private static void Check(string now, string text, string words, string meaning)
    {
        var read = Assert.Single(Dates.Find(text, At(now)));
        var time = read.Time is { } hour && read.Date is not null ? hour.ToString("'T'HH:mm", null) : "";
        Assert.Equal((words, meaning), (text[read.Start..read.End], read.Date is { } date ? date.ToString("yyyy-MM-dd", null) + time : "null"));
    }

    private static DateTimeOffset At(string moment) => new(DateTime.ParseExact(moment, "yyyy-MM-dd'T'HH:mm", null), TimeSpan.FromHours(8));
}
