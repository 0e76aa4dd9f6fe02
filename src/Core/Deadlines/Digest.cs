using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Core.Deadlines;

/// <summary>The one message of a morning: its only line in full, or a numbered list (conversation.md 2.5).</summary>
internal static class Digest
{
    // More than that nobody reads on a telephone; the rest stands in 我的待办.
    private const int Most = 9;

    public static Message Of(IReadOnlyList<DigestLine> lines, DateOnly today)
    {
        if (lines is [var only])
        {
            return only.Alone;
        }

        var inOrder = lines.OrderByDescending(l => l.Mine).ThenBy(l => l.Due).ToList();
        var mine = inOrder.Count(l => l.Mine);
        var day = ChinaTime.Day(today);
        return new Message
        {
            Title =
                mine == inOrder.Count ? Texts.DigestTitle.With(day, mine)
                : mine == 0 ? Texts.DigestTitleOthers.With(day, inOrder.Count)
                : Texts.DigestTitleBoth.With(day, mine, inOrder.Count - mine),
            Text = string.Join(
                '\n',
                WarningsOf([.. inOrder.Take(Most)]).Append(inOrder.Count > Most ? Texts.DigestMore.With(inOrder.Count - Most) : Texts.DigestHow)
            ),
            Choices = [.. inOrder.Take(Most).Select(l => l.Entry)],
        };
    }

    /// <summary>Each warning once, with the numbers of the lines it is about.</summary>
    private static IEnumerable<string> WarningsOf(IReadOnlyList<DigestLine> shown) =>
        shown
            .Select((line, index) => (line.Warning, Number: index + 1))
            .Where(l => l.Warning is not null)
            .GroupBy(l => l.Warning!, l => l.Number, StringComparer.Ordinal)
            .Select(w => Texts.DigestWarning.With(string.Join('、', w), w.Key));
}
