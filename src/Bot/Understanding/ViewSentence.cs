using System.Text.RegularExpressions;
using SupervisionBot.Core.Consultations;

namespace SupervisionBot.Bot.Understanding;

/// <summary>Tells a view from its basis in one sentence, and what kind of view it is.</summary>
internal static partial class ViewSentence
{
    /// <summary>
    /// The name of the view (我局意见：) is cut. A clause that only names the basis (依据河道管理条例第二十五条) is taken out of the view; a law named in the middle of one stays there and is the basis
    /// too. No basis: null.
    /// </summary>
    public static (string Text, string? Basis) Split(string sentence)
    {
        sentence = Addressed().Replace(sentence, "");
        sentence =
            Announced().Match(sentence) is { Success: true } announced && announced.Length < sentence.Length
                ? sentence[announced.Length..]
                : sentence;
        var clauses = Clauses.Of(sentence).ToList();
        var alone = clauses.FindIndex(c => OnlyBasis().IsMatch(c));
        if (alone >= 0 && clauses.Count > 1)
        {
            var rest = clauses.Where((_, at) => at != alone);
            return (string.Join('，', rest), Lead().Replace(clauses[alone], ""));
        }

        return (sentence, Law().Match(sentence) is { Success: true } law ? law.Groups["law"].Value : null);
    }

    /// <summary>Own, not ours or none, when a unit answers a request for its view in free words.</summary>
    public static ViewKind KindOf(string text) =>
        NotOurs().IsMatch(text) ? ViewKind.NotOurs
        : text.Length <= 12 && None().IsMatch(text) ? ViewKind.None
        : ViewKind.Own;

    /// <summary>True when the sentence speaks for a unit and not merely asks something: 我局认为…, 无意见, 与我局职责无关.</summary>
    public static bool SpeaksForUnit(string text) => !Question().IsMatch(text) && (Opinion().IsMatch(text) || KindOf(text) != ViewKind.Own);

    /// <summary>True when the sentence says itself that it is the unit's view: what may replace one that was given before.</summary>
    public static bool AnnouncesItself(string text) => !Question().IsMatch(text) && Announced().IsMatch(text);

    /// <summary>True when it begins with an order (36号单不归我们管): those words are for it, whatever views are open.</summary>
    public static bool NamesAnOrder(string text) => Order().IsMatch(text);

    [GeneratedRegex(
        "^(这|那|第)?(协助|协单|[0-9]{1,4}号?(协助)?单|XZ)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Order();

    [GeneratedRegex(
        "^(会商)?((HS|HY)[ -]?(20[0-9]{2}[ -]?)?[0-9]{1,4}|第?[0-9]{1,4}号?)(会商)?(那个|这个|那件|这件|的事)?[，,：: ]*(?=我|本|与|不|无|没)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        250
    )]
    private static partial Regex Addressed();

    [GeneratedRegex(
        "^((更正|改)(一下|为|成)?[：:，,]?)?(我|本)(局|们局|单位|们单位|队|镇|街道|乡|办)的?(书面)?意见(更正为|改为|改成|换成|是|为)?[：:，, ]*",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Announced();

    // Announced as the basis, or named in book marks, or down to the article: “要严格执法” is none of these.
    [GeneratedRegex(
        "^((依据|根据|依照|按照|法律依据)(是|为)?《?[^《》]{1,40}(条例|法|办法|规定|规章|意见|通知|三定方案|职责清单|权责清单)》?(第[一二三四五六七八九十百零0-9]+条(第[一二三四五六七八九十0-9]+[款项])*)?"
            + "|《[^《》]{1,40}》(第[一二三四五六七八九十百零0-9]+条(第[一二三四五六七八九十0-9]+[款项])*)?"
            + "|[^《》]{1,40}(条例|法|办法|规定)第[一二三四五六七八九十百零0-9]+条(第[一二三四五六七八九十0-9]+[款项])*)(的?规定)?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OnlyBasis();

    [GeneratedRegex("^(依据|根据|依照|按照|法律依据|按)(是|为)?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Lead();

    [GeneratedRegex(
        "(依据|根据|依照|按照|按|^|[，,。；;\n])(?<law>《?[^，,。；;\n按照依据根]{0,30}(条例|[^办方立执司违]法|办法|规定|规章|三定|职责清单|权责清单)》?(第[一二三四五六七八九十百零0-9]+条)?)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Law();

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
