using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SupervisionBot.Core.Documents.Word;

namespace SupervisionBot.Core.Documents;

/// <summary>A paper as a Word file in the layout of GB/T 9704-2012 (domain: f). The same paper gives the same bytes.</summary>
public sealed class PaperWord
{
    /// <summary>Lines at the end of the text that may move to the page of the imprint.</summary>
    private const int MostMoved = 6;

    private readonly WordFront front;
    private readonly WordBody body;
    private readonly WordImprint imprint;
    private readonly WordFrame frame;

    public PaperWord(PaperSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var page = new WordPage(settings.Margins);
        front = new WordFront(page);
        body = new WordBody(page);
        imprint = new WordImprint(page, body);
        frame = new WordFrame(page, new WordStyles(page, settings.Fonts));
    }

    /// <summary>The content type of the file.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The file, whole.</summary>
    public byte[] Write(Paper paper)
    {
        var tree = PaperTree.Of(paper);
        var title = string.Concat(tree.Title);
        return frame.Write(Fill, title.Length > 0 ? title : tree.Front.Masthead, PaperCharacters.Line(paper.Issuer));

        void Fill(MainDocumentPart main) => main.Document = new Document(Body(tree));
    }

    private Body Body(PaperTree tree)
    {
        var content = new Body();
        content.Append(front.Of(tree));
        content.Append(body.Of(tree));
        if (!tree.Imprint.IsEmpty)
        {
            if (WordLines.OnLastPage(tree) + imprint.Lines(tree.Imprint) > WordPage.Lines)
            {
                TurnPage(content, tree);
            }

            content.Append(imprint.Of(tree.Imprint));
            content.Append(WordText.Paragraph(WordStyles.Anchor, []));
        }

        content.Append(frame.Section());
        return content;
    }

    /// <summary>The imprint needs another page: the last words go with it, so that it does not stand there alone, unless they are many.</summary>
    private static void TurnPage(Body content, PaperTree tree)
    {
        PaperBlock? last =
            tree.Attendance is [.., var closing] ? closing
            : tree.Body is [.., var end] ? end
            : null;
        if (
            tree.Signature is null
            && last is not (null or TableBlock or PageBreakBlock)
            && WordLines.Count(last) <= MostMoved
            && content.LastChild is Paragraph words
        )
        {
            WordText.Add(words, new PageBreakBefore());
        }
        else
        {
            content.Append(WordBody.PageBreak());
        }
    }
}
