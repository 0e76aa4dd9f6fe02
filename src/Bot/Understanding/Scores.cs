using System.Text.RegularExpressions;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Calendars.Expressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>Ratings as people give them: one of the four words, 满分, or a number of points or stars.</summary>
internal static partial class Scores
{
    // Longer words first: 不满意 contains 满意.
    private static readonly string[] Words = ["非常满意", "很满意", "十分满意", "基本满意", "不太满意", "不满意", "满意", "满分"];

    /// <summary>The word (an unlisted degree falls back to its plain word), the number, or null.</summary>
    public static object? Find(string text)
    {
        foreach (var word in Words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return word switch
                {
                    "很满意" or "十分满意" => "非常满意",
                    "不太满意" => "不满意",
                    _ => word,
                };
            }
        }

        var match = Points().Match(text);
        return match.Success && ChineseNumber.Read(match.Groups["n"].ValueSpan, out var points) > 0 && points >= 0 ? points : null;
    }

    /// <summary>The four words; points out of five, and stars, are those words (domain: b3, 9). Null where none is said.</summary>
    public static OrderRating? RatingIn(string text) =>
        Find(text) switch
        {
            "非常满意" or "满分" or 5 or 100 or 10 => OrderRating.VerySatisfied,
            "满意" or 4 => OrderRating.Satisfied,
            "基本满意" or 3 => OrderRating.FairlySatisfied,
            "不满意" or 1 or 2 or 0 => OrderRating.Dissatisfied,
            _ => null,
        };

    [GeneratedRegex(
        @"(?<![0-9])(?<n>[0-9]{1,3}|[一二三四五六七八九十两])(?:分|颗星|星)(?!钟|局|管|享|之|期|别|头|开)",
        RegexOptions.ExplicitCapture,
        250
    )]
    private static partial Regex Points();
}
