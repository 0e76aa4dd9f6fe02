using System.Text.RegularExpressions;
using SupervisionBot.Core.Calendars.Expressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>Numbers of tasks of the register as people type them: 任务7, 第十一条, 7号任务.</summary>
internal static partial class TaskNumbers
{
    private const int TimeoutMilliseconds = 250;

    /// <summary>The number of a task of the register, in digits.</summary>
    public static NumberMention? Find(string text)
    {
        var match = Task().Match(text);
        if (!match.Success || OfAPaper().IsMatch(text))
        {
            return null;
        }

        ChineseNumber.Read(match.Groups["n"].ValueSpan, out var value);
        return value is > 0 and < 1000
            ? new NumberMention(value.ToString(System.Globalization.CultureInfo.InvariantCulture), match.Index, match.Length)
            : null;
    }

    // 按条例第三十九条 and 建议第二条改一下 speak of an article or of a paper's text.
    [GeneratedRegex("(条例|法|办法|规定|建议|同意|纪要).{0,6}第.{1,4}(条|项)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OfAPaper();

    [GeneratedRegex(
        @"任务 ?(?<n>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?!月[0-9])|第 ?(?<n>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:条|项|个任务|号任务)|(?<![0-9])(?<n>[0-9]{1,3})号任务",
        RegexOptions.ExplicitCapture,
        TimeoutMilliseconds
    )]
    private static partial Regex Task();
}
