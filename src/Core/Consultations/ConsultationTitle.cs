using System.Buffers;
using System.Text;
using SupervisionBot.Core.Forms;

namespace SupervisionBot.Core.Consultations;

/// <summary>议题 as it is kept: one line of at most 30 characters.</summary>
public static class ConsultationTitle
{
    public const int MaxLength = 30;
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，。；！？,;\n");

    /// <summary>The title as given, on one line; null when there is none.</summary>
    public static string? Of(string? given) => FreeText.Kept(given?.ReplaceLineEndings(" "));

    /// <summary>What stands for a title that nobody gave.</summary>
    public static string FirstClause(string account)
    {
        var text = PlainText.Clean(account);
        var end = text.AsSpan().IndexOfAny(ClauseEnds);
        return Cut(end > 0 ? text[..end] : text, MaxLength);
    }

    /// <summary>The beginning of a text, by characters as people count them, with … where something was left out.</summary>
    public static string Cut(string text, int length)
    {
        var runes = text.EnumerateRunes().ToList();
        return runes.Count <= length
            ? text
            : runes.Take(length - 1).Aggregate(new StringBuilder(), (line, rune) => line.Append(rune.ToString())).Append('…').ToString();
    }
}
