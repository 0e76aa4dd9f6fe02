using System.Text.RegularExpressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>点单, 点菜, 菜单: the wish without its matter.</summary>
internal static partial class OrderOpening
{
    public static bool IsAll(string text) => Opening().IsMatch(text);

    [GeneratedRegex(
        "^(我要|我想|想|要)?(点一?单|点个单|下一?单|下个单|点菜|菜单|看看?菜单|申请协助|协助)[。.！!吧]*$",
        RegexOptions.ExplicitCapture,
        250
    )]
    private static partial Regex Opening();
}

/// <summary>题目改成夜市联合检查.</summary>
internal static partial class OrderTitleChange
{
    /// <summary>The new title; null where the text names none.</summary>
    public static string? In(string text) => Change().Match(text) is { Success: true } change ? change.Groups["title"].Value : null;

    [GeneratedRegex("^(题目|标题|事项|名称)(改成|改为|换成|叫|是)[：:“\"]?(?<title>[^”\"]{2,30})[”\"]?$", RegexOptions.ExplicitCapture, 250)]
    private static partial Regex Change();
}
