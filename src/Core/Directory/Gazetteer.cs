using System.Buffers;

namespace SupervisionBot.Core.Directory;

/// <summary>A unit as the gazetteer needs it. <paramref name="Key"/> is whatever the caller knows the unit by.</summary>
public sealed record UnitName(string Key, string Name, string ShortName, bool IsTownship, IReadOnlyList<string> Aliases);

/// <summary>A line of the 事项清单 as the gazetteer needs it; <paramref name="CompetentUnits"/> are keys of units.</summary>
public sealed record MatterName(string Key, string Name, IReadOnlyList<string> Words, IReadOnlyList<string> CompetentUnits, bool Delegated);

/// <summary>
/// Finds the units and matters that a Chinese text names. Who asks and who is asked is for the caller to tell from the positions.
/// Immutable: build a new one when the directory changes.
/// </summary>
public sealed class Gazetteer
{
    // 消防, 规划, 教育 are also ordinary words. A department's two-character name is taken as the department only where the text treats it as
    // somebody who is asked or acts.
    private static readonly SearchValues<char> BeforeSomebody = SearchValues.Create("请找由归让叫跟邀喊问托烦求向");
    private static readonly SearchValues<char> Pauses = SearchValues.Create("，,。；;：:？?！! \t\r\n）)");
    private static readonly SearchValues<char> AfterSomebody = SearchValues.Create(
        "、，,。；;：:？?！! \t\r\n）)和与跟及管说来派去都也这那没不配联先再出帮推认觉回给一两三要在就支协参尽安叫让找接咋啥互"
    );

    private static readonly SearchValues<char> AfterName = SearchValues.Create("到查今明下赶昨");

    // 堵塞交通, 批评教育, 环境卫生 end like the name of a department.
    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal)
    {
        "教育",
        "卫生",
        "交通",
        "农业",
        "水利",
        "规划",
        "财政",
        "应急",
        "消防",
        "司法",
        "林业",
        "民政",
        "工商",
        "环境",
    };

    private readonly PhraseIndex<UnitName> units;
    private readonly PhraseIndex<MatterName> matters;
    private readonly Dictionary<string, UnitName> byKey;

    /// <summary>Builds the index of the given names; the first unit to claim an alias has it.</summary>
    public Gazetteer(IEnumerable<UnitName> units, IEnumerable<MatterName> matters)
    {
        byKey = units.ToDictionary(unit => unit.Key);
        this.units = new(byKey.Values.SelectMany(unit => unit.Aliases.Prepend(unit.ShortName).Prepend(unit.Name).Select(name => (name, unit))));
        this.matters = new(matters.SelectMany(matter => matter.Words.Prepend(matter.Name).Select(word => (word, matter))));
    }

    /// <summary>Units in order of appearance, longest name first where names overlap; a unit named twice appears twice.</summary>
    public IReadOnlyList<PhraseMatch<UnitName>> FindUnits(string text) => units.Find(text, IsUnit);

    /// <summary>Matters in order of appearance, each by the word that was used for it.</summary>
    public IReadOnlyList<PhraseMatch<MatterName>> FindMatters(string text) => matters.Find(text);

    /// <summary>The unit known by <paramref name="key"/>, or null.</summary>
    public UnitName? Unit(string key) => byKey.GetValueOrDefault(key);

    private static bool BeginsClause(string text, int start) =>
        start == 0
        || BeforeSomebody.Contains(text[start - 1])
        || Pauses.Contains(text[start - 1])
        || "、和与跟及".Contains(text[start - 1], StringComparison.Ordinal);

    private static bool IsUnit(string text, int start, string phrase)
    {
        if (phrase.Length > 2 || phrase.EndsWith('局') || phrase.EndsWith('办'))
        {
            return true;
        }

        var end = start + phrase.Length;
        var isBeforePause = end == text.Length || Pauses.Contains(text[end]);
        if (isBeforePause && Nouns.Contains(phrase) && !BeginsClause(text, start))
        {
            return false;
        }

        return (end < text.Length && !Nouns.Contains(phrase) && AfterName.Contains(text[end]))
            || end == text.Length
            || AfterSomebody.Contains(text[end])
            || (start > 0 && BeforeSomebody.Contains(text[start - 1]));
    }
}
