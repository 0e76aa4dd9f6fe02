using System.Buffers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SupervisionBot.Core.Documents.Word;

/// <summary>Paragraphs and runs.</summary>
internal static class WordText
{
    // Marks that are Han or Latin by the company they keep; on an official paper they are Han.
    private static readonly SearchValues<char> Ambiguous = SearchValues.Create("·—‘’“”…※①②③④⑤⑥⑦⑧⑨⑩×℃°");

    public static Paragraph Paragraph(string style, IEnumerable<PaperSpan> spans)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(spans.Select(Run));
        return paragraph;
    }

    /// <summary>Adds a property, keeping the order that the schema wants.</summary>
    public static void Add(Paragraph paragraph, OpenXmlElement property) => paragraph.ParagraphProperties!.AddChild(property);

    /// <summary>One part at the left end of a line of the text area, one at the right, both <paramref name="inset"/> from its edge.</summary>
    public static Paragraph Ends(string style, string? left, string? right, int inset, int width)
    {
        var paragraph = Paragraph(style, []);
        Add(
            paragraph,
            new Tabs(new TabStop { Val = TabStopValues.Left, Position = inset }, new TabStop { Val = TabStopValues.Right, Position = width - inset })
        );
        paragraph.Append(new Run(new TabChar(), Words(left ?? "")));
        if (right is not null)
        {
            paragraph.Append(new Run(new TabChar(), Words(right)));
        }

        return paragraph;
    }

    public static Run Run(PaperSpan span)
    {
        var run = new Run();
        var ambiguous = span.Text.AsSpan().ContainsAny(Ambiguous);
        if (span.Strong || span.Emphasis || ambiguous)
        {
            var look = new RunProperties();
            look.RunStyle = span.Emphasis ? new RunStyle { Val = WordStyles.Emphasis } : null;
            look.RunFonts = ambiguous ? new RunFonts { Hint = FontTypeHintValues.EastAsia } : null;
            look.Bold = span.Strong ? new Bold() : null;
            run.Append(look);
        }

        run.Append(Words(span.Text));
        return run;
    }

    public static Text Words(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };
}
