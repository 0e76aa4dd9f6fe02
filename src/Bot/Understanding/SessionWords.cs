using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Calendars.Expressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>When and where, read from one sentence: “11月27日上午9点，司法局三楼会议室”.</summary>
internal sealed class SessionWords(WorkingCalendar calendar)
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
            .MaxBy(part => part.Length);
        var place = longest is ['在', .. var after] ? after : longest;
        return place is { Length: > 1 and <= 100 } ? place : null;
    }
}
