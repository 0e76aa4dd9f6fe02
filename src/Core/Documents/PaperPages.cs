using System.Globalization;
using System.Text;

namespace SupervisionBot.Core.Documents;

/// <summary>
/// A paper as the body of a page that looks like it (<c>paper.css</c>). Safe by construction: every element and class name is written here, every word of the paper
/// is escaped, and nothing of it ever becomes an attribute.
/// </summary>
public static class PaperPages
{
    public static string ToHtml(Paper paper)
    {
        var tree = PaperTree.Of(paper);
        var html = new StringBuilder("<div class=\"paper\">\n");
        AddFront(html, tree.Front);
        if (tree.Title.Count > 0)
        {
            html.Append("<h1>").AppendJoin("", tree.Title.Select(line => $"<span>{Escape(line)}</span>")).Append("</h1>\n");
        }

        foreach (var block in tree.Body)
        {
            Add(html, block);
        }

        foreach (var block in tree.Attendance)
        {
            Add(html, block);
        }

        if (tree.Signature is { } signature)
        {
            html.Append("<div class=\"signature\">\n");
            Line(html, "p", null, signature.Issuer);
            Line(html, "p", null, signature.Date);
            html.Append("</div>\n");
        }

        AddImprint(html, tree.Imprint);
        return html.Append("</div>\n").ToString();
    }

    private static void AddFront(StringBuilder html, PaperFront front)
    {
        html.Append("<header>\n");
        Line(html, "p", "draft-mark", front.DraftMark);
        Line(html, "p", "masthead", front.Masthead);
        Line(html, "p", "number", front.Number);
        Ends(html, "issuer", front.Issuer, front.Date);
        html.Append("</header>\n");
    }

    private static void AddImprint(StringBuilder html, PaperImprint imprint)
    {
        if (imprint.IsEmpty)
        {
            return;
        }

        html.Append("<footer>\n");
        foreach (var block in imprint.Distribution)
        {
            Add(html, block);
        }

        Ends(html, "printed", imprint.PrintedBy, PaperText.PrintedOn(imprint));
        Ends(html, "printed", imprint.Copies is null ? null : "", imprint.Copies);
        html.Append("</footer>\n");
    }

    private static void Add(StringBuilder html, PaperBlock block)
    {
        switch (block)
        {
            case ArticleTitleBlock article:
                html.Append("<h1>").AppendJoin("", article.Lines.Select(line => $"<span>{Escape(line)}</span>")).Append("</h1>\n");
                break;
            case BylineBlock byline:
                Spans(html, "<p class=\"byline\">", byline.Spans, "</p>\n");
                break;
            case HeadingBlock heading:
                var level = Math.Clamp(heading.Level + 1, 2, 5).ToString(CultureInfo.InvariantCulture);
                Spans(html, $"<h{level}>", heading.Spans, $"</h{level}>\n");
                break;
            case ItemBlock item:
                Spans(html, $"<p class=\"item\">{Escape(item.Mark)}", item.Spans, "</p>\n");
                break;
            case LabelledBlock labelled:
                var look = labelled.Label.Length == 1 ? "labelled short" : "labelled";
                Spans(html, $"<p class=\"{look}\"><b>{Escape(labelled.Label)}</b>{PaperLabels.Colon}", labelled.Spans, "</p>\n");
                break;
            case AddresseeBlock addressees:
                Spans(html, "<p class=\"addressees\">", addressees.Spans, "</p>\n");
                break;
            case NoteBlock note:
                Spans(html, "<p class=\"note\">", note.Spans, "</p>\n");
                break;
            case QuoteBlock quote:
                Spans(html, "<blockquote><p>", quote.Spans, "</p></blockquote>\n");
                break;
            case TableBlock table:
                AddTable(html, table);
                break;
            case PageBreakBlock:
                html.Append("<hr>\n");
                break;
            default:
                Spans(html, "<p>", block.Spans, "</p>\n");
                break;
        }
    }

    private static void AddTable(StringBuilder html, TableBlock table)
    {
        html.Append("<table>\n");
        foreach (var (index, row) in table.Rows.Index())
        {
            var cell = index == 0 ? "th" : "td";
            html.Append("<tr>");
            foreach (var spans in row)
            {
                Spans(html, $"<{cell}>", spans, $"</{cell}>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</table>\n");
    }

    private static void Spans(StringBuilder html, string open, IReadOnlyList<PaperSpan> spans, string close)
    {
        html.Append(open);
        foreach (var span in spans)
        {
            html.Append(span.Strong ? "<strong>" : "").Append(span.Emphasis ? "<em>" : "");
            html.Append(Escape(span.Text));
            html.Append(span.Emphasis ? "</em>" : "").Append(span.Strong ? "</strong>" : "");
        }

        html.Append(close);
    }

    private static void Line(StringBuilder html, string element, string? className, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            html.Append('<').Append(element).Append(className is null ? "" : $" class=\"{className}\"").Append('>');
            html.Append(Escape(text)).Append("</").Append(element).Append(">\n");
        }
    }

    /// <summary>One part at the left end of a line, one at the right.</summary>
    private static void Ends(StringBuilder html, string className, string? left, string? right)
    {
        if (left is not null || right is not null)
        {
            html.Append("<p class=\"").Append(className).Append("\"><span>").Append(Escape(left ?? "")).Append("</span><span>");
            html.Append(Escape(right ?? "")).Append("</span></p>\n");
        }
    }

    private static string Escape(string text) =>
        text.AsSpan().ContainsAny("&<>\"'")
            ? new StringBuilder(text)
                .Replace("&", "&amp;")
                .Replace("<", "&lt;")
                .Replace(">", "&gt;")
                .Replace("\"", "&quot;")
                .Replace("'", "&#39;")
                .ToString()
            : text;
}
