using System.Text.RegularExpressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>谢谢, 知道了, 嗯, 稍等: words that want nothing.</summary>
internal static partial class Courtesy
{
    private const int Longest = 15;

    public static bool IsThanks(string text) => text.Length <= Longest && Thanks().IsMatch(text);

    /// <summary>It was read. 好的 may be more than that where something waits for it.</summary>
    public static bool Acknowledges(string text) => text.Length <= Longest && Read().IsMatch(text);

    /// <summary>我改一下, 稍等: more is to come, and this is not it yet.</summary>
    public static bool Announces(string text) => text.Length <= Longest && Announcement().IsMatch(text);

    [GeneratedRegex(
        "^((好的?|嗯+|行|收到|知道了|明白了?)[，,。 ]*)?(非常|太|十分|多)?(谢谢?|感谢|多谢|辛苦)(了|您了?|你了?|啊|啦|哈|大家|各位|专班|您的?帮助)*[。.！!~～ ]*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Thanks();

    [GeneratedRegex(
        "^((好(的|吧|嘞)?|嗯+|哦+|噢|行(吧)?|可以|没问题|收到(了)?|(我)?(知道|晓得|明白|了解|清楚)(了|啦)?|(?i:ok))[，,。！! ]*)+[~～]*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Read();

    [GeneratedRegex(
        "^((好的?|行|嗯+|哦|那)[，, ]*)*((我|俺)?(先|再|来)*(改|修改|补充|核实|想|看)(一下|一改|下|看看|看|几句|改|想)(吧|啊|再报|再发|再说)?|(请)?稍等(一下)?|等一下|等等|等会儿?)[。.！!~～ ]*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Announcement();
}
