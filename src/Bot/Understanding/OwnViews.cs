using System.Text.RegularExpressions;
using SupervisionBot.Core;
using SupervisionBot.Core.Directory;

namespace SupervisionBot.Bot.Understanding;

/// <summary>The asker's own view: what follows 我们觉得, 街道认为, 我局意见是.</summary>
internal static partial class OwnViews
{
    private const int Timeout = 250;

    /// <summary>暂无意见 is an answer.</summary>
    public static bool IsNone(string text) => None().IsMatch(text);

    /// <summary>The text up to the view, or all of it.</summary>
    public static string Before(string text) => Opening().Match(text) is { Success: true } view ? text[..view.Index] : text;

    /// <summary>The view, or null if none is given. A view that only names who should act is written as 由市水务局查处.</summary>
    public static string? Find(string text, Gazetteer gazetteer)
    {
        var match = Opening().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var words = Clauses.ToSentenceEnd(text, match.Index + match.Length).TrimStart('，', ',', '：', ':', '是');
        if (words.Length < 2 || Meeting().IsMatch(words))
        {
            return null;
        }

        return InShort(words, gazetteer) ?? words;
    }

    private static string? InShort(string words, Gazetteer gazetteer)
    {
        if (Clauses.Of(words).ToList() is not [.., var last] || gazetteer.FindUnits(last) is not [var unit])
        {
            return null;
        }

        var before = last.AsSpan(0, unit.Start);
        var acts = Acts().Match(last, unit.End);
        if (!ShouldAct().IsMatch(before) || !acts.Success)
        {
            return null;
        }

        // The reasons before it stay as they were said.
        var reasons = words[..^last.Length];
        return reasons + (acts.Groups["leads"].Success ? Texts.ViewUnitLeads : Texts.ViewUnitActs).With(unit.Value.ShortName);
    }

    [GeneratedRegex("(?:暂时?|目前)?(?:没有?|无)(?:什么)?(?:意见|看法|想法)|说不好|不好说", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex None();

    [GeneratedRegex(
        "(?:我们|我局|我镇|我乡|我街道|街道|镇里|乡里|我方|我单位|本局|个人|我)(?:这边|这里)?(?:的)?(?:觉得|认为|感觉|意见是|意见：|意见:|看法是|倾向于?|理解是|建议|主张)",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Opening();

    [GeneratedRegex("会商|开会|开个会|召开|碰头|联席", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Meeting();

    [GeneratedRegex("^(?:还是)?(?:应该|应当|应|该|得|要|就该)?(?:还是)?(?:由|归|是|让)?$", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex ShouldAct();

    [GeneratedRegex(
        @"\G(?:来)?(?:管|查|办|处理|查处|处置|负责|(?<leads>牵头)|管辖|的事|的职责|执法)?(?:比较合适|更合适|才对|吧|的)?$",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Acts();
}
