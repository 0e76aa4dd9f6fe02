namespace SupervisionBot.Core.Documents;

/// <summary>A stretch of text of one look. <paramref name="Strong"/> and <paramref name="Emphasis"/> are the only looks a text may ask for.</summary>
public readonly record struct PaperSpan(string Text, bool Strong = false, bool Emphasis = false);

/// <summary>A part of the text, one below the other.</summary>
public abstract record PaperBlock(IReadOnlyList<PaperSpan> Spans)
{
    /// <summary>The words without their looks.</summary>
    public virtual string Text => string.Concat(Spans.Select(s => s.Text));
}

/// <summary>A heading of level 1 (一、) to 4 (（1）).</summary>
public sealed record HeadingBlock(int Level, IReadOnlyList<PaperSpan> Spans) : PaperBlock(Spans);

/// <summary>The title of one of several articles, in the lines in which it is set.</summary>
public sealed record ArticleTitleBlock(IReadOnlyList<string> Lines) : PaperBlock([])
{
    public override string Text => string.Concat(Lines);
}

/// <summary>What stands centred under such a title: who it comes from.</summary>
public sealed record BylineBlock(IReadOnlyList<PaperSpan> Spans) : PaperBlock(Spans);

/// <summary>An ordinary paragraph.</summary>
public sealed record TextBlock(IReadOnlyList<PaperSpan> Spans) : PaperBlock(Spans);

/// <summary>主送: flush left, before the text.</summary>
public sealed record AddresseeBlock(IReadOnlyList<PaperSpan> Spans) : PaperBlock(Spans);

/// <summary>One entry of a list, its mark (1. or （1）) written out, so that every face shows the same.</summary>
public sealed record ItemBlock(int Depth, string Mark, IReadOnlyList<PaperSpan> Spans) : PaperBlock(Spans)
{
    public override string Text => Mark + base.Text;
}

/// <summary>A quoted paragraph.</summary>
public sealed record QuoteBlock(IReadOnlyList<PaperSpan> Spans) : PaperBlock(Spans);

/// <summary>A table; the first row is its head, and every row has the same number of cells.</summary>
public sealed record TableBlock(IReadOnlyList<IReadOnlyList<IReadOnlyList<PaperSpan>>> Rows) : PaperBlock([])
{
    public override string Text => string.Join('\n', Rows.SelectMany(row => row).Select(cell => string.Concat(cell.Select(s => s.Text))));
}

/// <summary>What follows begins on a new page.</summary>
public sealed record PageBreakBlock() : PaperBlock([]);

/// <summary>A sentence of the program, word for word.</summary>
public sealed record NoteBlock(IReadOnlyList<PaperSpan> Spans) : PaperBlock(Spans);

/// <summary>出席：… and its like: label, colon, and turnover lines that align after the colon.</summary>
public sealed record LabelledBlock(string Label, IReadOnlyList<PaperSpan> Spans) : PaperBlock(Spans)
{
    /// <summary>The label with its full-width colon.</summary>
    public string Head => Label + PaperLabels.Colon;

    public override string Text => Head + base.Text;
}

/// <summary>What stands above the title; every part may be missing.</summary>
public sealed record PaperFront(string? DraftMark, string Masthead, string? Number, string? Issuer, string? Date);

/// <summary>落款 without a seal: issuer, and under it the date.</summary>
public sealed record PaperSignature(string Issuer, string? Date);

/// <summary>版记 at the foot of the last page: 分送, 印发机关 and 印发日期.</summary>
public sealed record PaperImprint(IReadOnlyList<LabelledBlock> Distribution, string? PrintedBy, string? PrintedOn, string? Copies = null)
{
    public bool IsEmpty => Distribution.Count == 0 && PrintedBy is null && PrintedOn is null && Copies is null;
}

/// <summary>A paper taken apart: what all its faces show, in this order. Typography is right already, and nothing in it is a control character.</summary>
/// <param name="Title">The lines of the title, broken where no word is split.</param>
public sealed record PaperTree(
    PaperFront Front,
    IReadOnlyList<string> Title,
    IReadOnlyList<PaperBlock> Body,
    IReadOnlyList<LabelledBlock> Attendance,
    PaperSignature? Signature,
    PaperImprint Imprint
)
{
    /// <summary>Never fails, whatever the text is: what is no Markdown of ours stays as words.</summary>
    public static PaperTree Of(Paper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var blocks = MarkdownBlocks.Read(PaperCharacters.Clean(paper.Markdown));
        var ofArticles = paper.Kind == PaperKind.Bulletin;
        var title = !ofArticles && blocks is [HeadingBlock { Level: 0 } first, ..] ? first.Text : "";
        var body = ofArticles
            ? Articles(blocks)
            : [.. blocks.Skip(title.Length > 0 ? 1 : 0).Select(b => b is HeadingBlock { Level: 0 } h ? h with { Level = 1 } : b)];
        var closing = ofArticles ? [] : PaperLabels.TakeClosing(body);
        if (paper.Kind == PaperKind.SessionNotice && body is [TextBlock opening, ..] && opening.Text.EndsWith(PaperLabels.Colon))
        {
            body[0] = new AddresseeBlock(opening.Spans);
        }

        body.AddRange(paper.Notes.Select(PaperCharacters.Line).Where(n => n.Length > 0).Select(n => new NoteBlock([new PaperSpan(n)])));
        var (issuer, date) = (PaperCharacters.Line(paper.Issuer), Day(paper.Date));
        var signed = paper.Kind == PaperKind.SessionNotice;
        return new PaperTree(
            new PaperFront(
                Optional(paper.DraftMark),
                PaperCharacters.Line(paper.Masthead),
                Optional(paper.Number),
                signed ? null : issuer,
                signed ? null : date
            ),
            TitleLines.Break(title),
            body,
            [.. closing.Where(b => !PaperLabels.IsDistribution(b.Label))],
            signed ? new PaperSignature(issuer, date) : null,
            new PaperImprint(
                [.. closing.Where(b => PaperLabels.IsDistribution(b.Label)), .. paper.Readers.Select(Labelled)],
                Optional(paper.PrintedBy),
                Day(paper.PrintedOn),
                paper.Copies is { } copies ? Texts.Copies.With(copies) : null
            )
        );
    }

    /// <summary>Every heading <c>#</c> is the title of an article, and the paragraph under it says who it comes from.</summary>
    private static List<PaperBlock> Articles(List<PaperBlock> blocks) =>
        [
            .. blocks.Select(
                (block, index) =>
                    block switch
                    {
                        HeadingBlock { Level: 0 } => new ArticleTitleBlock(TitleLines.Break(block.Text)),
                        TextBlock when index > 0 && blocks[index - 1] is HeadingBlock { Level: 0 } => new BylineBlock(block.Spans),
                        _ => block,
                    }
            ),
        ];

    private static LabelledBlock Labelled(PaperReaders readers) => new(readers.Label, [new PaperSpan(PaperCharacters.Line(readers.To))]);

    private static string? Optional(string? text) =>
        PaperCharacters.Line(text) is { Length: > 0 } line ? Typography.Set([new PaperSpan(line)])[0].Text : null;

    private static string? Day(DateOnly? day) => day is { } known ? Calendars.ChinaTime.FullDay(known) : null;
}
