using System.Text.RegularExpressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>算了, 不撤了, 先不办, 取消吧: the whole of what was said is that something is to be left.</summary>
internal static partial class Dismissal
{
    private const int Longest = 15;

    /// <summary>What was asked is to be left, whatever it was.</summary>
    public static bool IsMeant(string text) => text.Length <= Longest && Leaves().IsMatch(text);

    /// <summary>What is being written is not to be sent. 不改了 and 不补充了 are no such thing: nothing more is to be written, that is all.</summary>
    public static bool OfDraft(string text) => IsMeant(text) && !EndsWriting().IsMatch(text);

    [GeneratedRegex(
        "^((那就?|还是|我看|哦|嗯|唉|好|这件|这单|这个)[，, ]*)*"
            + "(算了|拉倒|(先|暂时?|还)?不(用|必|要|想|再)?(撤回|退回|处理|需要|补充|办理|上报|报送|[撤退办报点派发要改弄说填写延评接签搞送补])?(它|这件|这单|这个|这篇)?了?|取消了?|别(撤|退|办|报|点|派|发|弄|改|签)了?)"
            + "([，, ]*(算了|(先|还是)?不(撤回|退回|处理|需要|[撤退办报点派发要改弄写签送])了?|取消))?"
            + "(了|吧|啦|哈|呢)?[。.！!~～ ]*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Leaves();

    [GeneratedRegex("(不|别)(用|必|要|想|再)?(改|补|补充|说|填|写|延|评)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EndsWriting();
}
