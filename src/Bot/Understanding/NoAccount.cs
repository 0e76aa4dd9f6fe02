using System.Text.RegularExpressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>A question to the bot, or what was answered to something else: no beginning of what is told next.</summary>
internal static partial class NoAccount
{
    public static bool IsMeant(string text) => Words().IsMatch(text);

    [GeneratedRegex("[？?吗呢啊]$|什么时候|几点|怎么|想问|请问|在哪|意见|你们", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
