using MiniExcelLibs;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Calendars.Importing;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Calendars.Importing;

public sealed class SpreadsheetTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_workbook_says_the_same_as_a_JSON_file()
    {
        await using var host = await CoreHost.StartAsync();
        var workbook = Workbook(
            (
                "节假日",
                [
                    Row(
                        ("年度", 2027),
                        ("类别", "放假"),
                        ("名称", "元旦"),
                        ("开始", new DateTime(2027, 1, 1)),
                        ("结束", "2027/1/3"),
                        ("来源", "国办发明电〔2026〕9号")
                    ),
                    Row(("年度", 2027), ("类别", "上班"), ("名称", ""), ("开始", "2027年1月31日"), ("结束", ""), ("来源", "")),
                ]
            ),
            (
                "作息",
                [
                    Row(("名称", "全年"), ("开始", ""), ("结束", ""), ("时段", "08:30-12:00、14:00-17:30")),
                    Row(("名称", "夏令"), ("开始", "6月1日"), ("结束", "9-30"), ("时段", "8:00-12:00，15:00至18:30")),
                ]
            ),
            (
                "例外",
                [
                    Row(("日期", "2026-12-01"), ("名称", "全市停电检修"), ("时段", "不上班")),
                    Row(("日期", "2026-12-05"), ("名称", "防汛值守"), ("时段", "全天")),
                    Row(("日期", "2026-12-04"), ("名称", "宪法日活动"), ("时段", "08:30-12:00")),
                ]
            )
        );

        var change = await host.Get<CalendarImport>().ConfirmAsync("2027.xlsx", workbook, "root", Cancel);

        Assert.Equal(1, change.Value.Version);
        await host.Database.ReadAsync((_, _) => Task.FromResult(0), Cancel);
        var facts = host.Get<WorkingCalendar>().Facts;
        var year = facts.Years.Single(y => y.Year == 2027);
        Assert.Equal((true, "国办发明电〔2026〕9号"), (year.Published, year.Source));
        Assert.Equal([new HolidayBlock("元旦", new(2027, 1, 1), new(2027, 1, 3))], year.Holidays);
        Assert.Equal([new DateOnly(2027, 1, 31)], year.MakeUpWorkdays);
        Assert.Equal([new(new(8, 30), new(12, 0)), new(new(14, 0), new(17, 30))], facts.Hours);
        var summer = Assert.Single(facts.Seasons);
        Assert.Equal(("夏令", new MonthDay(6, 1), new MonthDay(9, 30)), (summer.Name, summer.From, summer.To));
        Assert.Equal([new(new(8, 0), new(12, 0)), new(new(15, 0), new(18, 30))], summer.Hours);
        Assert.Equal([0, 1, 2], facts.Exceptions.Select(e => e.Hours?.Count ?? 2));
    }

    [Fact]
    public async Task Mistakes_are_named_by_sheet_and_row()
    {
        await using var host = await CoreHost.StartAsync();
        var workbook = Workbook(
            (
                "节假日",
                [
                    Row(("年度", 2027), ("类别", "放假"), ("名称", "元旦"), ("开始", "2027-01-01"), ("结束", "2027-01-03")),
                    Row(("年度", 2027), ("类别", "调休"), ("名称", ""), ("开始", "2027-01-02"), ("结束", "")),
                    Row(("年度", 2027), ("类别", "上班"), ("名称", ""), ("开始", "2027-02-30"), ("结束", "")),
                ]
            ),
            (
                "作息",
                [
                    Row(("名称", "全年"), ("开始", ""), ("结束", ""), ("时段", "8点-12点")),
                    Row(("名称", "又一个"), ("开始", ""), ("结束", ""), ("时段", "08:00-12:00")),
                ]
            ),
            ("例外", [Row(("日期", "2026-12-01"), ("名称", "停电"))]),
            ("Sheet1", [Row(("a", 1))])
        );

        var sentence = (await host.Get<CalendarImport>().ConfirmAsync("2027.xlsx", workbook, "root", Cancel)).Refusal!.Sentence;

        Assert.Equal(
            [
                "工作表“Sheet1”不认识，可用的工作表为“节假日”“作息”“例外”",
                "工作表“例外”缺少“时段”一列",
                "“作息”第3行 又写了一次全年作息，开始和结束为空的只能有一行",
                "“节假日”第3行 类别“调休”应为“放假”或“上班”",
                "“节假日”第3行 名称应为1至40个字",
                "“节假日”第3行 2027-01-02与“节假日”第2行重复，同一天不能既放假又上班，也不能写两次",
                "“节假日”第4行 “2027-02-30”不是日历上的日期，应写为 2027-01-01",
                "“作息”第2行 “8点-12点”不是时段，应写为 08:00-12:00",
            ],
            sentence.Split('\n').Skip(1)
        );
    }

    private static Dictionary<string, object?> Row(params (string Column, object? Value)[] cells) =>
        cells.ToDictionary(cell => cell.Column, cell => cell.Value);

    private static byte[] Workbook(params (string Name, Dictionary<string, object?>[] Rows)[] sheets)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(sheets.ToDictionary(sheet => sheet.Name, object (sheet) => sheet.Rows));
        return stream.ToArray();
    }
}
