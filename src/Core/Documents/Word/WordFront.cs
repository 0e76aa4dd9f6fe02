using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SupervisionBot.Core.Documents.Word;

/// <summary>
/// What stands above the text: 标志 with its top edge 35 mm under that of the text area, number two lines lower, issuer and date, red rule, title. All of it together is a
/// whole number of grid lines high, so that 22 lines still fill every page.
/// </summary>
internal sealed class WordFront(WordPage page)
{
    private const double MastheadTop = 35;
    private const int MastheadLines = 5;
    private const double LargestMasthead = 42;
    private const double NarrowestScale = 70;

    // Exact lines put their base line four fifths down; Han characters reach 0.84 of their size above it.
    private const double BaseLine = 0.8;
    private const double Ascent = 0.84;

    // 1.5 pt of red, 4 mm under the characters of the line above, a part of which its line height gives.
    private const int RuleEighths = 12;
    private const int RuleSpace = 8;
    private const int RuleTwips = RuleEighths * 20 / 8 + RuleSpace * 20;

    public IEnumerable<Paragraph> Of(PaperTree tree)
    {
        var front = tree.Front;
        if (front.DraftMark is { } mark)
        {
            yield return WordText.Paragraph(WordStyles.DraftMark, [new PaperSpan(mark)]);
        }

        yield return Masthead(front.Masthead, marked: front.DraftMark is not null);
        var number = WordText.Paragraph(WordStyles.Number, front.Number is { } known ? [new PaperSpan(known)] : []);
        WordText.Add(number, new SpacingBetweenLines { Before = WordStyles.Twips(2 * page.LinePitch) });
        var last = number;
        if (front.Issuer is { } issuer)
        {
            yield return number;
            last = WordText.Ends(WordStyles.Issuer, issuer, front.Date, page.Wide(1), page.TextWidth);
        }

        WordText.Add(
            last,
            new ParagraphBorders(
                new BottomBorder
                {
                    Val = BorderValues.Single,
                    Size = RuleEighths,
                    Space = RuleSpace,
                    Color = WordStyles.Red,
                }
            )
        );
        yield return last;
        if (tree.Title.Count > 0)
        {
            yield return Title(tree.Title, before: 2 * page.LinePitch - RuleTwips, after: page.LinePitch);
        }
    }

    /// <summary>Lines of the grid that all of it takes.</summary>
    public static int Lines(PaperTree tree) =>
        MastheadLines + 3 + (tree.Front.Issuer is null ? 0 : 1) + (tree.Title.Count > 0 ? 3 + tree.Title.Count : 0);

    private Paragraph Masthead(string masthead, bool marked)
    {
        var (points, scale) = MastheadSize(PaperCharacters.Width(masthead));
        var zone = MastheadLines * page.LinePitch;
        var top = WordPage.Twips(MastheadTop);
        var line = (int)((zone - top - Ascent * points * 20) / (1 - BaseLine));
        line = Math.Clamp(line, (int)(points * 20), zone - (marked ? page.LinePitch : 0));
        var paragraph = WordText.Paragraph(WordStyles.Masthead, []);
        WordText.Add(
            paragraph,
            new SpacingBetweenLines
            {
                Before = WordStyles.Twips(zone - line - (marked ? page.LinePitch : 0)),
                Line = WordStyles.Twips(line),
                LineRule = LineSpacingRuleValues.Exact,
            }
        );
        var halves = WordStyles.Twips((int)(points * 2));
        var look = new RunProperties(new CharacterScale { Val = scale }, new FontSize { Val = halves }, new FontSizeComplexScript { Val = halves });
        paragraph.Append(new Run(look, WordText.Words(masthead)));
        return paragraph;
    }

    /// <summary>As large as one line allows: first made narrower, as red mastheads are, then smaller.</summary>
    private (double Points, int Scale) MastheadSize(double characters)
    {
        var room = page.TextWidth / 20.0 - 2;
        var scale = 100 * room / (Math.Max(characters, 1) * LargestMasthead);
        return scale >= NarrowestScale
            ? (LargestMasthead, (int)Math.Min(scale, 100))
            : (Math.Floor(2 * LargestMasthead * scale / NarrowestScale) / 2, (int)NarrowestScale);
    }

    /// <summary>A title with the room around it, in twips; what follows stays with it.</summary>
    public static Paragraph Title(IReadOnlyList<string> lines, int before, int after)
    {
        var paragraph = WordText.Paragraph(WordStyles.Title, []);
        if (after == 0)
        {
            WordText.Add(paragraph, new KeepNext());
        }

        WordText.Add(paragraph, new SpacingBetweenLines { Before = WordStyles.Twips(before), After = WordStyles.Twips(after) });
        foreach (var (index, line) in lines.Index())
        {
            paragraph.Append(new Run(index == 0 ? [WordText.Words(line)] : [new Break(), (OpenXmlElement)WordText.Words(line)]));
        }

        return paragraph;
    }
}
