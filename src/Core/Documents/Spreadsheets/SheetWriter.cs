using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SupervisionBot.Core.Documents.Spreadsheets;

/// <summary>Writes one sheet row after row, each cell in the type it has; texts stand in their cells, so that no table of all texts is held.</summary>
internal sealed class SheetWriter : IDisposable
{
    private static readonly Cell CellElement = new();
    private static readonly Row RowElement = new();
    private static readonly InlineString InlineElement = new();
    private static readonly Text TextElement = new();
    private static readonly CellValue ValueElement = new();

    // One of each for every look, instead of one for every cell.
    private static readonly OpenXmlAttribute[][] NumberLooks = [.. Enumerable.Range(0, SheetStyles.Count).Select(s => new[] { Look(s) })];
    private static readonly OpenXmlAttribute[][] TextLooks =
    [
        .. Enumerable.Range(0, SheetStyles.Count).Select(s => new[] { Look(s), new OpenXmlAttribute("t", "", "inlineStr") }),
    ];
    private static readonly OpenXmlAttribute[] KeepSpace = [new("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve")];

    private readonly OpenXmlWriter writer;

    /// <summary>Begins a sheet.</summary>
    /// <param name="part">Where it is written.</param>
    /// <param name="widths">Of the columns, in characters.</param>
    /// <param name="headed">The first row stays in sight.</param>
    public SheetWriter(WorksheetPart part, IReadOnlyList<double> widths, bool headed)
    {
        writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        if (headed)
        {
            writer.WriteElement(
                new SheetViews(
                    new SheetView(
                        new Pane
                        {
                            VerticalSplit = 1,
                            TopLeftCell = "A2",
                            ActivePane = PaneValues.BottomLeft,
                            State = PaneStateValues.Frozen,
                        }
                    )
                    {
                        WorkbookViewId = 0,
                    }
                )
            );
        }

        writer.WriteElement(new Columns(widths.Select(ColumnOf)));
        writer.WriteStartElement(new SheetData());
    }

    public void Row(IEnumerable<SheetCell> cells, uint? style = null)
    {
        writer.WriteStartElement(RowElement);
        foreach (var cell in cells)
        {
            Write(cell, style);
        }

        writer.WriteEndElement();
    }

    public void Dispose()
    {
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.Dispose();
    }

    private void Write(SheetCell cell, uint? style)
    {
        if (cell.Kind == SheetCellKind.Empty)
        {
            writer.WriteStartElement(CellElement);
            writer.WriteEndElement();
            return;
        }

        var look = style ?? SheetStyles.Of(cell.Kind);
        if (cell.Kind != SheetCellKind.Text)
        {
            writer.WriteStartElement(CellElement, NumberLooks[look]);
            writer.WriteStartElement(ValueElement);
            writer.WriteString(cell.Number.ToString(CultureInfo.InvariantCulture));
            writer.WriteEndElement();
            writer.WriteEndElement();
            return;
        }

        writer.WriteStartElement(CellElement, TextLooks[look]);
        writer.WriteStartElement(InlineElement);
        writer.WriteStartElement(TextElement, KeepSpace);
        writer.WriteString(SheetText.Escaped(SheetText.Of(cell.Text!)));
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static OpenXmlAttribute Look(int style) => new("s", "", style.ToString(CultureInfo.InvariantCulture));

    private static Column ColumnOf(double width, int index) =>
        new()
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = width,
            CustomWidth = true,
        };
}
