using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SupervisionBot.Core.Documents.Word;

/// <summary>
/// 版记: lines of 0.35, 0.25 and 0.35 mm as wide as the text, at the foot of the last page. It floats to the foot of the text area, so it stands there whatever fonts are
/// installed; a reader that knows no floating tables shows it after the text. It is not forced to an even page, as the standard asks of double-sided printing: a
/// blank page would puzzle whoever reads on a telephone, and on paper the back of the last sheet is there anyway.
/// </summary>
internal sealed class WordImprint(WordPage page, WordBody body)
{
    private const int SmallPoints = 14;

    // In eighths of a point: 0.35 mm and 0.25 mm.
    private const uint Outer = 8;
    private const uint Inner = 6;

    // A row: 20 pt of line, 2 pt above and below the paragraph.
    private const int LineTwips = 400;
    private const int PaddingTwips = 80;

    public Table Of(PaperImprint imprint)
    {
        var table = new Table(Properties(), new TableGrid(new GridColumn { Width = WordStyles.Twips(page.TextWidth) }));
        foreach (var block in imprint.Distribution)
        {
            table.Append(Row(body.Labelled(block, WordStyles.Imprint, before: 0, inset: 1, SmallPoints, right: 1)));
        }

        if (imprint.PrintedBy is not null || imprint.PrintedOn is not null)
        {
            var printed = WordText.Ends(
                WordStyles.Imprint,
                imprint.PrintedBy,
                PaperText.PrintedOn(imprint),
                page.Wide(1, SmallPoints),
                page.TextWidth
            );
            table.Append(Row(printed));
        }

        return table;
    }

    /// <summary>Lines of the grid it takes at the foot of a page.</summary>
    public int Lines(PaperImprint imprint)
    {
        var room = page.TextWidth / 20.0 / SmallPoints;
        var rows = imprint.Distribution.Select(b => WordLines.Count(b.Text, room - 5, first: room - 2));
        var twips = rows.Append(1).Sum(lines => lines * LineTwips + PaddingTwips);
        return (int)Math.Ceiling(twips / (double)page.LinePitch);
    }

    private TableProperties Properties() =>
        new(
            new TablePositionProperties
            {
                LeftFromText = 0,
                RightFromText = 0,
                VerticalAnchor = VerticalAnchorValues.Margin,
                HorizontalAnchor = HorizontalAnchorValues.Margin,
                TablePositionXAlignment = HorizontalAlignmentValues.Center,
                TablePositionYAlignment = VerticalAlignmentValues.Bottom,
            },
            new TableOverlap { Val = TableOverlapValues.Never },
            new TableWidth { Type = TableWidthUnitValues.Dxa, Width = WordStyles.Twips(page.TextWidth) },
            new TableBorders(Line<TopBorder>(Outer), Line<BottomBorder>(Outer), Line<InsideHorizontalBorder>(Inner)),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa }
            )
        );

    private TableRow Row(Paragraph paragraph) =>
        new(
            new TableRowProperties(new CantSplit()),
            new TableCell(
                new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = WordStyles.Twips(page.TextWidth) }),
                paragraph
            )
        );

    private static T Line<T>(uint eighths)
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = eighths };
}
