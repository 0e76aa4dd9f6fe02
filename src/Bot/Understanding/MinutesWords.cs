using System.Text.RegularExpressions;
using SupervisionBot.Core.Consultations.Signing;

namespace SupervisionBot.Bot.Understanding;

/// <summary>What is to be done with a paper, in the words of whoever may do it: 同意签发 · 送会签 · 结束会签 · 砖厂那份纪要可以印发了.</summary>
internal static partial class MinutesWords
{
    private const int Longest = 30;

    /// <summary>Null when the sentence asks, denies, or is about something else.</summary>
    public static MinutesAction? ActionIn(string text)
    {
        var said = text.TrimEnd('。', '.', '！', '!', '，', ' ');
        if (said.Length > Longest || Other().IsMatch(said))
        {
            return null;
        }

        return Close().IsMatch(said) ? MinutesAction.CloseCountersign
            : Send().IsMatch(said) ? MinutesAction.SendForCountersign
            : Submit().IsMatch(said) ? MinutesAction.Submit
            : SignOff().IsMatch(said) ? MinutesAction.SignOff
            : Issue().IsMatch(said) ? MinutesAction.Issue
            : null;
    }

    [GeneratedRegex("(结束|不等了).{0,3}会签|会签(结束|到此为止)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Close();

    [GeneratedRegex("(送|发|重新|再)(去|一次)?会签", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Send();

    [GeneratedRegex("(报|送|呈)(请|给)?(领导|组长|.{1,4}(书记|局长|主任|组长))?签发", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Submit();

    [GeneratedRegex(
        "^(同意|可以|准予)?签发(了|吧|，|,|$|.{0,12}(纪要|意见书|简报))|(同意|可以|准予)签发(了|吧)?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SignOff();

    [GeneratedRegex(
        "^(可以)?印发(了|吧|下去|，|,|$|.{0,12}(纪要|意见书|简报))|印发(了|吧|下去)?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Issue();

    [GeneratedRegex(
        "[？?]$|吗|没|未|不(同意|要|能|用|签|印|送)|别|暂|先不|怎么|什么时候|谁|哪|催|进度|已(经)?(签|印)|待(签|印)|要我|前|等.{1,12}(再|才)|[签完好](了)?再|签发(人|稿|时间|意见)|印发(范围|时间|日期)|改|错",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Other();
}
