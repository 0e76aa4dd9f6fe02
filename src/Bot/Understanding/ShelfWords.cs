using System.Text.RegularExpressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>Asking for a document of the shelf: “资料 文书模板”, “我想要个法律文书模板”, “有没有联合执法流程”.</summary>
internal static partial class ShelfWords
{
    private const int Longest = 40;

    /// <summary>What is looked for; empty for the whole shelf; null where the sentence asks for something else.</summary>
    /// <param name="certain">The word 资料 itself was said: the answer is the shelf, even where nothing is found.</param>
    public static string? Wanted(string text, out bool certain)
    {
        certain = false;
        if (text.Length > Longest)
        {
            return null;
        }

        var named = Named().Match(text);
        certain = named.Success;
        var match = named.Success ? named : Wish().Match(text);
        return match.Success ? match.Groups["what"].Value.Trim() : null;
    }

    /// <summary>The titles that share at least two pairs of neighbouring characters with what was said, the closest first.</summary>
    public static IReadOnlyList<string> Closest(string what, IEnumerable<string> titles)
    {
        var said = Pairs(what);
        return
        [
            .. titles
                .Select(title => (Title: title, Shared: Pairs(title).Count(said.Contains)))
                .Where(t => t.Shared >= Math.Min(2, said.Count) && t.Shared > 0)
                .OrderByDescending(t => t.Shared)
                .ThenBy(t => t.Title, StringComparer.Ordinal)
                .Select(t => t.Title),
        ];
    }

    private static HashSet<string> Pairs(string text)
    {
        var letters = string.Concat(text.Where(char.IsLetterOrDigit));
        return [.. Enumerable.Range(0, Math.Max(0, letters.Length - 1)).Select(i => letters.Substring(i, 2))];
    }

    [GeneratedRegex("^(找|查|看)?(一下)?资料(架|库)?[ ：:，,]*(?<what>.*)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex(
        "^(我|我们)?(想要|想找|要|找|有没有|有无|发我|给我|求|需要)(一)?(个|份|下|张)?(?<what>.{1,20}(模板|样本|范本|流程图?|指南|清单|手册))(吗|没有)?[？?。]?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Wish();
}
