using System.Text.RegularExpressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>题目改成夜市联合检查: a title in the person's own words.</summary>
internal static partial class TitleChange
{
    /// <summary>The new title; null where the text names none.</summary>
    public static string? In(string text) => Change().Match(text) is { Success: true } change ? change.Groups["title"].Value : null;

    [GeneratedRegex("^(题目|标题|议题|事项|名称)(改成|改为|换成|叫|是)[：:“\"]?(?<title>[^”\"]{2,30})[”\"]?$", RegexOptions.ExplicitCapture, 250)]
    private static partial Regex Change();
}
