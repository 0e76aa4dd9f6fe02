using System.Text.RegularExpressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>Whether somebody says that it is urgent: 急, 加急, 着急; neither 应急局 nor 不急.</summary>
internal static partial class Urgency
{
    public static bool IsSaidIn(string text) => Words().IsMatch(text);

    [GeneratedRegex("(?<![应不救着])急(?![救诊需])|(?<!不)着急|加急|紧急", RegexOptions.None, 250)]
    private static partial Regex Words();
}
