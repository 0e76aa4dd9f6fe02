using System.Text;
using SupervisionBot.Core.Forms;

namespace SupervisionBot.Core.Documents;

/// <summary>What people typed, as Markdown that means exactly those words: no heading, list, link, emphasis, entity or tag comes of it.</summary>
internal static class MarkdownText
{
    // Every one of these may begin something within a line (CommonMark 0.31, section 6); a backslash before ASCII punctuation makes it a letter.
    private const string Inline = "\\`*_[]<>&~|^$";
    private const string LineStart = "#+-=:";

    /// <summary>One line: line feeds become spaces.</summary>
    public static string Line(string? text) => Escape(string.Join(' ', Lines(text)));

    /// <summary>A stretch within a line: its ends stay as they are.</summary>
    public static string Within(string text) => Escape(text);

    /// <summary>A paragraph for every line that is not empty.</summary>
    public static IEnumerable<string> Paragraphs(string? text) => Lines(text).Select(Escape);

    private static string[] Lines(string? text) =>
        PlainText.Clean(text).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Escape(string line)
    {
        var escaped = new StringBuilder(line.Length + 8);
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        for (var i = 0; i < line.Length; i++)
        {
            var startsBlock = i == 0 ? LineStart.Contains(line[i]) : i == digits && line[i] is '.' or ')';
            if (startsBlock || Inline.Contains(line[i]))
            {
                escaped.Append('\\');
            }

            escaped.Append(line[i]);
        }

        return escaped.ToString();
    }
}
