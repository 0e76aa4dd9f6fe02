namespace SupervisionBot.Core.Documents;

/// <summary>议定事项 in the words of a paper. What it does not say is empty.</summary>
/// <param name="Heading">The heading 一、 it stands under.</param>
/// <param name="Section">The place of that heading, from 0, what became of earlier resolutions not counted.</param>
/// <param name="Text">The matter, without who and until when.</param>
public sealed record PaperResolution(string Heading, int Section, string Text, string Lead, IReadOnlyList<string> Supporting, string Due);

/// <summary>
/// Reads the resolutions off a text: every line that names a 责任单位, and every entry of a list under a heading that ends with 议定事项. What became of
/// earlier resolutions is passed over.
/// </summary>
public static class PaperResolutions
{
    private static readonly string LeadLabel = Label(Texts.Responsible);
    private static readonly string SupportingLabel = Label(Texts.Supporting);
    private static readonly string DueLabel = Label(Texts.Due);
    private static readonly char[] Opening = ['（', '(', ' '];
    private static readonly char[] Closing = ['）', ')', '。', '.', ' '];

    /// <summary>In the order of the text.</summary>
    public static IReadOnlyList<PaperResolution> In(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        return
        [
            .. Lines(PaperTree.Of(new Paper(PaperKind.Minutes, "", "", markdown)).Body)
                .Where(line => line.Listed || line.Words.Contains(LeadLabel, StringComparison.Ordinal))
                .Select(Read),
        ];
    }

    private static List<Line> Lines(IReadOnlyList<PaperBlock> body)
    {
        var lines = new List<Line>();
        var (heading, section, earlier, list) = ("", -1, false, false);
        foreach (var block in body)
        {
            if (block is HeadingBlock { Text: var title, Level: var level })
            {
                if (level <= 1)
                {
                    earlier = title.EndsWith(Texts.Previous, StringComparison.Ordinal);
                    (heading, section) = (title, earlier ? section : section + 1);
                }

                list = title.EndsWith(Texts.Resolutions, StringComparison.Ordinal);
            }
            else if (!earlier)
            {
                var words = string.Concat(block.Spans.Select(s => s.Text));
                var matter = WithoutMark(words);
                Add(lines, block, new Line(heading, section, list && (block is ItemBlock { Depth: 1 } || matter.Length < words.Length), matter));
            }
        }

        return lines;
    }

    /// <summary>Who and until when may stand on a line of their own under the matter.</summary>
    private static void Add(List<Line> lines, PaperBlock block, Line line)
    {
        if (block is TextBlock && lines is [.., var above] && line.Words.TrimStart(Opening).StartsWith(LeadLabel, StringComparison.Ordinal))
        {
            lines[^1] = above with { Words = above.Words + line.Words };
        }
        else
        {
            lines.Add(line);
        }
    }

    private static PaperResolution Read(Line line)
    {
        var at = line.Words.LastIndexOf(LeadLabel, StringComparison.Ordinal);
        if (at < 0)
        {
            return new PaperResolution(line.Heading, line.Section, ViewSentences.WithoutEndMark(line.Words), "", [], "");
        }

        var fields = line.Words[(at + LeadLabel.Length)..].TrimEnd(Closing).Split(['；', ';', '。'], StringSplitOptions.TrimEntries);
        string Field(string label) => fields.FirstOrDefault(f => f.StartsWith(label, StringComparison.Ordinal))?[label.Length..].Trim() ?? "";
        return new PaperResolution(
            line.Heading,
            line.Section,
            ViewSentences.WithoutEndMark(line.Words[..at].TrimEnd(Opening)),
            fields[0],
            Field(SupportingLabel).Split('、', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Field(DueLabel)
        );
    }

    private static string Label(string format) => format[..(format.IndexOf(PaperLabels.Colon, StringComparison.Ordinal) + 1)];

    /// <summary>An office may type 1. or （1） itself, without a list.</summary>
    private static string WithoutMark(string words)
    {
        var start = words.StartsWith('（') ? 1 : 0;
        var digits = words.Skip(start).TakeWhile(char.IsAsciiDigit).Count();
        var end = start + digits;
        var marked =
            digits is 1 or 2 && words.ElementAtOrDefault(end) == (start == 0 ? '.' : '）') && !char.IsAsciiDigit(words.ElementAtOrDefault(end + 1));
        return marked ? words[(end + 1)..].TrimStart() : words;
    }

    private sealed record Line(string Heading, int Section, bool Listed, string Words);
}
