using System.Text.RegularExpressions;
using SupervisionBot.Core.Consultations.Signing;

namespace SupervisionBot.Bot.Understanding;

/// <summary>Reads how a unit countersigns in its own words: 同意，建议把巡查频次写明 · 我们保留意见，…… · 不同意第三条，…….</summary>
internal static partial class CountersignSentence
{
    /// <summary>The answer that the sentence opens with, and what is said beside it, in the unit's own words; null when it is no such answer.</summary>
    public static (CountersignChoice Choice, string? Text)? Read(string sentence)
    {
        if (Question().IsMatch(sentence) || Opening().Match(sentence) is not { Success: true } opening)
        {
            return null;
        }

        var words = Rest(sentence, opening);
        return opening.Groups["no"].Success ? (CountersignChoice.Disagree, words)
            : opening.Groups["reserve"].Success ? (CountersignChoice.Reserve, words)
            : opening.Groups["principle"].Success || Suggestion().IsMatch(words ?? "") ? (CountersignChoice.AgreeWithSuggestion, Suggested(words))
            : (CountersignChoice.Agree, null);
    }

    /// <summary>What was said after a choice was pressed: without the name of the choice, where it is repeated.</summary>
    public static string WordsOf(string sentence, CountersignChoice choice) =>
        Read(sentence) is { } said && said.Choice == choice && said.Text is { } text ? text : sentence;

    /// <summary>True when it replaces an answer that was given before: 改成同意 · 改为保留意见，…….</summary>
    public static bool IsChange(string sentence) => Changed().IsMatch(sentence);

    [GeneratedRegex("^(我|本)?(局|们|单位|方)?(改|更正|变更)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Changed();

    // What stands in the opening clause beside the answer itself (不同意第三条) belongs to the words.
    private static string? Rest(string sentence, Match opening)
    {
        var rest = sentence[(opening.Index + opening.Length)..].TrimStart('，', ',', '。', '；', ';', '：', ':', ' ', '\n', '、');
        return rest.Length == 0 ? null : rest;
    }

    private static string? Suggested(string? words) => words is null ? null : LeadingSuggestion().Replace(words, "");

    [GeneratedRegex(
        "^((我|本)(局|们|单位|大队|镇|街道|乡|办|方)|我们(局|镇|街道|乡)|我们)?((改|更正|变更)(为|成|签|一下)?[：:，,]?|的?意见(改为|改成)|的意见(是|：)|研究(了|后)?，?|看了?，?|对纪要|对文稿|这边|经研究，?)*"
            + "((?<no>不同意|不赞成|有异议)|(?<reserve>保留意见|持保留意见|有保留)|(?<principle>原则(上)?同意|基本同意)|(?<yes>同意|无意见|没有?意见|无异议|没问题))",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Opening();

    [GeneratedRegex(
        "建议|最好|请(把|将|在|补|改|写|明确)|希望|但|不过|需要?(把|将|补|改|写|明确)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Suggestion();

    [GeneratedRegex("^(但是?|不过)?[，,]?建议[：:，,]?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingSuggestion();

    [GeneratedRegex("[？?]$|吗$|怎么|同意没|同意了没|什么时候|催", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Question();
}
