using System.Text.RegularExpressions;
using SupervisionBot.Core.Consultations;

namespace SupervisionBot.Bot.Understanding;

/// <summary>Tells a view from its basis in one sentence, and what kind of view it is.</summary>
internal static partial class ViewSentence
{
    /// <summary>The whole sentence is the view; where it names a law, a rule or a document, that clause is also its basis.</summary>
    public static (string Text, string? Basis) Split(string sentence)
    {
        var basis = Basis().Match(sentence);
        return (sentence, basis.Success ? basis.Value.Trim('，', ',', '。', '；', ';', '：', ':', ' ', '\n') : null);
    }

    /// <summary>Own, not ours or none, when a unit answers a request for its view in free words.</summary>
    public static ViewKind KindOf(string text) =>
        NotOurs().IsMatch(text) ? ViewKind.NotOurs
        : text.Length <= 12 && None().IsMatch(text) ? ViewKind.None
        : ViewKind.Own;

    /// <summary>True when the sentence speaks for a unit and not merely asks something: 我局认为…, 无意见, 与我局职责无关.</summary>
    public static bool SpeaksForUnit(string text) => !Question().IsMatch(text) && (Opinion().IsMatch(text) || KindOf(text) != ViewKind.Own);

    // The clause that names a law or a document: up to the next stop on either side.
    [GeneratedRegex(
        "[^，,。；;\n]*(条例|法》|办法|规定|规章|意见》|通知》|三定|职责清单|权责清单|第[一二三四五六七八九十百零0-9]+条)[^，,。；;\n]*",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Basis();

    [GeneratedRegex(
        "(职责|我们|我局|本局).{0,6}无关|不归(我|本)|不属于(我|本)|不是(我|本)局的?职责|没有(这项|相关|此项)职(权|责)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NotOurs();

    [GeneratedRegex("无意见|没意见|没有意见|无异议|没啥意见", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex None();

    [GeneratedRegex(
        "(我|本)(局|们局|单位|队|镇|街道|乡|办).{0,8}(意见|认为|建议|同意|觉得|可以|应当|应由)|依据.{0,20}(条例|法|办法|规定)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Opinion();

    [GeneratedRegex("[？?]$|吗$|怎么|多少|什么时候|进度|催", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Question();
}
