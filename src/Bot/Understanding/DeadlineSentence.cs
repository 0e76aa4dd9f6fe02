using System.Globalization;
using System.Text.RegularExpressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>What is said to a list of deadlines shown before: “2 延期”, “为什么是这天”.</summary>
internal static partial class DeadlineSentence
{
    /// <summary>Whether more time is asked for, and for which line of the list, counted from 0.</summary>
    public static bool AsksForExtension(string text, out int index)
    {
        var match = Extension().Match(text.Trim());
        index = match.Success ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) - 1 : -1;
        return match.Success;
    }

    /// <summary>Whether somebody asks how a date was reckoned.</summary>
    public static bool AsksWhy(string text) => Why().IsMatch(text);

    [GeneratedRegex("^(?<number>[1-9])[ 　.、，]*(申请)?延期[。.]?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Extension();

    [GeneratedRegex("^(为什么|为啥|怎么)(会)?是?(定在)?这(一)?天|期限怎么算", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Why();
}
