using CsCheck;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Calendars.Expressions;
using Xunit;

namespace SupervisionBot.Core.Tests.Calendars.Expressions;

public sealed class ChineseDatesTests
{
    private static readonly ChineseDates Dates = new(WorkingCalendar.Shipped);
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("明天下午3点开会", "明天下午3点", "2026-11-24T15:00")]
    [InlineData("请自规局30号前来踏勘", "30号", "2026-11-30")]
    [InlineData("请教育局1月8日来讲课", "1月8日", "2027-01-08")]
    [InlineData("接了，27号过去", "27号", "2026-11-27")]
    [InlineData("最好11.27上午", "11.27上午", "2026-11-27")]
    [InlineData("治超12.1到12.5", "12.1到12.5", "2026-12-01")]
    [InlineData("明早8点强拆", "明早8点", "2026-11-24T08:00")]
    [InlineData("今晚七点半", "今晚七点半", "2026-11-23T19:30")]
    [InlineData("后天上午十点一刻来", "后天上午十点一刻", "2026-11-25T10:15")]
    [InlineData("今天下午就想开", "今天下午", "2026-11-23")]
    [InlineData("昨天点的单", "昨天", "2026-11-22")]
    [InlineData("3天前报的", "3天前", "2026-11-20")]
    [InlineData("周四到", "周四", "2026-11-26")]
    [InlineData("本周五前", "本周五前", "2026-11-27")]
    [InlineData("下周三", "下周三", "2026-12-02")]
    [InlineData("下下周一", "下下周一", "2026-12-07")]
    [InlineData("上周日", "上周日", "2026-11-22")]
    [InlineData("星期天", "星期天", "2026-11-29")]
    [InlineData("这周内给", "这周内", "2026-11-29")]
    [InlineData("下周内", "下周内", "2026-12-06")]
    [InlineData("最迟月底", "月底", "2026-11-30")]
    [InlineData("下月底前", "下月底前", "2026-12-31")]
    [InlineData("12月8日", "12月8日", "2026-12-08")]
    [InlineData("十二月八号之前", "十二月八号之前", "2026-12-08")]
    [InlineData("11月27日上午9点", "11月27日上午9点", "2026-11-27T09:00")]
    [InlineData("11月27日（周五）09:00", "11月27日（周五）09:00", "2026-11-27T09:00")]
    [InlineData("明天周二", "明天周二", "2026-11-24")]
    [InlineData("2026-12-08 前", "2026-12-08", "2026-12-08")]
    [InlineData("2027年1月5日", "2027年1月5日", "2027-01-05")]
    [InlineData("12.8前", "12.8前", "2026-12-08")]
    [InlineData("20号前", "20号前", "2026-12-20")]
    [InlineData("28号上午", "28号上午", "2026-11-28")]
    [InlineData("下月1号", "下月1号", "2026-12-01")]
    [InlineData("已于20号去过", "20号", "2026-11-20")]
    [InlineData("已于11月20日完成", "11月20日", "2026-11-20")]
    [InlineData("十个工作日内", "十个工作日内", "2026-12-07")]
    [InlineData("3个工作日内", "3个工作日内", "2026-11-26")]
    [InlineData("3日内", "3日内", "2026-11-26")]
    [InlineData("两周内", "两周内", "2026-12-07")]
    [InlineData("一个月内", "一个月内", "2026-12-23")]
    [InlineData("2小时内", "2小时内", "2026-11-23T11:00")]
    [InlineData("7月底前", "7月底前", "2027-07-31")]
    [InlineData("12月上旬前", "12月上旬前", "2026-12-10")]
    [InlineData("12月中旬前", "12月中旬前", "2026-12-20")]
    [InlineData("年底前", "年底前", "2026-12-31")]
    [InlineData("明年3月底前", "明年3月底前", "2027-03-31")]
    [InlineData("元旦前", "元旦前", "2026-12-31")]
    [InlineData("国庆前", "国庆前", "2027-09-30")]
    [InlineData("四季度末", "四季度末", "2026-12-31")]
    [InlineData("下午3点", "下午3点", "2026-11-23T15:00")]
    [InlineData("明天前来", "明天", "2026-11-24")]
    public void A_date_that_is_certain_is_understood(string text, string words, string expected) => Assert.Equal((words, expected), Understood(text));

    [Theory]
    [InlineData("过两天", "过两天")]
    [InlineData("春节前", "春节前")]
    [InlineData("中秋前办好", "中秋前")]
    [InlineData("下周开", "下周")]
    [InlineData("12月上旬", "12月上旬")]
    [InlineData("6月前", "6月前")]
    [InlineData("月初", "月初")]
    [InlineData("这周末", "这周末")]
    [InlineData("两三天内", "两三天内")]
    [InlineData("半个月内", "半个月内")]
    [InlineData("明天3点", "明天3点")]
    [InlineData("2月30日", "2月30日")]
    [InlineData("31号前", "31号前")]
    [InlineData("99999999天内", "99999999天内")]
    [InlineData("昨天前", "昨天前")]
    [InlineData("11月20日前", "11月20日前")]
    [InlineData("11月27日（周四）", "11月27日（周四）")]
    public void What_is_vague_or_contradicts_itself_names_no_day(string text, string words) => Assert.Equal((words, "null"), Understood(text));

    [Theory]
    [InlineData("31号单到期是哪天")]
    [InlineData("会商12号")]
    [InlineData("XZ-2026-0041")]
    [InlineData("第十一条法制审核")]
    [InlineData("三个部门都来")]
    [InlineData("提3点意见")]
    [InlineData("每周一例会")]
    [InlineData("干了三天")]
    [InlineData("列入2027年预算草案")]
    public void Numbers_and_words_that_are_no_dates_are_left_alone(string text) => Assert.Empty(Dates.Find(text, Monday));

    [Theory]
    [InlineData("11月16日到22日的周报", "2026-11-16", "2026-11-22")]
    [InlineData("11月16-22日", "2026-11-16", "2026-11-22")]
    [InlineData("上周的", "2026-11-16", "2026-11-22")]
    [InlineData("10月份的通报", "2026-10-01", "2026-10-31")]
    [InlineData("周一至周三", "2026-11-23", "2026-11-25")]
    public void Stretches_of_days_have_both_ends(string text, string from, string to) =>
        Assert.Equal(new DateSpan(Day(from), Day(to)), Assert.Single(Dates.Find(text, Monday)).Span);

    [Fact]
    public void On_a_Friday_this_Wednesday_is_over_and_cannot_be_a_limit()
    {
        Assert.Null(Assert.Single(Dates.Find("周三前给", Monday.AddDays(4))).Date);
        Assert.Equal(new DateOnly(2026, 11, 25), Assert.Single(Dates.Find("周三去过", Monday.AddDays(4))).Date);
    }

    [Fact]
    public void What_the_program_writes_it_also_reads() =>
        Gen.Select(Gen.Int[0, 37], Gen.Int[0, 1439])
            .Sample(
                (days, minute) =>
                {
                    var moment = ChinaTime.FromLocal(new DateOnly(2026, 11, 23).AddDays(days), TimeOnly.MinValue.Add(TimeSpan.FromMinutes(minute)));
                    // 18:00 is told without a part of the day; 03:00 is not.
                    var written = ChinaTime.Moment(minute >= 420 ? moment : moment.AddHours(7));

                    var read = Assert.Single(Dates.Find($"定在{written}开会", Monday));

                    Assert.Equal(written, ChinaTime.Moment(ChinaTime.FromLocal(Inferred(read.Date), read.Time!.Value)));
                }
            );

    [Fact]
    public void Working_days_are_counted_as_the_slow_calendar_counts_them() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 1500])
            .Sample(
                (count, offset) =>
                {
                    var now = new DateTimeOffset(2022, 6, 1, 0, 0, 0, TimeSpan.FromHours(8)).AddDays(offset);

                    Assert.Equal(
                        SlowCalendar.Shipped.AddWorkingDays(DateOnly.FromDateTime(now.DateTime), count),
                        Assert.Single(Dates.Find($"请在{count}个工作日内答复", now)).Date
                    );
                }
            );

    [Fact]
    public void A_limit_never_lies_in_the_past() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 31], Gen.Int[0, 1500])
            .Sample(
                (month, day, offset) =>
                {
                    var now = Monday.AddDays(-offset);

                    var read = Assert.Single(Dates.Find($"{month}月{day}日前报", now));

                    Assert.True(read.IsLimit);
                    Assert.True(
                        read.Date is null
                            || (read.Date >= DateOnly.FromDateTime(now.DateTime) && read.Date.Value.Month == month && read.Date.Value.Day == day)
                    );
                }
            );

    [Fact]
    public void Any_mixture_of_date_words_is_read_without_overlap_inside_the_text()
    {
        string[] words =
        [
            "明",
            "天",
            "下",
            "周",
            "三",
            "十",
            "12",
            "月",
            "日",
            "号",
            "前",
            "内",
            "年",
            "底",
            "点",
            "半",
            "：",
            "-",
            "个",
            "工作日",
            "（",
            "）",
            "节",
            "上旬",
            "99999999999",
            "某",
        ];
        Gen.Int[0, words.Length - 1]
            .Array[0, 30]
            .Sample(picks =>
            {
                var text = string.Concat(picks.Select(pick => words[pick]));
                var end = 0;
                foreach (var expression in Dates.Find(text, Monday))
                {
                    Assert.True(expression.Start >= end && expression.Length > 0 && expression.End <= text.Length);
                    end = expression.End;
                }
            });
    }

    [Fact]
    public void A_very_long_text_is_read_to_its_end()
    {
        var text = string.Concat(Enumerable.Repeat("十1月-２", 4_000)) + "，明天来";

        Assert.Equal(new DateOnly(2026, 11, 24), Dates.Find(text, Monday)[^1].Date);
    }

    private static (string Words, string Meaning) Understood(string text)
    {
        var read = Assert.Single(Dates.Find(text, Monday));
        var time = read.Time is { } hour ? hour.ToString("'T'HH:mm", null) : "";
        return (text[read.Start..read.End], read.Date is { } date ? date.ToString("yyyy-MM-dd", null) + time : "null");
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);

    private static DateOnly Inferred(DateOnly? date) => date ?? throw new InvalidOperationException("No day was understood.");
}
