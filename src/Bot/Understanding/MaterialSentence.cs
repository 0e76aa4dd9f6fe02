using System.Text.RegularExpressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>What a township sends when it was asked for material: 叫樊村幸福敬老院，一共6个老人 · 补材料 沙场在桥东200米.</summary>
internal static partial class MaterialSentence
{
    private const int Timeout = 250;

    // 好的, 知道了 tell nothing that could be passed on.
    private const int Shortest = 5;

    /// <summary>补材料, 补充一下: the sentence says itself what it is.</summary>
    public static bool SaysSo(string text) => Opening().IsMatch(text);

    /// <summary>A question, a wish, a withdrawal, a rating, or too little to be material.</summary>
    public static bool IsSomethingElse(string text) =>
        (text.Length < Shortest && !SaysSo(text)) || WordsOf(text).Length < 2 || Else().IsMatch(text) || Scores.Spoken(text) is not null;

    /// <summary>The material without the words that announce it.</summary>
    public static string WordsOf(string text) => Opening().Replace(text, "").TrimStart('，', ',', '：', ':', ' ', '。');

    [GeneratedRegex(
        "^(协助单?|单)?(XZ[ -]?)?(20[0-9]{2}[ -]?)?([0-9]{1,4}号?(单|协助)?[，, ]*)?(补(充)?(一下)?(材料|一句|说明)?|材料(补充)?)[：:，, ]*",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        Timeout
    )]
    private static partial Regex Opening();

    [GeneratedRegex(
        "[？?]|吗$|呢$|没$|了没|到哪|怎么|什么时候|进度|待办|帮助|想请|专班|会商|点一?单|请.{0,8}(局|队|所|办)|撤回|取消|不用|算了|催|查一下|领导|同意|审签|^(好|行|可以|收到|谢谢|知道|明白|稍等|马上|等)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Else();
}
