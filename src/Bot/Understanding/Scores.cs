using System.Text.RegularExpressions;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Calendars.Expressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>Ratings as people give them: one of the four words, 满分, or a number of points or stars.</summary>
internal static partial class Scores
{
    // Longer words first: 非常满意 contains 满意.
    private static readonly string[] Words = ["非常满意", "很满意", "十分满意", "基本满意", "满意", "满分"];

    private const int LongestRating = 120;

    /// <summary>The word (an unlisted degree falls back to its plain word; a denied one is 不满意), the number, or null.</summary>
    public static object? Find(string text)
    {
        if (Unclear().IsMatch(text) || OfOthers().IsMatch(text))
        {
            return null;
        }

        if (Denied().IsMatch(text))
        {
            return "不满意";
        }

        foreach (var word in Words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return word switch
                {
                    "很满意" or "十分满意" => "非常满意",
                    _ => word,
                };
            }
        }

        var match = Points().Match(text);
        return match.Success && ChineseNumber.Read(match.Groups["n"].ValueSpan, out var points) > 0 && points >= 0 ? points : null;
    }

    /// <summary>The rating of a sentence that is one; null where the words stand in a sentence that wishes for something, or complains of somebody else.</summary>
    public static OrderRating? Spoken(string text) => text.Length <= LongestRating && !Wishes().IsMatch(text) ? RatingIn(text) : null;

    /// <summary>改成满意: in place of what was said before.</summary>
    public static bool IsChange(string text) => Changed().IsMatch(text);

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
        "(没有?|无|不是|谈不上|说不上|算不上)(什么|啥)?不满意|满不满意|满意不满意|是否满意",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Unclear();

    [GeneratedRegex(
        "(群众|百姓|村民|商户|居民|业主|家长|学生|周边|大伙|大家).{0,12}满意",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OfOthers();

    [GeneratedRegex(
        "(不|没有?|谈不上|说不上|算不上)(是|算|咋|怎么|太|很|大|十分|特别|那么|多么)*满意",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Denied();

    [GeneratedRegex("改(成|为|评|一下)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Changed();

    [GeneratedRegex(
        "想请|专班|会商|开(个|一次)?会|点一?单|说归|归谁|帮我们|麻烦|请.{1,8}(局|队|所|来|派)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Wishes();

    // 十分 by itself is ten points, before another word it is a degree; 9点10分 is an hour, 三分地 an area, 二分队 a unit.
    [GeneratedRegex(
        @"(?<![0-9点时:：.百千亩第])(?<n>[0-9]{1,3}|[一二三四五六七八九两]|十(?=颗|分(?:[，,。！!]|$)))(?:分|颗星|星)(?![钟局管享之期别头开地贝队场村级配割成明析布散外类工歧层户包块内洪流红院店公支])",
        RegexOptions.ExplicitCapture,
        250
    )]
    private static partial Regex Points();
}
