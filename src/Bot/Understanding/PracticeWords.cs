using System.Text.RegularExpressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>What people say while they send a practice: that all of it has come, and what it is to be called.</summary>
internal static partial class PracticeWords
{
    /// <summary>好了: nothing more follows.</summary>
    public static bool IsDone(string text) => Done().IsMatch(text);

    /// <summary>标题改成…: the title; null where something else is said.</summary>
    public static string? TitleIn(string text) =>
        Title().Match(text) is { Success: true } match ? match.Groups["title"].Value.Trim('《', '》', '“', '”', ' ') : null;

    [GeneratedRegex(
        "^(好了|好啦|贴完了?|贴好了|发完了?|说完了|完了|就这些(了)?|没有了|没了|齐了|以上)[。.！!]?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Done();

    [GeneratedRegex("^(把)?(标题|题目)(改成|改为|换成|叫)[：:]?(?<title>.{2,80})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Title();
}
