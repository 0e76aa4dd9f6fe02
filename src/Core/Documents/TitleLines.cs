namespace SupervisionBot.Core.Documents;

/// <summary>
/// The title in lines of 2号 characters, as long as each other or shorter below (梯形), without splitting a word: breaks are sought after a particle, a mark
/// or a unit's name, and never inside a word of the trade.
/// </summary>
internal static class TitleLines
{
    /// <summary>Characters of 22 pt in the 156 mm of the text area.</summary>
    private const double Line = 20;

    private const double Never = 1_000;

    private static readonly string[] Words = Texts.TitleWords.Split(' ');

    public static IReadOnlyList<string> Break(string title)
    {
        if (title.Length == 0)
        {
            return [];
        }

        var width = PaperCharacters.Width(title);
        var count = (int)Math.Ceiling(width / Line);
        if (count == 1)
        {
            return [title];
        }

        var lines = new List<string>();
        var rest = title;
        for (; count > 1 && rest.Length > 0; count--)
        {
            var at = BestBreak(rest, PaperCharacters.Width(rest) / count);
            lines.Add(rest[..at].TrimEnd());
            rest = rest[at..].TrimStart();
            count = Math.Max(count, 1 + (int)Math.Ceiling(PaperCharacters.Width(rest) / Line));
        }

        return rest.Length > 0 ? [.. lines, rest] : lines;
    }

    /// <summary>The cheapest place: near the wished length, rather longer than shorter, and no word split.</summary>
    private static int BestBreak(string text, double wish)
    {
        var (best, bestCost) = (text.Length, double.MaxValue);
        var width = 0.0;
        foreach (var (index, rune) in Runes(text))
        {
            var end = index + rune.Utf16SequenceLength;
            width += PaperCharacters.Width(rune);
            if (width > Line && bestCost < double.MaxValue)
            {
                break;
            }

            var off = width - wish;
            var cost = (off < 0 ? -1.5 * off : off) + Cost(text, end);
            if (end < text.Length && cost < bestCost)
            {
                (best, bestCost) = (end, cost);
            }
        }

        return best;
    }

    private static double Cost(string text, int at)
    {
        if (
            at >= text.Length
            || Texts.TitleNotFirst.Contains(text[at])
            || (char.IsAsciiLetterOrDigit(text[at - 1]) && char.IsAsciiLetterOrDigit(text[at]))
        )
        {
            return Never;
        }

        if (Words.Any(word => Splits(text, at, word)))
        {
            return Never / 2;
        }

        var good = Texts.TitleGoodEnds.Contains(text[at - 1]) || Words.Any(w => text.AsSpan(0, at).EndsWith(w) || text.AsSpan(at).StartsWith(w));
        return good ? 0 : 4;
    }

    private static bool Splits(string text, int at, string word)
    {
        for (var before = 1; before < word.Length && before <= at; before++)
        {
            if (string.CompareOrdinal(text, at - before, word, 0, word.Length) == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(int Index, System.Text.Rune Rune)> Runes(string text)
    {
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            yield return (index, rune);
            index += rune.Utf16SequenceLength;
        }
    }
}
