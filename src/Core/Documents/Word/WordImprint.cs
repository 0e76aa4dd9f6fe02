using DocumentFormat.OpenXml.Wordprocessing;

namespace SupervisionBot.Core.Documents.Word;

/// <summary>
/// 版记: lines of 0.35, 0.25 and 0.35 mm as wide as the text, at the foot of the last page. Its paragraphs stand in a frame that floats to the foot of the text area, whatever
/// fonts are installed; a reader that knows no frames shows them after the text. The lines are black paragraphs of that height, because LibreOffice floats neither a
/// table as wide as the text nor paragraphs with borders. It is not forced to an even page, as the standard asks of double-sided printing: a blank page
/// would puzzle whoever reads on a telephone, and on paper the back of the last sheet is there anyway.
/// </summary>
internal sealed class WordImprint(WordPage page, WordBody body)
{
    private const int SmallPoints = 14;

    // 0.35 mm and 0.25 mm.
    private const int Outer = 20;
    private const int Inner = 14;

    // A row: 20 pt of line, 2 pt above and below the paragraph.
    private const int LineTwips = 400;
    private const int PaddingTwips = 80;

    public IEnumerable<Paragraph> Of(PaperImprint imprint)
    {
        yield return Rule(Outer);
        var inset = page.Wide(1, SmallPoints);
        var rows = imprint.Distribution.Select(b => body.Labelled(b, WordStyles.Imprint, before: 0, inset: 1, SmallPoints, right: 1)).ToList();
        if (imprint.PrintedBy is not null || imprint.PrintedOn is not null)
        {
            rows.Add(WordText.Ends(WordStyles.Imprint, imprint.PrintedBy, PaperText.PrintedOn(imprint), inset, page.TextWidth));
        }

        if (imprint.Copies is { } copies)
        {
            rows.Add(WordText.Ends(WordStyles.Imprint, null, copies, inset, page.TextWidth));
        }

        foreach (var (index, row) in rows.Index())
        {
            yield return InFrame(row);
            yield return Rule(index == rows.Count - 1 ? Outer : Inner);
        }
    }

    /// <summary>Lines of the grid it takes at the foot of a page.</summary>
    public int Lines(PaperImprint imprint)
    {
        var room = page.TextWidth / 20.0 / SmallPoints;
        var rows = imprint
            .Distribution.Select(b => WordLines.Count(b.Text, room - 5, first: room - 2))
            .Append(1)
            .Append(imprint.Copies is null ? 0 : 1);
        var twips = rows.Sum(lines => lines * LineTwips + PaddingTwips + Outer) + Outer;
        return (int)Math.Ceiling(twips / (double)page.LinePitch);
    }

    private Paragraph Rule(int height)
    {
        var rule = WordText.Paragraph(WordStyles.Anchor, []);
        WordText.Add(
            rule,
            new Shading
            {
                Val = ShadingPatternValues.Clear,
                Color = "auto",
                Fill = "000000",
            }
        );
        WordText.Add(rule, new SpacingBetweenLines { Line = WordStyles.Twips(height), LineRule = LineSpacingRuleValues.Exact });
        return InFrame(rule);
    }

    private Paragraph InFrame(Paragraph paragraph)
    {
        WordText.Add(
            paragraph,
            new FrameProperties
            {
                Width = WordStyles.Twips(page.TextWidth),
                Wrap = TextWrappingValues.Around,
                HorizontalPosition = HorizontalAnchorValues.Margin,
                VerticalPosition = VerticalAnchorValues.Margin,
                XAlign = HorizontalAlignmentValues.Left,
                YAlign = VerticalAlignmentValues.Bottom,
            }
        );
        return paragraph;
    }
}
