using System.Text.RegularExpressions;
using SupervisionBot.Core.Directory;

namespace SupervisionBot.Bot.Understanding;

/// <summary>Which of the units that a sentence names are meant: 不归水务，应该是自规 · 别派农业，派林业来 · 公安不用来，市监来就行.</summary>
internal static partial class UnitsMeant
{
    private const int Timeout = 250;

    /// <summary>Those that are not ruled out; all where the sentence rules out every one.</summary>
    public static IReadOnlyList<PhraseMatch<UnitName>> Of(string text, IReadOnlyList<PhraseMatch<UnitName>> named)
    {
        var denied = Denied(text, named);
        var meant = named.Where(unit => !denied.Contains(unit.Value)).ToList();
        return meant.Count > 0 ? meant : named;
    }

    /// <summary>Those that are ruled out wherever the sentence names them.</summary>
    public static HashSet<UnitName> Denied(string text, IReadOnlyList<PhraseMatch<UnitName>> named) =>
        [
            .. named
                .GroupBy(unit => unit.Value)
                .Where(places => places.All(unit => Before().IsMatch(text[..unit.Start]) || After().IsMatch(text[unit.End..])))
                .Select(places => places.Key),
        ];

    /// <summary>再加上城管, 另外请水务局也来: beside those named before.</summary>
    public static bool AreAdded(string text) => Adding().IsMatch(text);

    // 水务说不归水务 tells what they say; 是不是水务 asks.
    [GeneratedRegex(
        "(?<![说讲是])(不归|不是|不属于|不该|不报|别报|别派|别请|别叫|别找|不用请|不用派|不用叫|不必请|不要|不请|不派|不找|除了|去掉)(让|请|派|由|归|给|找)?$",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Before();

    [GeneratedRegex("^(的人|就|先|那边)?(不用|不必|别|不要)(再)?(来|去|派|请|叫|了)|^(给)?(去掉|删掉|拿掉)", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex After();

    [GeneratedRegex("加上|再加|增加|还要请|还请|另外|也请|也来|也派|也要|一并|同时请", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Adding();
}
