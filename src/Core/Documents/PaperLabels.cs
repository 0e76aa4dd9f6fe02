using System.Diagnostics.CodeAnalysis;

namespace SupervisionBot.Core.Documents;

/// <summary>The labels under which closing paragraphs of a text become blocks of attendance or distribution.</summary>
internal static class PaperLabels
{
    public const char Colon = '：';

    private static readonly string[] Attendance = [Texts.Host, Texts.Attend, Texts.Leave, Texts.Absent, Texts.SitIn, Texts.Recorder];
    private static readonly string[] Distribution = [Texts.Distribution, Texts.CopiedTo];

    public static bool IsDistribution(string label) => Distribution.Contains(label, StringComparer.Ordinal);

    /// <summary>Takes the labelled paragraphs off the end of the text. Their names keep the spaces between them.</summary>
    public static List<LabelledBlock> TakeClosing(List<PaperBlock> body)
    {
        var closing = new List<LabelledBlock>();
        while (body.Count > 0 && TryRead(body[^1], out var labelled))
        {
            closing.Insert(0, labelled);
            body.RemoveAt(body.Count - 1);
        }

        return closing;
    }

    /// <summary>Whether a line of the text, as typed, is one of them; then its spaces part names and stay.</summary>
    public static bool Begins(string text) => Attendance.Concat(Distribution).Any(label => HasLabel(text, label));

    private static bool TryRead(PaperBlock block, [NotNullWhen(true)] out LabelledBlock? labelled)
    {
        labelled = null;
        var text = block is TextBlock ? block.Text : "";
        if (Attendance.Concat(Distribution).FirstOrDefault(l => HasLabel(text, l)) is { } label)
        {
            labelled = new LabelledBlock(label, WithoutHead(block.Spans, text.IndexOfAny([Colon, ':']) + 1));
        }

        return labelled is not null;
    }

    private static bool HasLabel(string text, string label) =>
        text.StartsWith(label, StringComparison.Ordinal) && text.AsSpan(label.Length).TrimStart() is [Colon or ':', ..];

    private static List<PaperSpan> WithoutHead(IReadOnlyList<PaperSpan> spans, int head)
    {
        var rest = new List<PaperSpan>();
        foreach (var span in spans)
        {
            var cut = Math.Min(head, span.Text.Length);
            head -= cut;
            var text = rest.Count == 0 ? span.Text[cut..].TrimStart() : span.Text[cut..];
            if (text.Length > 0)
            {
                rest.Add(span with { Text = text });
            }
        }

        return rest;
    }
}
