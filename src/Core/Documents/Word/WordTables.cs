using DocumentFormat.OpenXml.Wordprocessing;

namespace SupervisionBot.Core.Documents.Word;

/// <summary>Tables of the text: as wide as it, columns alike, the head repeated on every page.</summary>
internal static class WordTables
{
    private const string WholeWidth = "5000";

    public static Table Of(TableBlock block)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Pct, Width = WholeWidth },
                new TableBorders(
                    Line<TopBorder>(),
                    Line<LeftBorder>(),
                    Line<BottomBorder>(),
                    Line<RightBorder>(),
                    Line<InsideHorizontalBorder>(),
                    Line<InsideVerticalBorder>()
                ),
                new TableLayout { Type = TableLayoutValues.Fixed }
            ),
            new TableGrid(block.Rows[0].Select(_ => new GridColumn()))
        );
        foreach (var (index, cells) in block.Rows.Index())
        {
            var row = new TableRow(new TableRowProperties(new CantSplit()));
            if (index == 0)
            {
                row.TableRowProperties!.Append(new TableHeader());
            }

            var style = index == 0 ? WordStyles.CellHead : WordStyles.Cell;
            row.Append(cells.Select(cell => new TableCell(WordText.Paragraph(style, cell))));
            table.Append(row);
        }

        return table;
    }

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4 };
}
