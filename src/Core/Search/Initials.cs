using System.Collections.Frozen;

namespace SupervisionBot.Core.Search;

/// <summary>
/// The first letters of the Mandarin readings of a character: 砖 z, 重 z and c. The table is generated from the Unicode Han Database; <c>Data/initials.mjs</c>
/// makes it and says how.
/// </summary>
internal static class Initials
{
    private static readonly FrozenDictionary<char, string> Letters = Load();

    /// <summary>The letters, the more common reading first; empty where none is known.</summary>
    public static string Of(string character) => character.Length == 1 ? Letters.GetValueOrDefault(character[0], "") : "";

    private static FrozenDictionary<char, string> Load()
    {
        using var stream = typeof(Initials).Assembly.GetManifestResourceStream("SupervisionBot.Core.Search.Data.initials.txt")!;
        using var reader = new StreamReader(stream);
        var letters = new Dictionary<char, string>(30_000);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is not [var letter, var characters])
            {
                continue;
            }

            foreach (var character in characters)
            {
                letters[character] = letters.GetValueOrDefault(character, "") + letter;
            }
        }

        return letters.ToFrozenDictionary();
    }
}
