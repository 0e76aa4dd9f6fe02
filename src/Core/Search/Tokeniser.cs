using System.Globalization;

namespace SupervisionBot.Core.Search;

/// <summary>
/// The one place where text becomes tokens, the same for both databases: overlapping pairs of Chinese characters, words, digits; of a title also the first letters
/// of its pinyin. A token of a special meaning begins with a mark that no text can contain, because normalisation turns it into a plain letter.
/// </summary>
public static class Tokeniser
{
    /// <summary>What a database must hold and compare for one record. A longer text is searchable by its first words only.</summary>
    public const int MostTokens = 40_000;

    /// <summary>Letters of pinyin that stand in one token; a longer question is cut.</summary>
    internal const int InitialsLength = 6;

    private const int MostReadings = 8;

    /// <summary>Every token of a record, each once.</summary>
    public static IReadOnlyList<string> Of(SearchText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new HashSet<string>(StringComparer.Ordinal) { Marked.Kind(text.Kind) };
        tokens.UnionWith(text.ForEverybody ? [Marked.Everybody] : text.Readers.Select(Marked.Reader));
        if (text.Number is { } number)
        {
            tokens.UnionWith(WrittenNumber.TokensOf(number));
            tokens.UnionWith(WordsOf(number));
        }

        foreach (var word in WordsOf(text.Title))
        {
            tokens.Add(word);
            tokens.Add(Marked.Title(word));
        }

        tokens.UnionWith(InitialsOf(text.Title));
        foreach (var word in WordsOf(text.Text))
        {
            if (tokens.Count >= MostTokens)
            {
                break;
            }

            tokens.Add(word);
        }

        return [.. tokens];
    }

    /// <summary>
    /// 砖厂扬尘 → 砖厂 厂扬 扬尘 尘: pairs, and the last character by itself, so that every single character is the beginning of some token. Words and digits as they are,
    /// digits also without leading zeros.
    /// </summary>
    internal static IEnumerable<string> WordsOf(string text)
    {
        foreach (var run in TextRun.Of(text))
        {
            if (run.Kind != RunKind.Han)
            {
                yield return run.Word;
                if (run.Kind == RunKind.Digits && run.Word.TrimStart('0') is { Length: > 0 } value && value != run.Word)
                {
                    yield return value;
                }

                continue;
            }

            foreach (var pair in PairsOf(run))
            {
                yield return pair;
            }

            yield return run.Characters[^1];
        }
    }

    internal static IEnumerable<string> PairsOf(TextRun run) =>
        Enumerable.Range(0, run.Characters.Count - 1).Select(i => run.Characters[i] + run.Characters[i + 1]);

    /// <summary>From every character on the first letters of the next ones, in every common reading: 砖厂扬尘 → zcyc cyc yc.</summary>
    private static IEnumerable<string> InitialsOf(string title) =>
        from run in TextRun.Of(title)
        where run.Kind == RunKind.Han
        from start in Enumerable.Range(0, run.Characters.Count - 1)
        from letters in ReadingsOf([.. run.Characters.Skip(start).Take(InitialsLength)])
        where letters.Length > 1
        select Marked.Initials(letters);

    private static List<string> ReadingsOf(IReadOnlyList<string> characters)
    {
        List<string> readings = [""];
        foreach (var letters in characters.Select(Initials.Of))
        {
            if (letters.Length == 0)
            {
                break;
            }

            // Characters with several readings multiply; beyond a few only the common one counts.
            var taken = readings.Count * letters.Length > MostReadings ? letters[..1] : letters;
            readings = [.. readings.SelectMany(_ => taken, (read, letter) => read + letter)];
        }

        return readings;
    }
}

/// <summary>Tokens with a meaning of their own.</summary>
internal static class Marked
{
    public const string Everybody = "ᵛall";

    public static string Reader(Guid unitOrPerson) => string.Create(CultureInfo.InvariantCulture, $"ᵛ{unitOrPerson:N}");

    public static string Kind(string kind) => $"ᵏ{kind.ToLowerInvariant()}";

    public static string Title(string word) => $"ᵗ{word}";

    public static string Initials(string letters) => $"ᵖ{letters}";

    /// <summary>A record's number, or the part of it that people write.</summary>
    public static string Number(string kind, string year, int sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"ⁿ{kind.ToLowerInvariant()}{year}n{sequence}");
}
