using System.Text;

namespace SupervisionBot.Core.Documents;

/// <summary>A whole paper as Markdown, for the file and for other programs: the same words as its other faces, front and imprint included.</summary>
public static class PaperMarkdown
{
    public static string Write(Paper paper)
    {
        var tree = PaperTree.Of(paper);
        var (front, imprint) = (tree.Front, tree.Imprint);
        IEnumerable<string?> blocks =
        [
            Line(front.DraftMark),
            $"**{Line(front.Masthead)}**",
            Line(front.Number),
            Ends(front.Issuer, front.Date),
            tree.Title.Count > 0 ? $"# {Line(string.Concat(tree.Title))}" : null,
            .. tree.Body.Select(Block),
            .. tree.Attendance.Select(Block),
            Line(tree.Signature?.Issuer),
            Line(tree.Signature?.Date),
            .. imprint.Distribution.Select(Block),
            Ends(imprint.PrintedBy, PaperText.PrintedOn(imprint)),
            Line(imprint.Copies),
        ];
        return string.Join("\n\n", blocks.Where(b => !string.IsNullOrEmpty(b))) + "\n";
    }

    private static string Block(PaperBlock block) =>
        block switch
        {
            ArticleTitleBlock article => $"# {Line(article.Text)}",
            HeadingBlock heading => $"{new string('#', heading.Level + 1)} {Spans(heading.Spans)}",
            LabelledBlock labelled => $"**{labelled.Head}** {Spans(labelled.Spans)}",
            ItemBlock item => Line(item.Mark) + Spans(item.Spans),
            QuoteBlock quote => $"> {Spans(quote.Spans)}",
            TableBlock table => Table(table),
            PageBreakBlock => "---",
            _ => Spans(block.Spans),
        };

    private static string Table(TableBlock table)
    {
        var rows = table.Rows.Select(row => $"| {string.Join(" | ", row.Select(Spans))} |").ToList();
        rows.Insert(1, $"|{string.Concat(table.Rows[0].Select(_ => "---|"))}");
        return string.Join('\n', rows);
    }

    private static string Spans(IReadOnlyList<PaperSpan> spans)
    {
        var text = new StringBuilder();
        foreach (var (index, span) in spans.Index())
        {
            var mark = (span.Strong ? "**" : "") + (span.Emphasis ? "*" : "");
            var words = index == 0 ? MarkdownText.Line(span.Text) : MarkdownText.Within(span.Text);
            text.Append(mark).Append(words).Append(mark);
        }

        return text.ToString();
    }

    private static string Line(string? text) => MarkdownText.Line(text);

    private static string? Ends(string? left, string? right) => left is null && right is null ? null : $"{Line(left)}　{Line(right)}".Trim('　');
}
