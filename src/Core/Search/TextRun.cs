using System.Globalization;
using System.Text;

namespace SupervisionBot.Core.Search;

/// <summary>A piece of a text that belongs together: Chinese characters, or a word of letters, or one of digits. Each element is one character, whole.</summary>
internal sealed record TextRun(RunKind Kind, IReadOnlyList<string> Characters)
{
    // A longer word is cut, in records and questions alike, so that both still meet.
    private const int LongestWord = 40;

    public string Word => string.Concat(Characters.Take(LongestWord));

    /// <summary>Cuts a text into runs; everything else (signs, spaces, control characters, halves of characters) only separates.</summary>
    public static IEnumerable<TextRun> Of(string text)
    {
        var characters = new List<string>();
        var kind = RunKind.None;
        foreach (var rune in Plain(text).EnumerateRunes())
        {
            var next = KindOf(rune);
            if (next != kind && characters.Count > 0)
            {
                yield return new TextRun(kind, characters);
                characters = [];
            }

            kind = next;
            if (kind != RunKind.None)
            {
                characters.Add(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        if (characters.Count > 0)
        {
            yield return new TextRun(kind, characters);
        }
    }

    /// <summary>Full width becomes half width; what is no character at all would stop the normalisation and becomes a gap first.</summary>
    private static string Plain(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(IsCharacter(rune) ? rune : new Rune(' '));
        }

        return whole.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static bool IsCharacter(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.OtherNotAssigned or UnicodeCategory.Control or UnicodeCategory.PrivateUse);

    private static RunKind KindOf(Rune rune) =>
        IsHan(rune.Value) ? RunKind.Han
        : Rune.IsDigit(rune) ? RunKind.Digits
        : Rune.IsLetter(rune) ? RunKind.Letters
        : RunKind.None;

    private static bool IsHan(int code) =>
        code is 0x3007 or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);
}

internal enum RunKind
{
    None,
    Han,
    Letters,
    Digits,
}
