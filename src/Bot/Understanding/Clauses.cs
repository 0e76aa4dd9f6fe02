using System.Buffers;

namespace SupervisionBot.Bot.Understanding;

/// <summary>A text cut at its punctuation.</summary>
internal static class Clauses
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("，,。；;！!？?：:\n\r");
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。；;！!？?\n\r");

    /// <summary>The non-empty clauses in order, trimmed.</summary>
    public static IEnumerable<string> Of(string text)
    {
        for (var start = 0; start < text.Length; )
        {
            var length = LengthUntil(text, start, Ends);
            var clause = text.Substring(start, length).Trim();
            if (clause.Length > 0)
            {
                yield return clause;
            }

            start += length + 1;
        }
    }

    /// <summary>What stands from <paramref name="start"/> to the end of the sentence, commas included.</summary>
    public static string ToSentenceEnd(string text, int start) => text.Substring(start, LengthUntil(text, start, SentenceEnds)).Trim();

    private static int LengthUntil(string text, int start, SearchValues<char> ends) =>
        text.AsSpan(start).IndexOfAny(ends) is var end and >= 0 ? end : text.Length - start;
}
