using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SupervisionBot.Core.Documents.Word;

/// <summary>The text of a paper, attendance and signature included, as paragraphs and tables.</summary>
internal sealed class WordBody(WordPage page)
{
    public IEnumerable<OpenXmlElement> Of(PaperTree tree)
    {
        var breaks = false;
        foreach (var block in tree.Body)
        {
            if (block is PageBreakBlock)
            {
                breaks = true;
                continue;
            }

            var element = Element(block);
            if (breaks)
            {
                breaks = false;
                if (element is Paragraph paragraph)
                {
                    WordText.Add(paragraph, new PageBreakBefore());
                }
                else
                {
                    yield return PageBreak();
                }
            }

            yield return element;
        }

        foreach (var (index, block) in tree.Attendance.Index())
        {
            yield return Labelled(block, WordStyles.Labelled, before: index == 0 ? page.LinePitch : 0, inset: 2);
        }

        if (tree.Signature is { } signature)
        {
            foreach (var paragraph in Signature(signature))
            {
                yield return paragraph;
            }
        }
    }

    /// <summary>A paragraph without words or height that begins a page.</summary>
    public static Paragraph PageBreak()
    {
        var paragraph = WordText.Paragraph(WordStyles.Anchor, []);
        WordText.Add(paragraph, new PageBreakBefore());
        return paragraph;
    }

    /// <summary>Label, in the text in 黑体; lines that turn over align with the first character after the colon.</summary>
    public Paragraph Labelled(LabelledBlock block, string style, int before, double inset, int points = WordPage.TextPoints, double right = 0)
    {
        var paragraph = WordText.Paragraph(style, []);
        var head = PaperCharacters.Width(block.Head);
        if (before > 0)
        {
            WordText.Add(paragraph, new SpacingBetweenLines { Before = WordStyles.Twips(before) });
        }

        WordText.Add(
            paragraph,
            new Indentation
            {
                Left = WordStyles.Twips(page.Wide(inset + head, points)),
                Right = WordStyles.Twips(page.Wide(right, points)),
                Hanging = WordStyles.Twips(page.Wide(head, points)),
            }
        );
        var label = WordText.Run(new PaperSpan(block.Label));
        if (style == WordStyles.Labelled)
        {
            label.RunProperties = new RunProperties(new RunStyle { Val = WordStyles.Label });
        }

        paragraph.Append(label, WordText.Run(new PaperSpan(PaperLabels.Colon.ToString())));
        paragraph.Append(block.Spans.Select(WordText.Run));
        return paragraph;
    }

    private OpenXmlElement Element(PaperBlock block) =>
        block switch
        {
            ArticleTitleBlock article => WordFront.Title(article.Lines, before: page.LinePitch, after: 0),
            BylineBlock => Byline(block),
            HeadingBlock heading => WordText.Paragraph(WordStyles.Heading(heading.Level), heading.Spans),
            ItemBlock item => WordText.Paragraph(WordStyles.Item, item.Spans.Prepend(new PaperSpan(item.Mark))),
            NoteBlock => WordText.Paragraph(WordStyles.Note, block.Spans),
            QuoteBlock => WordText.Paragraph(WordStyles.Quote, block.Spans),
            AddresseeBlock => WordText.Paragraph(WordStyles.Addressees, block.Spans),
            TableBlock table => WordTables.Of(table),
            _ => WordText.Paragraph(WordStyles.Text, block.Spans),
        };

    private Paragraph Byline(PaperBlock block)
    {
        var paragraph = WordText.Paragraph(WordStyles.Number, block.Spans);
        WordText.Add(paragraph, new KeepNext());
        WordText.Add(paragraph, new SpacingBetweenLines { After = WordStyles.Twips(page.LinePitch) });
        return paragraph;
    }

    /// <summary>Without a seal: issuer two characters from the right, date beginning two characters after it; the longer of the two stands two characters from the right.</summary>
    private IEnumerable<Paragraph> Signature(PaperSignature signature)
    {
        var (issuer, date) = (PaperCharacters.Width(signature.Issuer), PaperCharacters.Width(signature.Date ?? ""));
        var start = Math.Max(WordPage.Characters - 2 - Math.Max(issuer, date + 2), 0);
        yield return At(start, signature.Issuer, page.LinePitch);
        if (signature.Date is { } day)
        {
            yield return At(start + 2, day, before: 0);
        }
    }

    private Paragraph At(double characters, string text, int before)
    {
        var paragraph = WordText.Paragraph(WordStyles.Signature, [new PaperSpan(text)]);
        WordText.Add(paragraph, new KeepLines());
        if (before > 0)
        {
            WordText.Add(paragraph, new KeepNext());
            WordText.Add(paragraph, new SpacingBetweenLines { Before = WordStyles.Twips(before) });
        }

        WordText.Add(paragraph, new Indentation { Left = WordStyles.Twips(page.Wide(characters)) });
        return paragraph;
    }
}
