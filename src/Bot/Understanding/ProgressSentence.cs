using System.Text.RegularExpressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>Reads what a unit reports on a resolution: RW12号办完了，巡查记录已交 · 砖厂那件议定事项有进展，喷淋装好了.</summary>
internal static partial class ProgressSentence
{
    /// <summary>True when the sentence names a resolution, by number or by the word, and tells something: no question, no nudge.</summary>
    public static bool IsMeant(string text) => Named().IsMatch(text) && !Asks().IsMatch(text);

    /// <summary>我单位的议定事项: the wish to see the list.</summary>
    public static bool AsksForList(string text) => List().IsMatch(text) && !Told().IsMatch(text);

    /// <summary>Reported as done, and not merely as under way.</summary>
    public static bool IsDone(string text) => Done().IsMatch(text) && !UnderWay().IsMatch(text);

    /// <summary>The number as typed, RW12 or 12; null when none is named.</summary>
    public static string? Number(string text) =>
        Numbered().Match(text) is { Success: true } named ? named.Groups["n"].Value : RecordNumbers.FindCertain(text)?.Typed;

    /// <summary>What is reported, without the number that it starts with.</summary>
    public static string WordsOf(string text)
    {
        var words = LeadingNumber().Replace(text, "").TrimStart('，', ',', '：', ':', '；', ';', ' ');
        return words.Length == 0 ? text : words;
    }

    [GeneratedRegex("(^|[^A-Za-z])RW|议定事项", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex(
        "[？?]|吗$|呢$|没$|没有$|到哪|进度$|怎么样|怎样|如何|查一?下|看一?下|催|提醒|谁|什么时候|哪些|哪几|多少|撤回|取消|有什么|有几",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Asks();

    [GeneratedRegex(
        "^议定事项$|(我|本|俺)(们|局|单位|镇|街道|乡|办|大队)*的?(还有)?.{0,6}议定事项.{0,4}$|(哪些|哪几|几|什么|列|看).{0,6}议定事项|议定事项.{0,4}(有哪些|有什么|清单|列|还有)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex List();

    [GeneratedRegex("进展|办完|办结|完成|报", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Told();

    [GeneratedRegex(
        "办完|办结|办好|办妥|完毕|(已经?|全部|都|基本)?完成了|已经?完成|全部完成|已经?(全部)?(落实|办理|整改|拆除|清理)(到位|完)|(落实|整改|清理)(到位|完了)|做完了|弄完了",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Done();

    [GeneratedRegex(
        "(没|未|还没|没有|尚未|不能|无法)(有|能)?(全部)?(办完|办结|办好|完成|落实|整改)|预计|正在|部分|一半|[一二三四五六七八九1-9]成|[0-9]{1,2}%|(前|底|内|能|可以)(可以?|能)?(全部)?(完成|办完|办结)|争取|计划",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex UnderWay();

    [GeneratedRegex(
        @"(?<n>RW[ -]?(20[0-9]{2}[ -]?)?[0-9]{1,4})|(?<n>[0-9]{1,4})号?(那件|那条|的)?议定事项|议定事项第?(?<n>[0-9]{1,4})号?|^(?<n>[0-9]{1,4})号",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        100
    )]
    private static partial Regex Numbered();

    [GeneratedRegex(
        @"^(RW[ -]?(20[0-9]{2}[ -]?)?[0-9]{1,4}号?|[0-9]{1,4}号?(那件|那条|的)?议定事项|议定事项第?[0-9]{1,4}号?|[0-9]{1,4}号)(议定事项|那件|这件|那条)?",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        100
    )]
    private static partial Regex LeadingNumber();
}
