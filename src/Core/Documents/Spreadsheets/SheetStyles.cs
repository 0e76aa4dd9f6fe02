using DocumentFormat.OpenXml.Spreadsheet;

namespace SupervisionBot.Core.Documents.Spreadsheets;

/// <summary>The few looks a cell can have, by their place in the style sheet.</summary>
internal static class SheetStyles
{
    public const uint Heading = 4;

    /// <summary>How many looks there are.</summary>
    public const int Count = 5;
    private const uint TextLook = 1;
    private const uint DayLook = 2;
    private const uint MomentLook = 3;
    private const uint DayFormat = 164;
    private const uint MomentFormat = 165;

    public static uint Of(SheetCellKind kind) =>
        kind switch
        {
            SheetCellKind.Text => TextLook,
            SheetCellKind.Day => DayLook,
            SheetCellKind.Moment => MomentLook,
            _ => 0,
        };

    public static Stylesheet Make() =>
        new(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy\\-mm\\-dd" },
                new NumberingFormat { NumberFormatId = MomentFormat, FormatCode = "yyyy\\-mm\\-dd\\ hh:mm" }
            ),
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), TextFormat(), Dated(DayFormat), Dated(MomentFormat), Bold())
        );

    // The text format and the quote prefix: a cell that is edited stays a text.
    private static CellFormat TextFormat() =>
        new(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top })
        {
            NumberFormatId = 49,
            ApplyNumberFormat = true,
            ApplyAlignment = true,
            QuotePrefix = true,
        };

    private static CellFormat Dated(uint format) =>
        new(new Alignment { Vertical = VerticalAlignmentValues.Top })
        {
            NumberFormatId = format,
            ApplyNumberFormat = true,
            ApplyAlignment = true,
        };

    private static CellFormat Bold() => new() { FontId = 1, ApplyFont = true };
}
