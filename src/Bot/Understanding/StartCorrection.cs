using System.Text.RegularExpressions;
using SupervisionBot.Core.Directory;

namespace SupervisionBot.Bot.Understanding;

/// <summary>A sentence that corrects a draft and is no part of what happened: 情形改成该移送的案件 · 把应急局去掉 · 拟请只要水务局.</summary>
internal static partial class StartCorrection
{
    private const int Timeout = 250;

    /// <summary>What the situation is to be, in the person's words; null where the sentence is not about that.</summary>
    public static string? SituationIn(string text) => Situation().Match(text) is { Success: true } change ? change.Groups["what"].Value : null;

    /// <summary>Whether the sentence only says which units are to be asked.</summary>
    public static bool IsOnlyUnits(string text, IReadOnlyList<PhraseMatch<UnitName>> named)
    {
        if (named.Count == 0)
        {
            return false;
        }

        var rest = text.ToCharArray();
        foreach (var unit in named)
        {
            rest.AsSpan(unit.Start, unit.Length).Fill(' ');
        }

        return Between().Replace(new string(rest), "").Length == 0;
    }

    /// <summary>只请水务局, 改成请水务局: these units take the place of those before.</summary>
    public static bool IsExchange(string text) => Exchange().IsMatch(text);

    [GeneratedRegex("^(会商)?情形(改成|改为|改|换成|应该是|是|选)[：:“\"]?(?<what>[^”\"]{2,40})[”\"]?$", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Situation();

    [GeneratedRegex(
        "拟请|还请|邀请|参加|参会|单位|部门|只要|只请|只报|就请|不报|别报|不用请|不要请|不请|不要|不用|去掉|删掉|再加上|加上|再加|增加|换成|改成|改为|另外|还有|应该是|不是|不归|也|把|请|叫|让|将|和|跟|与|还|再|了|就|吧|来|的|只|[\\s、，,。.；;：:！!]",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Between();

    [GeneratedRegex("只要|只请|只报|就请|换成|改成|改为", RegexOptions.NonBacktracking)]
    private static partial Regex Exchange();
}
