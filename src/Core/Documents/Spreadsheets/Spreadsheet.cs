using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SupervisionBot.Core.Documents.Spreadsheets;

/// <summary>What the first sheet says: one line each of what and its value, before the meaning of the columns.</summary>
public sealed record SheetFront(string Title, IReadOnlyList<(string Name, string Value)> Lines);

/// <summary>
/// A list as an XLSX file: the first sheet says what it is, the second has the rows. Rows are written as they come; nothing is held but the compressed file.
/// </summary>
public static class Spreadsheet
{
    /// <summary>The content type of the file.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The file, whole.</summary>
    /// <param name="front">Given once the number of rows is known.</param>
    public static async Task<byte[]> WriteAsync(
        Func<int, SheetFront> front,
        IReadOnlyList<SheetColumn> columns,
        IAsyncEnumerable<IReadOnlyList<SheetCell>> rows,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(front);
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = SheetStyles.Make();
            var first = book.AddNewPart<WorksheetPart>();
            var second = book.AddNewPart<WorksheetPart>();
            var count = await WriteRowsAsync(second, columns, rows, cancel);
            WriteFront(first, front(count), columns);
            book.Workbook = new Workbook(
                new Sheets(
                    new Sheet
                    {
                        Id = book.GetIdOfPart(first),
                        SheetId = 1,
                        Name = Texts.SheetFront,
                    },
                    new Sheet
                    {
                        Id = book.GetIdOfPart(second),
                        SheetId = 2,
                        Name = Texts.SheetRows,
                    }
                )
            );
        }

        return file.ToArray();
    }

    private static async Task<int> WriteRowsAsync(
        WorksheetPart part,
        IReadOnlyList<SheetColumn> columns,
        IAsyncEnumerable<IReadOnlyList<SheetCell>> rows,
        CancellationToken cancel
    )
    {
        using var sheet = new SheetWriter(part, [.. columns.Select(c => c.Width)], headed: true);
        sheet.Row(columns.Select(c => SheetCell.Of(c.Name)), SheetStyles.Heading);
        var count = 0;
        await foreach (var row in rows.WithCancellation(cancel))
        {
            sheet.Row(row);
            count++;
        }

        return count;
    }

    private static void WriteFront(WorksheetPart part, SheetFront front, IReadOnlyList<SheetColumn> columns)
    {
        using var sheet = new SheetWriter(part, [24, 90], headed: false);
        sheet.Row([SheetCell.Of(front.Title)], SheetStyles.Heading);
        foreach (var (name, value) in front.Lines)
        {
            sheet.Row([SheetCell.Of(name), SheetCell.Of(value)]);
        }

        sheet.Row([]);
        sheet.Row([SheetCell.Of(Texts.SheetColumn), SheetCell.Of(Texts.SheetMeaning)], SheetStyles.Heading);
        foreach (var column in columns)
        {
            sheet.Row([SheetCell.Of(column.Name), SheetCell.Of(column.Meaning)]);
        }
    }
}
