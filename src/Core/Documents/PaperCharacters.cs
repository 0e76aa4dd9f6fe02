using System.Globalization;
using System.Text;

namespace SupervisionBot.Core.Documents;

/// <summary>
/// Characters that may stand in a paper: what XML 1.0 refuses is dropped, and so are marks that turn the direction of reading, because a signed text must read as
/// it is written. Emoji and rare Han stay.
/// </summary>
internal static class PaperCharacters
{
    /// <summary>Line feeds and tabs stay.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || IsRefused(rune.Value)))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    /// <summary>One line, ends trimmed.</summary>
    public static string Line(string? text) =>
        string.Join(' ', Clean(text).Split(['\n', '\t'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>How wide it is set: 1 for a Han character, ½ for Latin letters and digits, nothing for what only changes its neighbour.</summary>
    public static double Width(Rune rune) =>
        rune.Value switch
        {
            < 0x80 => 0.5,
            < 0x250 => 0.55,
            _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0 : 1,
        };

    /// <inheritdoc cref="Width(Rune)"/>
    public static double Width(string text) => text.EnumerateRunes().Sum(Width);

    private static bool IsRefused(int value) =>
        value is 0xFFFE or 0xFFFF or 0xFFFD or 0x2028 or 0x2029 or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
