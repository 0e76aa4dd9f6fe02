using System.Text.RegularExpressions;
using SupervisionBot.Core.Calendars.Expressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>Reads the order of agenda items as the office says it: 3 1 2 · 先第3个 · 砖厂那件放最前 · 第一个放到最后.</summary>
internal static partial class AgendaOrder
{
    /// <summary>
    /// Positions (from 0) in the new order. Items that are named go to the front in the order in which they are named, or to the end where that is said;
    /// the others keep theirs.
    /// </summary>
    /// <param name="titles">The items in their present order.</param>
    /// <returns>Null when no item is named, or one that is not there.</returns>
    public static IReadOnlyList<int>? Read(string sentence, IReadOnlyList<string> titles)
    {
        var (front, back) = (new List<int>(), new List<int>());
        foreach (var clause in Clauses.Of(Spaced().Replace(sentence, "，")))
        {
            var named = Named(clause, titles);
            if (named.Any(i => i < 0 || i >= titles.Count))
            {
                return null;
            }

            (Last().IsMatch(clause) ? back : front).AddRange(named);
        }

        var moved = front.Concat(back).ToList();
        if (moved.Count == 0 || moved.Distinct().Count() != moved.Count)
        {
            return null;
        }

        return [.. front, .. Enumerable.Range(0, titles.Count).Except(moved), .. back];
    }

    private static List<int> Named(string clause, IReadOnlyList<string> titles)
    {
        var numbers = Number().Matches(clause).Select(m => ChineseNumber.Read(m.Groups["n"].ValueSpan, out var n) > 0 ? n - 1 : -1).ToList();
        if (numbers.Count > 0)
        {
            return numbers;
        }

        // 312, said in one word.
        return Digits().Match(clause) is { Success: true } run && run.Length == titles.Count ? [.. run.Value.Select(c => c - '1')]
            : MatterWords.Find(clause, titles) is [var only] ? [only]
            : [];
    }

    // 3 1 2: spaces separate, as commas and 、 do.
    [GeneratedRegex(@"(?<=[0-9一二三四五六七八九十])[ 、.．>→-]+(?=[0-9一二三四五六七八九十])", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Spaced();

    [GeneratedRegex(
        @"第(?<n>[0-9]{1,2}|[一二三四五六七八九十]{1,3})|(?<![0-9])(?<n>[0-9]{1,2})(?=$|号|个|项|件|放|排|先|在)|^(?<n>[一二三四五六七八九十]{1,2})$",
        RegexOptions.ExplicitCapture,
        100
    )]
    private static partial Regex Number();

    [GeneratedRegex("^[1-9]{3,9}$", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex("最后|末尾|后面|往后|压后|殿后", RegexOptions.NonBacktracking)]
    private static partial Regex Last();
}
