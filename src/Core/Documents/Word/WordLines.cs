namespace SupervisionBot.Core.Documents.Word;

/// <summary>
/// How many lines of the grid the text takes, reckoned as it will be set: it decides whether the imprint still fits under the last line or begins a new page. A line more
/// or less does no harm, since the imprint floats.
/// </summary>
internal static class WordLines
{
    /// <summary>Lines used on the last page, from 1 to 22; at the start of the document those of its front.</summary>
    public static int OnLastPage(PaperTree tree)
    {
        var used = WordFront.Lines(tree);
        foreach (var block in tree.Body)
        {
            used = block switch
            {
                PageBreakBlock => 0,
                ArticleTitleBlock article => used + article.Lines.Count + 1,
                BylineBlock => used + 2,
                TableBlock table => used + table.Rows.Count * 2,
                _ => used + Count(block),
            };
            used = OnPage(used);
        }

        if (tree.Attendance.Count > 0)
        {
            used = OnPage(used + 1 + tree.Attendance.Sum(Count));
        }

        return OnPage(used + (tree.Signature is null ? 0 : 3));
    }

    /// <summary>Lines of a paragraph of the text.</summary>
    public static int Count(PaperBlock block) => Count(block.Text, WordPage.Characters - (block is LabelledBlock ? 5 : 0), WordPage.Characters - 2);

    /// <summary>Lines of a paragraph, given the characters that fit on its lines and on its first.</summary>
    public static int Count(string text, double room, double first)
    {
        var (lines, left) = (1, first);
        foreach (var rune in text.EnumerateRunes())
        {
            var width = PaperCharacters.Width(rune);
            if (width > left + 0.01)
            {
                (lines, left) = (lines + 1, room);
            }

            left -= width;
        }

        return lines;
    }

    private static int OnPage(int used) => used <= WordPage.Lines ? used : (used - 1) % WordPage.Lines + 1;
}
