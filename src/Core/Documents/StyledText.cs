using System.Text;
using System.Text.RegularExpressions;

namespace SupervisionBot.Core.Documents;

/// <summary>Text with the look of every character, so that a rule may run across the border of an emphasis.</summary>
internal sealed class StyledText
{
    private readonly StringBuilder text = new();
    private readonly List<byte> looks = [];

    public string Text => text.ToString();

    public bool IsEmpty => text.Length == 0;

    public void Append(ReadOnlySpan<char> added, bool strong, bool emphasis)
    {
        text.Append(added);
        looks.AddRange(Enumerable.Repeat((byte)((strong ? 1 : 0) | (emphasis ? 2 : 0)), added.Length));
    }

    public void Trim()
    {
        var all = Text;
        var (start, kept) = (all.Length - all.TrimStart().Length, all.Trim().Length);
        text.Remove(start + kept, all.Length - start - kept).Remove(0, start);
        looks.RemoveRange(start + kept, looks.Count - start - kept);
        looks.RemoveRange(0, start);
    }

    /// <summary>What takes a match's place has the look of the match's first character.</summary>
    public void Replace(Regex pattern, Func<Match, string> with)
    {
        var before = Text;
        if (!pattern.IsMatch(before))
        {
            return;
        }

        var shift = 0;
        foreach (Match match in pattern.Matches(before))
        {
            var now = with(match);
            var at = match.Index + shift;
            var look = match.Length > 0 ? looks[at] : (byte)0;
            text.Remove(at, match.Length).Insert(at, now);
            looks.RemoveRange(at, match.Length);
            looks.InsertRange(at, Enumerable.Repeat(look, now.Length));
            shift += now.Length - match.Length;
        }
    }

    /// <summary>One span for each stretch of the same look.</summary>
    public IReadOnlyList<PaperSpan> ToSpans()
    {
        var all = Text;
        var spans = new List<PaperSpan>();
        for (var start = 0; start < all.Length; )
        {
            var end = start;
            while (end < all.Length && looks[end] == looks[start])
            {
                end++;
            }

            spans.Add(new PaperSpan(all[start..end], (looks[start] & 1) != 0, (looks[start] & 2) != 0));
            start = end;
        }

        return spans;
    }
}
