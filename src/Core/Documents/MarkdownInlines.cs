using Markdig.Syntax.Inlines;

namespace SupervisionBot.Core.Documents;

/// <summary>The inside of a paragraph as styled text. Links and images become words, with their address where it is not the words themselves.</summary>
internal static class MarkdownInlines
{
    /// <summary>Every line, whether it ends softly or hard.</summary>
    public static List<StyledText> Lines(ContainerInline? inlines)
    {
        var lines = new List<StyledText> { new() };
        Walk(inlines, () => lines[^1], () => lines.Add(new StyledText()), strong: false, emphasis: false);
        return lines;
    }

    /// <summary>The same as one line.</summary>
    public static StyledText OneLine(ContainerInline? inlines)
    {
        var text = new StyledText();
        AddTo(text, inlines);
        return text;
    }

    /// <summary>Adds it to what is there, line ends as spaces.</summary>
    public static void AddTo(StyledText text, ContainerInline? inlines)
    {
        if (!text.IsEmpty)
        {
            text.Append(" ", strong: false, emphasis: false);
        }

        Walk(inlines, () => text, () => text.Append(" ", strong: false, emphasis: false), strong: false, emphasis: false);
    }

    private static void Walk(ContainerInline? inlines, Func<StyledText> line, Action newLine, bool strong, bool emphasis)
    {
        foreach (var inline in inlines ?? [])
        {
            switch (inline)
            {
                case LiteralInline literal:
                    line().Append(literal.Content.AsSpan(), strong, emphasis);
                    break;
                case LineBreakInline:
                    newLine();
                    break;
                case CodeInline code:
                    line().Append(code.Content, strong, emphasis);
                    break;
                case HtmlEntityInline entity:
                    line().Append(PaperCharacters.Line(entity.Transcoded.ToString()), strong, emphasis);
                    break;
                case AutolinkInline address:
                    line().Append(address.Url, strong, emphasis);
                    break;
                case HtmlInline html:
                    line().Append(html.Tag, strong, emphasis);
                    break;
                case EmphasisInline marked:
                    Walk(marked, line, newLine, strong || marked.DelimiterCount > 1, emphasis || marked.DelimiterCount == 1);
                    break;
                case LinkInline link:
                    Walk(link, line, newLine, strong, emphasis);
                    AddAddress(link, line(), strong, emphasis);
                    break;
                case DelimiterInline unmatched:
                    line().Append(unmatched.ToLiteral(), strong, emphasis);
                    Walk(unmatched, line, newLine, strong, emphasis);
                    break;
                case ContainerInline container:
                    Walk(container, line, newLine, strong, emphasis);
                    break;
            }
        }
    }

    private static void AddAddress(LinkInline link, StyledText line, bool strong, bool emphasis)
    {
        var address = string.Join(' ', new[] { link.Url, link.Title }.Where(part => !string.IsNullOrWhiteSpace(part)));
        if (address.Length > 0 && !line.Text.EndsWith(address, StringComparison.Ordinal))
        {
            line.Append(Texts.Brackets.With(PaperCharacters.Line(address)), strong, emphasis);
        }
    }
}
