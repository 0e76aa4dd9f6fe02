using System.Globalization;

namespace SupervisionBot.Bot.Understanding;

/// <summary>
/// Which of a few matters a sentence means, by the words they share. Pairs of characters that many of the matters have in common say little, rare ones
/// much; nothing is known here about any particular matter.
/// </summary>
internal static class MatterWords
{
    // A lead smaller than this is none: better asked than guessed.
    private const double Lead = 1.5;

    /// <summary>Positions of the matters that the sentence may mean: one when it is clear, several when they are as likely, none when it names none.</summary>
    public static IReadOnlyList<int> Find(string sentence, IReadOnlyList<string> matters)
    {
        var said = Pairs(sentence);
        var pairs = matters.Select(Pairs).ToList();
        var scores = pairs.ConvertAll(own => own.Where(said.Contains).Sum(pair => Weight(pair, pairs)));
        var best = scores.DefaultIfEmpty().Max();
        return best <= 0 ? [] : [.. Enumerable.Range(0, scores.Count).Where(i => scores[i] * Lead > best)];
    }

    // What all of several matters share tells none of them apart.
    private static double Weight(string pair, List<HashSet<string>> all)
    {
        var having = all.Count(own => own.Contains(pair));
        return all.Count == 1 ? 1 : Math.Log((double)all.Count / having);
    }

    private static HashSet<string> Pairs(string text)
    {
        var pairs = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (IsHan(text[i]) && IsHan(text[i + 1]))
            {
                pairs.Add(text.Substring(i, 2));
            }
        }

        return pairs;
    }

    private static bool IsHan(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter;
}
