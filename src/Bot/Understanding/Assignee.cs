using System.Text.RegularExpressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>办理人: who comes, in a sentence that accepts an order or changes what was agreed.</summary>
internal static partial class Assignee
{
    private const int Timeout = 250;

    // The hundred most frequent ones, without those that begin an ordinary word before 去 or 到.
    private const string Surnames =
        "王李张刘陈杨赵黄周吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊陆郝孔崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易武乔贺赖龚原卫";

    /// <summary>办理人: 安排执法二中队老李去 → 执法二中队老李; null where nobody is named.</summary>
    public static string? In(string text)
    {
        // 老张3月1号下午到: a day and an hour are no part of a name.
        var timeless = Days().Replace(text, "");
        var match = Sends().Match(timeless) is { Success: true } sent ? sent : Comes().Match(timeless);
        return match.Success && match.Groups["who"].Value.Trim() is { Length: > 1 } who && !Nobody().IsMatch(who) ? who : null;
    }

    [GeneratedRegex(
        "(安排|派|让|由|叫|请(?![示教问假求])|换成|换)(?<who>[^，。；,;]{2,24}?)(同志)?(去|到场|到|来|过去|前往|带队|负责|对接|办理|$|，|,|。)",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Sends();

    // 二中队老李明天上午九点到, 法规股冯燕周四去: a name before a verb of coming.
    [GeneratedRegex(
        "(^|[，,。；; ])(?<who>[一-龥]{0,10}?([老小][一-龥]|[一-龥](科长|股长|队长|所长|主任)|(?<=^|[，,。；; 队股科所室局办])["
            + Surnames
            + "][一-龥]{1,2}))(同志)?(去|过去|到|带队|负责)",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Comes();

    [GeneratedRegex(
        "^(人|个?人[^，]{0,2}|两个人|[0-9一二两三四五六七八九十]+(个|名|位)?人|我们|你们|车|再.*|(可以|能|好的?).*)$",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Nobody();

    [GeneratedRegex(
        "(大后|明|后|今)天|(下|本|这)?(个)?(周|星期|礼拜)[一二三四五六日天]|([0-9]{1,2}月)?[0-9]{1,2}[号日](?!单|楼)|[0-9一二三四五六七八九十]{1,3}点(半)?|(上|中|下)午|早上|晚上|一早",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Days();
}
