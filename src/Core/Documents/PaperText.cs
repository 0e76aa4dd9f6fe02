namespace SupervisionBot.Core.Documents;

/// <summary>A paper as plain text: what stands on it, one line a paragraph, in the order of the page.</summary>
public static class PaperText
{
    public static string Of(Paper paper) => string.Join('\n', Lines(PaperTree.Of(paper)));

    /// <summary>Every paragraph that has words; each cell of a table is one.</summary>
    internal static IEnumerable<string> Lines(PaperTree tree)
    {
        var (front, imprint) = (tree.Front, tree.Imprint);
        IEnumerable<string?> lines =
        [
            front.DraftMark,
            front.Masthead,
            front.Number,
            front.Issuer + front.Date,
            string.Concat(tree.Title),
            .. tree.Body.SelectMany(b => b.Text.Split('\n')),
            .. tree.Attendance.Select(b => b.Text),
            tree.Signature?.Issuer,
            tree.Signature?.Date,
            .. imprint.Distribution.Select(b => b.Text),
            imprint.PrintedBy + PrintedOn(imprint),
            imprint.Copies,
        ];
        return lines.OfType<string>().Where(line => line.Length > 0);
    }

    internal static string? PrintedOn(PaperImprint imprint) => imprint.PrintedOn is { } day ? Texts.PrintedOn.With(day) : null;
}
