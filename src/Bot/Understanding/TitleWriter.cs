using System.Text.RegularExpressions;
using SupervisionBot.Core.Consultations;

namespace SupervisionBot.Bot.Understanding;

/// <summary>
/// Makes the 议题: the first clause that tells the matter, without the words that only ask for a consultation, and what the situation makes of it:
/// 汾河滩有人夜里挖砂 + 的职责归属问题. At most 30 characters; the office edits it when admitting.
/// </summary>
internal static partial class TitleWriter
{
    /// <summary>The longest 议题.</summary>
    public const int MaxLength = 30;

    /// <summary>Fewer characters tell no matter.</summary>
    public const int ShortestMatter = 4;

    private const int Timeout = 250;

    /// <summary>The title, or null if no clause tells a matter.</summary>
    /// <param name="text">What was said.</param>
    /// <param name="situation">The situation it was taken for.</param>
    /// <param name="tellsNoMatter">Whether a clause speaks of something else: 水务局说归自规局, 打过电话没谈拢.</param>
    public static string? Write(string text, Situation situation, Func<string, bool> tellsNoMatter)
    {
        foreach (var clause in Clauses.Of(text))
        {
            var matter = Matter(clause);
            if (matter.Length >= ShortestMatter && !tellsNoMatter(clause))
            {
                return WithSituation(matter, situation);
            }
        }

        return null;
    }

    private static string Matter(string clause)
    {
        if (AboutMatter().Match(clause) is { Success: true } about)
        {
            return about.Groups["matter"].Value;
        }

        return OnlyAsks().IsMatch(clause) ? "" : Opening().Replace(clause, "").Trim();
    }

    private static string WithSituation(string matter, Situation situation)
    {
        var plain = Tail().Replace(matter, "");
        var ending = situation switch
        {
            Situation.CompetenceDisputed => Texts.TitleCompetenceDisputed,
            Situation.DifferentStandards when plain.Contains("标准", StringComparison.Ordinal) => Texts.TitleOther,
            Situation.DifferentStandards => Texts.TitleDifferentStandards,
            Situation.JointOperation when plain.Contains("联合", StringComparison.Ordinal) => Texts.TitleOther,
            Situation.JointOperation => Texts.TitleJointOperation,
            Situation.AssistanceRefused => Texts.TitleAssistanceRefused,
            Situation.TransferRefused when plain.Contains("移送", StringComparison.Ordinal) => Texts.TitleOther,
            Situation.TransferRefused => Texts.TitleTransferRefused,
            _ => Texts.TitleOther,
        };
        return Cut(plain, MaxLength - ending.Length) + ending;
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    // 就违规搭建彩钢房处置问题提请会商, 商量下秸秆焚烧处罚标准, 关于养殖场粪污处置
    [GeneratedRegex(
        "就(?<matter>.{3,40}?)(?:的?问题|的?事宜|的?事情|一事|的事)?(?:提请|申请|召开|发起|进行)"
            + "|(?:关于|研究|讨论|商量|商议|议一议|议题是|议题为)(?:一下|下|讨论)?(?<matter>.{3,40}?)(?:的?问题|的?事宜|的?事情|一事|的事)?(?:提请|申请|召开|发起|进行|$)",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex AboutMatter();

    // 发起会商, 想请专班开个会, 申请召开联席会议
    [GeneratedRegex(
        "会商|联席会|专题会|协调会|研判|开个?会|开一?次?会|碰个?头|碰一?下|坐下来|召集|专班|就想开|^急$|^议题$|参会|参加$|^麻烦|^谢谢|^您好|^你好|紧急$",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex OnlyAsks();

    [GeneratedRegex(
        "^(?:现在|目前|最近|近期|这几天|我们这里|我们这儿|我们这|我们|我局|我镇|我乡|我街道|有个事|反映|情况是|是这样|同样是|群众反映|群众举报|接群众举报|接到举报|有人举报)+",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Opening();

    [GeneratedRegex("(?:的?问题|的?事宜|的?事情|一事|的事|到底|究竟)$", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Tail();
}
