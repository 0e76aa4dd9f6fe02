using System.Text.RegularExpressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>
/// Recognises that somebody looks for a record: 搜 砖厂, 找一下砖厂的件, 查 砖厂. Whoever asks how a matter stands (查进度, 查一下12号) does not: that is
/// <see cref="Intent.QueryStatus"/>.
/// </summary>
internal static partial class SearchSentence
{
    private const int LongestWish = 40;
    private const int TimeoutMilliseconds = 250;

    /// <summary>The words after 搜, which looks for them whatever is going on; empty when nothing stands there.</summary>
    /// <returns>Null when the text is no search.</returns>
    public static string? Command(string text)
    {
        var match = Searched().Match(text);
        return match.Success ? match.Groups["words"].Value.Trim() : null;
    }

    /// <summary>The words of a wish to find something, in a sentence.</summary>
    /// <returns>Null when the text is none, or asks for something else.</returns>
    public static string? Wish(string text)
    {
        if (text.Length > LongestWish || Otherwise().IsMatch(text) || RecordNumbers.FindCertain(text) is not null)
        {
            return null;
        }

        var match = Wished().Match(text);
        return match.Success ? match.Groups["words"].Value.Trim() : null;
    }

    // 搜查, 搜救 and their like are what units do in the field.
    [GeneratedRegex(
        @"^(?:请|帮我|帮忙)?搜(?:索|寻|一下|下|一搜|搜)?(?:[\s:：，,]+(?<words>[\s\S]*)|(?<words>$)|(?![查救集捕])(?<words>[\s\S]+))$",
        RegexOptions.ExplicitCapture,
        TimeoutMilliseconds
    )]
    private static partial Regex Searched();

    // Without a gap after the verb the sentence must say that it wants records: 找一下砖厂的件.
    [GeneratedRegex(
        @"^(?:请|麻烦|帮我|帮忙|我想|我要|想)*(?>查找|查阅|查一?下|找一?下|找一?找|查一?查|翻一?下|查|找)(?:\s+(?<words>\S[\s\S]*?)|(?<words>(?![我你他她这那上昨今])\S[\s\S]*?)(?:的|有关的|相关的)(?:件|会商|纪要|会议纪要|协助单|协助|单子|单|经验|案例|材料|资料|文件|记录|议定事项))[。！!]?$",
        RegexOptions.ExplicitCapture,
        TimeoutMilliseconds
    )]
    private static partial Regex Wished();

    [GeneratedRegex(
        "进度|进展|到哪|怎么|咋|状态|结果|结论|情况|办完|办结|没有|了吗|了没|周报|月报|通报|小结|统计|待办|逾期|超期|到期|期限|谁|多少|几件|哪|专班|人工|[0-9]号|[？?]",
        RegexOptions.ExplicitCapture,
        TimeoutMilliseconds
    )]
    private static partial Regex Otherwise();
}
