using System.Globalization;
using System.Text.RegularExpressions;
using SupervisionBot.Core.Calendars.Expressions;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.Understanding;

/// <summary>A number as it was typed, and where.</summary>
internal readonly record struct NumberMention(string Typed, int Start, int Length)
{
    public bool Overlaps(DateExpression date) => Start < date.End && date.Start < Start + Length;
}

/// <summary>
/// Numbers of records as people type them: HS-2026-0012, hs2026-12, 12号单, 会商12号, 协助 41, 0012.
/// </summary>
internal static partial class RecordNumbers
{
    private const int TimeoutMilliseconds = 250;

    // As people call the kinds, longest first; what they are looked up by.
    private static readonly (string Said, string Kind)[] Kinds =
    [
        ("会议纪要", "纪要"),
        ("典型经验", "经验"),
        ("议定事项", "议定事项"),
        ("会商单", "会商"),
        ("协助单", "协助"),
        ("会商", "会商"),
        ("协助", "协助"),
        ("协单", "协助"),
        ("纪要", "纪要"),
        ("经验", "经验"),
        ("单", "单"),
    ];

    /// <summary>Numbers that say themselves that they are a record's.</summary>
    public static NumberMention? FindCertain(string text)
    {
        var match = Full().Match(text);
        if (match.Success)
        {
            return new(match.Value, match.Index, match.Length);
        }

        match = BeforeWord().Match(text);
        if (!match.Success)
        {
            match = AfterWord().Match(text);
        }

        return FromGroup(match);
    }

    /// <summary>Whether a record is called by what was typed: 12, 0012, XZ-2026-0012. Kind and year count where they were typed.</summary>
    public static bool Means(string typed, string number)
    {
        var parts = Parts().Match(typed);
        return parts.Success
            && int.Parse(parts.Groups["n"].Value, CultureInfo.InvariantCulture) == RecordNumber.Sequence(number)
            && number.StartsWith(parts.Groups["kind"].Value, StringComparison.OrdinalIgnoreCase)
            && (!parts.Groups["year"].Success || number.Contains($"-{parts.Groups["year"].Value}-", StringComparison.Ordinal));
    }

    /// <summary>The text with its record's number blotted out, every place kept: what is a number cannot be a date's.</summary>
    public static string Masked(string text) =>
        FindCertain(text) is { } number
            ? string.Concat(text.AsSpan(0, number.Start), new string('#', number.Length), text.AsSpan(number.Start + number.Length))
            : text;

    /// <summary>12号 by itself: a record's number unless it is part of a date.</summary>
    public static NumberMention? FindBare(string text, IReadOnlyList<DateExpression> dates)
    {
        for (var match = Bare().Match(text); match.Success; match = match.NextMatch())
        {
            if (FromGroup(match) is { } number && !dates.Any(number.Overlaps))
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether the text names a record and says nothing else: XZ-2026-0041, 协助41号, and the last line of a message copied whole. A bare 12号 may as well be a day.
    /// </summary>
    public static bool IsAlone(string text) => Alone().IsMatch(text) && FindCertain(text) is not null;

    /// <summary>12号到哪了, XZ-2026-0041: nothing but a record and how it stands.</summary>
    public static bool AsksForStatus(string text) => IsAlone(text) || Standing().IsMatch(text);

    /// <summary>The number with the word that says of what kind it is, where one stands right before or after it (经验7号, 12号会商); else as it is.</summary>
    public static string WithKind(string text, string number)
    {
        var at = text.IndexOf(number, StringComparison.Ordinal);
        if (at < 0)
        {
            return number;
        }

        var before = text[..at].TrimEnd(' ', '第');
        var after = text[(at + number.Length)..].TrimStart(' ', '号');
        var kind =
            Array.Find(Kinds, k => before.EndsWith(k.Said, StringComparison.Ordinal)).Kind
            ?? Array.Find(Kinds, k => after.StartsWith(k.Said, StringComparison.Ordinal)).Kind;
        return kind + number;
    }

    private static NumberMention? FromGroup(Match match) =>
        match.Success ? new(match.Groups["n"].Value, match.Groups["n"].Index, match.Groups["n"].Length) : null;

    [GeneratedRegex(
        @"(?<![A-Za-z0-9])(?:HS|XZ|JY|RW|HY)[ -]?(?:20[0-9]{2}[ -]?)?[0-9]{1,4}(?![0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    private static partial Regex Full();

    [GeneratedRegex(
        "^(?<kind>[A-Za-z]{2})?[ -]?((?<year>20[0-9]{2})[ -]?)?(?<n>[0-9]{1,4})$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    private static partial Regex Parts();

    // 31号单, 12号会商, 41号协助单; without 号 not what is counted: 点了3单, 查扣12件, 12月3号单位
    [GeneratedRegex(
        @"(?<![A-Za-z0-9.月-])(?<n>[0-9]{1,4})号(?:那个|那张|那份|这张)?(?:单(?![独位]|元|子女)|会商|协助(?!查|办|处|一)|协单|纪要|件)|(?<=^|[，,。；;：:、 第把将催查问看])(?<n>[0-9]{1,4})(?:单(?![独位]|元|子女)|会商|协单|纪要|件)",
        RegexOptions.ExplicitCapture,
        TimeoutMilliseconds
    )]
    private static partial Regex BeforeWord();

    // 会商12号, 协助 41, 评单 31, and a number padded with zeros
    [GeneratedRegex(
        @"(?:会商|协助|协助单|协单|单|经验|纪要)(?:第| )?(?<n>[0-9]{1,4})(?![0-9.:：月日年点个人家件次天份分张条项名台辆期])(?!号(?:上午|下午|中午|早|晚|前|之前|去|来|要|查|开(?!了|没)|到(?:场|现|镇|乡|村)))|(?<![A-Za-z0-9.-])(?<n>0[0-9]{2,3})(?![0-9.])",
        RegexOptions.ExplicitCapture,
        TimeoutMilliseconds
    )]
    private static partial Regex AfterWord();

    [GeneratedRegex(
        @"(?<![A-Za-z0-9.月-])(?<n>[0-9]{1,4})号(?!楼|院|井|门|线|地块|坑|厂|库|路|店|文|任务)",
        RegexOptions.ExplicitCapture,
        TimeoutMilliseconds
    )]
    private static partial Regex Bare();

    [GeneratedRegex(
        @"^((HS|XZ|JY|RW|HY)[ -]?(20[0-9]{2}[ -]?)?[0-9]{1,4}|第?[0-9]{1,4}号|会商|协助|协单|纪要|典型|经验|议定事项|单|件|[\s·.。,，?？!！])+$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Alone();

    [GeneratedRegex(
        @"[0-9]{1,4}.{0,8}(到哪(了|儿了?|一步了?)?|进度|进展|怎么样了?|咋样了?|啥情况|什么情况|办(完|结|好)?了?(吗|没)|批了?(吗|没)|了没有?|了吗)[？?。 ]*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Standing();
}
