using System.Globalization;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SupervisionBot.Core.Documents.Spreadsheets;
using Xunit;

namespace SupervisionBot.Core.Tests.Documents;

public sealed class SpreadsheetTests
{
    private static readonly string[] Attacks =
    [
        "=HYPERLINK(\"http://a.example\",\"砖厂\")",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\r\n=1+1",
        " =1+1",
        "＝1+1",
        "\u0001=1+1",
        "_x003D_1+1",
        "=cmd|' /C calc'!A0",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cells_keep_their_type()
    {
        var moment = new DateTimeOffset(2026, 11, 23, 16, 30, 0, TimeSpan.Zero);
        var cells = await RowAsync(
            SheetCell.Of("2026-11-23"),
            SheetCell.Of(new DateOnly(2026, 11, 23)),
            SheetCell.Of(moment),
            SheetCell.Of(7),
            SheetCell.Of("")
        );

        Assert.Equal(("2026-11-23", true), (Text(cells[0]), cells[0].DataType! == CellValues.InlineString));
        Assert.Equal(new DateTime(2026, 11, 23), DateTime.FromOADate(Number(cells[1])));
        // Half past midnight of the next day in China.
        Assert.Equal(new DateTime(2026, 11, 24, 0, 30, 0), DateTime.FromOADate(Number(cells[2])), TimeSpan.FromSeconds(1));
        Assert.Equal(7, Number(cells[3]));
        Assert.False(cells[4].HasChildren);
    }

    [Fact]
    public async Task Nothing_that_was_typed_is_a_formula()
    {
        var cells = await RowAsync([.. Attacks.Select(a => SheetCell.Of(a))]);

        Assert.All(cells, cell => Assert.Null(cell.CellFormula));
        Assert.All(cells, cell => Assert.DoesNotContain(Text(cell)[0], "=+-@＝"));
        Assert.Equal("'=HYPERLINK(\"http://a.example\",\"砖厂\")", Text(cells[0]));
        Assert.Equal("_x005F_x003D_1+1", Text(cells[9]));
    }

    [Fact]
    public async Task Any_text_makes_a_valid_file()
    {
        string[] nasty = [.. Attacks, "\u0000\u001f\ufffe\uffff", "\ud800", "<b>&\"'", new string('长', 40_000), "第一行\n第二行", "  前后  "];
        var file = await FileAsync([.. nasty.Select(n => SheetCell.Of(n))]);
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);

        Assert.Empty(new OpenXmlValidator().Validate(document, Cancel).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var longest = Text(Cells(document)[Attacks.Length + 3]);
        Assert.Equal(32_767, longest.Length);
        Assert.EndsWith("（过长，以下从略）", longest, StringComparison.Ordinal);
        Assert.Equal("第一行\n第二行", Text(Cells(document)[Attacks.Length + 4]));

        Gen.String.Sample(text => Assert.DoesNotContain(SheetText.Of(text).FirstOrDefault(), "=+-@＝＋－＠\t\r\n"));
    }

    [Fact]
    public async Task An_office_program_reads_it_and_a_plain_text_copy_has_no_formula()
    {
        var file = await FileAsync([.. Attacks.Select(a => SheetCell.Of(a)), SheetCell.Of(new DateOnly(2026, 11, 23)), SheetCell.Of("砖厂")]);
        var copy = await Printer.ToPlainTextAsync(file, Cancel);
        var fields = copy.Split('\n')[1].Split('|');

        Assert.Equal("'+1+1", fields[1]);
        Assert.Equal("2026-11-23", fields[^2]);
        Assert.Equal("砖厂", fields[^1].Trim());
        Assert.All(fields, field => Assert.False(field.StartsWith('=') || field.StartsWith('@'), field));
    }

    [Fact]
    public async Task The_first_sheet_says_what_the_second_one_is()
    {
        var file = await FileAsync([SheetCell.Of("a")]);
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        var sheets = document.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().ToList();
        var front = (WorksheetPart)document.WorkbookPart.GetPartById(sheets[0].Id!.Value!);
        var texts = front.Worksheet!.Descendants<Text>().Select(t => t.Text).ToList();

        Assert.Equal(["说明", "清单"], sheets.Select(s => s.Name!.Value));
        Assert.Equal(["清单之一", "件数", "1", "列", "含义", "列0", "第0列"], texts);
    }

    private static Task<byte[]> FileAsync(SheetCell[] row) =>
        Spreadsheet.WriteAsync(
            count => new SheetFront("清单之一", [("件数", count.ToString(CultureInfo.InvariantCulture))]),
            [.. row.Select((_, i) => new SheetColumn($"列{i}", $"第{i}列", 12))],
            new[] { (IReadOnlyList<SheetCell>)row }.ToAsyncEnumerable(),
            Cancel
        );

    private static async Task<List<Cell>> RowAsync(params SheetCell[] row)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(await FileAsync(row)), false);
        return Cells(document);
    }

    private static List<Cell> Cells(SpreadsheetDocument document)
    {
        var sheet = document.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Last();
        return [.. ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet!.Descendants<Row>().ElementAt(1).Elements<Cell>()];
    }

    private static string Text(Cell cell) => cell.InlineString!.Text!.Text;

    private static double Number(Cell cell) => double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture);
}
