namespace SupervisionBot.Core.Documents.Word;

/// <summary>
/// The sheet in twentieths of a point: A4, the text area of 22 lines × 28 characters, and the grid that makes them fill it (domain: f). With the margins of the
/// standard: 156 × 225 mm, line pitch 579, character space −849.
/// </summary>
internal sealed class WordPage(PaperMargins margins)
{
    public const int Width = 11906;
    public const int Height = 16838;
    public const int Lines = 22;
    public const int Characters = 28;

    private const double WidthMillimetres = 210;

    /// <summary>3号.</summary>
    public const int TextPoints = 16;

    public int Top { get; } = Twips(margins.Top);
    public int Bottom { get; } = Twips(margins.Bottom);
    public int Right { get; } = Twips(margins.Right);
    public int TextWidth { get; } = Twips(WidthMillimetres - margins.Left - margins.Right);

    /// <summary>What is left, so that rounding does not narrow the text.</summary>
    public int Left => Width - Right - TextWidth;
    public int TextHeight => Height - Top - Bottom;

    /// <summary>Height of a line; rounded down, so that the last line of a page still fits.</summary>
    public int LinePitch => TextHeight / Lines;

    /// <summary>What is added to a character of the text, in 1/4096 of a point; rounded down for the same reason.</summary>
    public int CharacterSpace => (int)Math.Floor((TextWidth / 20.0 / Characters - TextPoints) * 4096);

    /// <summary>
    /// What a character of the text is set closer, in whole twentieths of a point, so that 28 fit on a line without the help of the grid: programs differ in
    /// how they put a 16 pt character into a cell of 15.79 pt (LibreOffice gives it two cells), so lines do not snap to it. Justification fills what is left.
    /// </summary>
    public int Spacing => TextWidth / Characters - TextPoints * 20 - 1;

    /// <summary>Width of that many characters of a size in points.</summary>
    public int Wide(double characters, int points = TextPoints) => (int)Math.Round(characters * (points * 20 + (points == TextPoints ? Spacing : 0)));

    public static int Twips(double millimetres) => (int)Math.Round(millimetres * 1440 / 25.4);
}
