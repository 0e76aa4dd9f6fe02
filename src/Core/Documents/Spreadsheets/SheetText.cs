using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace SupervisionBot.Core.Documents.Spreadsheets;

/// <summary>
/// What people typed, made harmless for a cell: no program may take it for a formula, neither from this file nor from one that it was saved to as plain text.
/// </summary>
internal static partial class SheetText
{
    /// <summary>More does not fit into a cell of any spreadsheet program.</summary>
    public const int Longest = 32_767;

    // Full width ones too: some programs take them for the others. See https://owasp.org/www-community/attacks/CSV_Injection
    private const string Openings = "=+-@＝＋－＠";

    // Everything that may have to go; most texts have none of it.
    private static readonly SearchValues<char> Doubtful = SearchValues.Create([
        .. Enumerable.Range(0, 0xFFFF + 1).Select(c => (char)c).Where(c => char.IsControl(c) || !XmlConvert.IsXmlChar(c)),
    ]);

    public static string Of(string text)
    {
        var clean = Clean(text);
        // The mark of the cell is lost in a plain-text file; the apostrophe stays.
        var harmless = clean.Length > 0 && Openings.Contains(clean[0]) ? $"'{clean}" : clean;
        return harmless.Length <= Longest ? harmless : Cut(harmless);
    }

    /// <summary><c>_x003D_</c> would be read back as an equals sign.</summary>
    public static string Escaped(string text) => text.Contains("_x", StringComparison.Ordinal) ? Escape().Replace(text, "_x005F_") : text;

    private static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(Doubtful))
        {
            return text.Trim();
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t')
            {
                clean.Append(rune.Value == '\n' ? '\n' : ' ');
            }
            else if (!Rune.IsControl(rune) && (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().Trim();
    }

    private static string Cut(string text)
    {
        var end = Longest - Texts.SheetCut.Length;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + Texts.SheetCut;
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
