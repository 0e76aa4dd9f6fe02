namespace SupervisionBot.Core.Calendars.Importing;

/// <summary>What an import changes: years as wholes, days on which work differs, open due dates. Empty where the calendar already says the same.</summary>
/// <param name="Version">The number under which it was stored; null for a preview.</param>
/// <param name="Arrangements">Sentences on years, hours and seasons that were added or replaced.</param>
public sealed record CalendarChange(int? Version, IReadOnlyList<string> Arrangements, IReadOnlyList<ChangedDays> Days, IReadOnlyList<MovedDue> Dues)
{
    public bool IsEmpty => Arrangements.Count == 0;
}

/// <summary>Days that change in the same way; days off on either side in between are not counted.</summary>
public sealed record ChangedDays(DateOnly From, DateOnly To, int Count, string Before, string After);

/// <summary>Compares two calendars day by day.</summary>
internal static class CalendarDifference
{
    public static IReadOnlyList<string> Arrangements(CalendarFacts before, CalendarFacts after)
    {
        var sentences = new List<string>();
        foreach (var year in after.Years)
        {
            var known = before.Years.FirstOrDefault(y => y.Year == year.Year);
            if (known is null || Describe(known) != Describe(year))
            {
                var off = year.Holidays.Sum(block => block.To.DayNumber - block.From.DayNumber + 1);
                var sentence = known is { Published: true } ? Texts.YearReplaced : Texts.YearAdded;
                sentences.Add(sentence.With(year.Year, off, year.MakeUpWorkdays.Count, year.Source));
            }
        }

        if (!before.Hours.SequenceEqual(after.Hours))
        {
            sentences.Add(Texts.HoursReplaced.With(Hours(before.Hours), Hours(after.Hours)));
        }

        if (Describe(before with { Years = [], Hours = [], Exceptions = [] }) != Describe(after with { Years = [], Hours = [], Exceptions = [] }))
        {
            sentences.Add(Texts.SeasonsReplaced.With(after.Seasons.Count));
        }

        if (Describe(before with { Years = [], Hours = [], Seasons = [] }) != Describe(after with { Years = [], Hours = [], Seasons = [] }))
        {
            sentences.Add(Texts.ExceptionsReplaced.With(after.Exceptions.Count));
        }

        return sentences;
    }

    /// <summary>From 1 January of <paramref name="firstYear"/> to 31 December of <paramref name="lastYear"/>.</summary>
    public static IReadOnlyList<ChangedDays> Days(CalendarFacts before, CalendarFacts after, int firstYear, int lastYear)
    {
        var (old, now) = (new CalendarTable(before, 0), new CalendarTable(after, 0));
        var runs = new List<ChangedDays>();
        var joins = false;
        for (var date = new DateOnly(firstYear, 1, 1); date.Year <= lastYear; date = date.AddDays(1))
        {
            if (old[date].Hours.SequenceEqual(now[date].Hours))
            {
                joins &= !old[date].IsWorked;
                continue;
            }

            var withHours = old[date].IsWorked && now[date].IsWorked;
            var day = new ChangedDays(date, date, 1, Describe(old, date, withHours), Describe(now, date, withHours));
            if (joins && runs[^1] is var run && run.Before == day.Before && run.After == day.After)
            {
                runs[^1] = run with { To = date, Count = run.Count + 1 };
            }
            else
            {
                runs.Add(day);
            }

            joins = true;
        }

        return runs;
    }

    private static string Describe(CalendarTable calendar, DateOnly date, bool withHours) =>
        withHours ? Texts.DayWithHours.With(Explanations.Why(calendar, date), Hours(calendar[date].Hours)) : Explanations.Why(calendar, date);

    private static string Describe(CalendarFacts facts) => facts.ToJson();

    private static string Describe(HolidayYear year) => new CalendarFacts([year], [], [], []).ToJson();

    private static string Hours(IReadOnlyList<WorkingSegment> hours) => string.Join(Calendars.Texts.ListComma, hours);
}
