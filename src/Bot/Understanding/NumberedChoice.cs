using System.Text.RegularExpressions;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Understanding;

/// <summary>Reads “1”, “1 报领导审签”, “第2个”, “选三” or the words of a button against the last list that was shown.</summary>
internal static partial class NumberedChoice
{
    private const string ChineseDigits = "一二三四五六七八九";

    /// <summary>The number typed, when the text is nothing but a choice by number; null otherwise.</summary>
    public static int? NumberIn(string text)
    {
        var core = text.Trim().TrimStart('第', '选').TrimEnd('个', '项', '.', '。', '、', '．', '，', ',', '！', '!', ')', '）');
        if (core.Length is 0 or > 2)
        {
            return null;
        }

        var narrow = string.Concat(core.Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c));
        if (narrow.All(char.IsAsciiDigit))
        {
            return int.Parse(narrow, System.Globalization.CultureInfo.InvariantCulture);
        }

        return narrow.Length == 1 && ChineseDigits.IndexOf(narrow[0], StringComparison.Ordinal) is var at and >= 0 ? at + 1 : null;
    }

    /// <summary>The choice that the words name: the label, alone or after its number.</summary>
    public static Choice? ByLabel(ChoiceList list, string text)
    {
        var said = Bare(text);
        for (var i = 0; i < list.Choices.Count; i++)
        {
            var label = Bare(list.Choices[i].Label);
            if (said == label || said == $"{i + 1}{label}")
            {
                return list.Choices[i];
            }
        }

        return null;
    }

    /// <summary>
    /// The choice whose leading verb was said, where it is the only one that begins with it: 同意 for 同意报送; and with the sentence that it asks for behind
    /// the verb, 退回，缺现场照片 for 退回，说一句. What cannot be undone wants its whole label.
    /// </summary>
    public static (Choice Choice, string? Sentence)? ByVerb(ChoiceList list, string text)
    {
        var match = Spoken().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var (verb, rest) = (match.Groups["verb"].Value, match.Groups["rest"].Value.Trim());
        if (list.Choices.Where(c => c.Label.StartsWith(verb, StringComparison.Ordinal)).ToList() is not [var only])
        {
            return null;
        }

        return rest.Length == 0 ? (only, null)
            : WithSentence().IsMatch(only.Label[verb.Length..]) && !Asks().IsMatch(text) ? (only, rest)
            : null;
    }

    [GeneratedRegex(
        "^(?<verb>同意|不同意|退回|退单|退改|接单|签发|派单|派出|改派|办结|补充|修改|紧急|提请会商|列入|书面|属实|不属实|说明|申请延期|暂停|恢复|反馈|采用|先看|不满意)"
            + "((吧|了|啊)?[。.！!~～ ]*|([，,：:；;。 ]+|吧[，,]?)?(?<rest>[^的了吧，,：:；;。 ].+))$",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        250
    )]
    private static partial Regex Spoken();

    // 退回，说一句; 不同意，说明理由; 不满意（请写一句）
    [GeneratedRegex("^[，（](说一句|说明理由|请写一句)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex WithSentence();

    [GeneratedRegex("[？?]|吗$|没$|了没|怎么|为什么|为啥|原因$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Asks();

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsPunctuation(c)));
}
