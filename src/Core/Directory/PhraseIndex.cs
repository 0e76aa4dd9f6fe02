namespace SupervisionBot.Core.Directory;

/// <summary>
/// Finds known phrases in a text: at every position the longest one wins, and matches do not overlap. Latin letters match in either case.
/// One pass over the text, whatever its length.
/// </summary>
public sealed class PhraseIndex<T>
{
    private readonly Dictionary<char, (string Phrase, T Value)[]> byFirstCharacter;

    /// <summary>Empty phrases are left out; where two values share a phrase the first one has it.</summary>
    public PhraseIndex(IEnumerable<(string Phrase, T Value)> phrases) =>
        byFirstCharacter = phrases
            .Where(entry => entry.Phrase.Length > 0)
            .GroupBy(entry => char.ToUpperInvariant(entry.Phrase[0]))
            .ToDictionary(
                group => group.Key,
                group =>
                    group
                        .DistinctBy(entry => entry.Phrase, StringComparer.OrdinalIgnoreCase)
                        .OrderByDescending(entry => entry.Phrase.Length)
                        .ToArray()
            );

    /// <summary>All matches in order of appearance.</summary>
    /// <param name="text">The text to look through.</param>
    /// <param name="accept">Refuses a match by its start, so that a shorter one or a later one may stand; null accepts all.</param>
    public List<PhraseMatch<T>> Find(string text, Func<string, int, string, bool>? accept = null)
    {
        var found = new List<PhraseMatch<T>>();
        for (var position = 0; position < text.Length; position++)
        {
            if (!byFirstCharacter.TryGetValue(char.ToUpperInvariant(text[position]), out var candidates))
            {
                continue;
            }

            foreach (var (phrase, value) in candidates)
            {
                if (
                    text.AsSpan(position).StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && (accept is null || accept(text, position, phrase))
                )
                {
                    found.Add(new(value, position, phrase.Length));
                    position += phrase.Length - 1;
                    break;
                }
            }
        }

        return found;
    }

    /// <summary>Every occurrence of every phrase, those inside or across others included.</summary>
    public List<PhraseMatch<T>> FindAll(string text)
    {
        var found = new List<PhraseMatch<T>>();
        for (var position = 0; position < text.Length; position++)
        {
            if (byFirstCharacter.TryGetValue(char.ToUpperInvariant(text[position]), out var candidates))
            {
                foreach (var (phrase, value) in candidates)
                {
                    if (text.AsSpan(position).StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
                    {
                        found.Add(new(value, position, phrase.Length));
                    }
                }
            }
        }

        return found;
    }
}

/// <summary>Where a phrase stands in the text, in UTF-16 characters.</summary>
public readonly record struct PhraseMatch<T>(T Value, int Start, int Length)
{
    public int End => Start + Length;
}
