using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace SupervisionBot.Core.Documents;

/// <summary>
/// Markdown as blocks of a paper. A line is a paragraph, as people who type expect; HTML, images and links become words; a rule begins a new page; lists carry their
/// marks as text, at most <see cref="DeepestItem"/> deep in looks and as deep as they like in the source.
/// </summary>
internal static class MarkdownBlocks
{
    private const int DeepestHeading = 4;
    private const int DeepestItem = 2;

    // A nesting that no paper has: what lies deeper is not read as structure but kept as words.
    private const int DeepestNesting = 1_000;

    private static readonly MarkdownPipeline Pipeline = Build();

    /// <summary>The blocks in order; a heading <c>#</c> has level 0.</summary>
    public static List<PaperBlock> Read(string markdown)
    {
        var blocks = new List<PaperBlock>();
        try
        {
            AddAll(blocks, Markdown.Parse(markdown, Pipeline), depth: 0, quoted: false);
        }
        catch (ArgumentException)
        {
            // The parser gives up on nesting beyond its limit. Nothing may be lost: every line stands as typed.
            blocks.Clear();
            foreach (var line in markdown.Split('\n'))
            {
                Add(blocks, Plain(line), spans => new TextBlock(spans), startsLine: false);
            }
        }

        return blocks;
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = DeepestNesting };
        return builder.DisableHtml().UsePipeTables().UseCjkFriendlyEmphasis().Build();
    }

    private static void AddAll(List<PaperBlock> blocks, ContainerBlock container, int depth, bool quoted)
    {
        foreach (var block in container)
        {
            Add(blocks, block, depth, quoted);
        }
    }

    private static void Add(List<PaperBlock> blocks, Block block, int depth, bool quoted)
    {
        switch (block)
        {
            case Markdig.Syntax.HeadingBlock heading:
                var level = Math.Min(heading.Level - 1, DeepestHeading);
                Add(blocks, MarkdownInlines.OneLine(heading.Inline), spans => new HeadingBlock(level, spans), startsLine: true);
                break;
            case ParagraphBlock paragraph:
                foreach (var line in MarkdownInlines.Lines(paragraph.Inline))
                {
                    Add(blocks, line, spans => quoted ? new QuoteBlock(spans) : new TextBlock(spans), startsLine: true);
                }

                break;
            case ListBlock list:
                AddList(blocks, list, depth + 1, quoted);
                break;
            case Table table:
                AddTable(blocks, table);
                break;
            case CodeBlock code:
                AddCode(blocks, code);
                break;
            case ThematicBreakBlock:
                blocks.Add(new PageBreakBlock());
                break;
            case LinkReferenceDefinition link:
                Add(
                    blocks,
                    Plain(PaperCharacters.Line($"[{link.Label}]: {link.Url} {link.Title}")),
                    spans => new TextBlock(spans),
                    startsLine: false
                );
                break;
            case Markdig.Syntax.QuoteBlock quote:
                AddAll(blocks, quote, depth, quoted: true);
                break;
            case ContainerBlock container:
                AddAll(blocks, container, depth, quoted);
                break;
        }
    }

    private static void AddList(List<PaperBlock> blocks, ListBlock list, int depth, bool quoted)
    {
        var number = list.IsOrdered && int.TryParse(list.OrderedStart, out var start) ? start : 1;
        foreach (var item in list.Cast<ListItemBlock>())
        {
            var mark = Mark(list.IsOrdered, number++, depth);
            var shown = Math.Min(depth, DeepestItem);
            var rest = item.AsEnumerable();
            if (item is [ParagraphBlock opening, ..])
            {
                var lines = MarkdownInlines.Lines(opening.Inline);
                Add(
                    blocks,
                    lines.Count > 0 ? lines[0] : new StyledText(),
                    spans => new ItemBlock(shown, mark, spans),
                    startsLine: false,
                    evenEmpty: true
                );
                foreach (var line in lines.Skip(1))
                {
                    Add(blocks, line, spans => new TextBlock(spans), startsLine: true);
                }

                rest = rest.Skip(1);
            }

            foreach (var block in rest)
            {
                Add(blocks, block, depth, quoted);
            }
        }
    }

    private static string Mark(bool ordered, int number, int depth) =>
        !ordered ? Texts.Bullet
        : depth == 1 ? Texts.ItemMark.With(number)
        : Texts.Brackets.With(number);

    private static void AddTable(List<PaperBlock> blocks, Table table)
    {
        var rows = table.Cast<TableRow>().Select(row => row.Cast<TableCell>().Select(Cell).ToList()).ToList();
        var columns = rows.Max(r => r.Count);
        foreach (var row in rows)
        {
            row.AddRange(Enumerable.Repeat<IReadOnlyList<PaperSpan>>([], columns - row.Count));
        }

        blocks.Add(new TableBlock(rows));
    }

    private static IReadOnlyList<PaperSpan> Cell(TableCell cell)
    {
        var text = new StyledText();
        foreach (var paragraph in cell.OfType<ParagraphBlock>())
        {
            MarkdownInlines.AddTo(text, paragraph.Inline);
        }

        Typography.Set(text, startsLine: false);
        return text.ToSpans();
    }

    private static void AddCode(List<PaperBlock> blocks, CodeBlock code)
    {
        var info = code is FencedCodeBlock fenced ? $"{fenced.Info} {fenced.Arguments}" : "";
        foreach (var line in code.Lines.ToString().Split('\n').Prepend(info))
        {
            Add(blocks, Plain(line), spans => new TextBlock(spans), startsLine: false);
        }
    }

    private static StyledText Plain(string line)
    {
        var text = new StyledText();
        text.Append(line, strong: false, emphasis: false);
        return text;
    }

    private static void Add(
        List<PaperBlock> blocks,
        StyledText text,
        Func<IReadOnlyList<PaperSpan>, PaperBlock> make,
        bool startsLine,
        bool evenEmpty = false
    )
    {
        Typography.Set(text, startsLine);
        if (evenEmpty || !text.IsEmpty)
        {
            blocks.Add(make(text.ToSpans()));
        }
    }
}
