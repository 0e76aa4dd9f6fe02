using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Search;

/// <summary>Numbers of records as people write them in a search: 12号, 0041, xz-2026-0041, HS20260012, 协助41号.</summary>
internal static partial class WrittenNumber
{
    private const int Longest = 40;

    /// <summary>The tokens under which a record with this number is found, however much of it is written.</summary>
    public static IEnumerable<string> TokensOf(string number)
    {
        if (number.Split('-') is not [var kind, var year, var sequence] || !int.TryParse(sequence, CultureInfo.InvariantCulture, out var count))
        {
            return [];
        }

        return [Marked.Number("", "", count), Marked.Number(kind, "", count), Marked.Number("", year, count), Marked.Number(kind, year, count)];
    }

    /// <summary>The tokens one of which the record must have, when the whole question is a number; empty when it is not.</summary>
    public static IReadOnlyList<string> Read(string asked)
    {
        if (asked.Length > Longest)
        {
            return [];
        }

        var match = Written().Match(WithoutSigns(asked));
        if (!match.Success || !int.TryParse(match.Groups["number"].Value, CultureInfo.InvariantCulture, out var count))
        {
            return [];
        }

        var year = match.Groups["year"].Value;
        return [.. KindsOf(match).Select(kind => Marked.Number(kind, year, count))];
    }

    /// <summary>Two runs of digits had something between them, which tells year and number apart.</summary>
    private static string WithoutSigns(string asked)
    {
        var plain = new StringBuilder();
        var before = RunKind.None;
        foreach (var run in TextRun.Of(asked))
        {
            plain.Append(before == RunKind.Digits && run.Kind == RunKind.Digits ? "-" : "").AppendJoin("", run.Characters);
            before = run.Kind;
        }

        return plain.ToString();
    }

    private static string[] KindsOf(Match match) =>
        match.Groups["kind"].Success
            ? [match.Groups["kind"].Value]
            : match.Groups["word"].Value switch
            {
                "会商" => [RecordNumber.Consultation],
                "协助" or "协助单" or "点单" => [RecordNumber.AssistanceOrder],
                "经验" or "典型经验" => [RecordNumber.TypicalPractice],
                "议定事项" or "任务" => [RecordNumber.RegisterTask],
                "会议" or "会商会议" or "纪要" or "会议纪要" => [RecordNumber.Session],
                _ => [""],
            };

    [GeneratedRegex(
        "^(?<word>议定事项|任务|会商会议|会议纪要|会商|会议|纪要|协助单|协助|点单|典型经验|经验)?第?(?<kind>hs|hy|rw|xz|jy)?(?:(?<year>20[0-9]{2})-(?<number>[0-9]{1,6})|(?<year>20[0-9]{2})(?<number>[0-9]{4})|(?<number>[0-9]{1,6}))(?:号|件|号单)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 100
    )]
    private static partial Regex Written();
}
