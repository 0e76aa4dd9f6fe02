using System.Text.RegularExpressions;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Calendars.Expressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>When and where, read from one sentence: “11月27日上午9点，司法局三楼会议室”.</summary>
internal sealed partial class SessionWords(WorkingCalendar calendar)
{
    private const int ExampleAfter = 3;
    private readonly ChineseDates dates = new(calendar);

    /// <summary>A working day soon, in words that <see cref="Read"/> understands, for those who ask how to say it.</summary>
    public string ExampleDay(DateOnly today) => ChinaTime.ShortDay(calendar.AddWorkingDays(today, ExampleAfter));

    /// <summary>Null start: no day and hour that is sure. Null place: nothing left that could be one.</summary>
    public (DateTimeOffset? StartsAt, string? Place) Read(string sentence, DateTimeOffset now)
    {
        var found = dates.Find(sentence, now).Where(d => d is { IsVague: false, Time: not null }).ToList();
        if (found.Count == 0)
        {
            return (null, Place(sentence, []));
        }

        var first = found[0];
        return (ChinaTime.FromLocal(first.Date!.Value, first.Time!.Value), Place(sentence, found));
    }

    private static string? Place(string sentence, List<DateExpression> found)
    {
        var rest = sentence.ToCharArray();
        foreach (var date in found)
        {
            rest.AsSpan(date.Start, date.Length).Fill('，');
        }

        var longest = new string(rest)
            .Split(['，', ',', '。', '；', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => After().Replace(Before().Replace(part, ""), ""))
            .MaxBy(part => part.Length);
        return longest is { Length: > 1 and <= 100 } && !Unchanged().IsMatch(longest) ? longest : null;
    }

    // 地点改到, 地点：, 会议改到 and 在 lead to a place and are none.
    [GeneratedRegex(
        "^((那就?|就|把)?(会议|开会)?((的?(地点|地址|会场))(也?(改|换|调整|定|放|设))?(到|在|至|为|成|是)?"
            + "|(的?(时间|日期))?(改期|推迟|提前|顺延|延期|延|调整|改|调|挪|换|定)(到|在|至|为|成))[：: ]*)?在?",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Before();

    [GeneratedRegex("(开会|召开|举行|开)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex After();

    [GeneratedRegex("^(不变|照旧|不动|不改|原(来的)?地(点|方))", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Unchanged();
}
