using System.Globalization;

namespace SupervisionBot.Core.Calendars.Importing;

/// <summary>
/// Rows put over the present calendar: years in the file replace those years, hours, seasons and exceptions are each replaced as wholes where the file
/// has them, and everything else stays. All problems are gathered, so that a file is corrected once and not row by row.
/// </summary>
internal sealed class CalendarReading
{
    private const int EarliestYear = 2000;
    private const int YearsAhead = 2;
    private const int LongestHoliday = 15;
    private const int LongestName = 40;

    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy'年'M'月'd'日'"];

    private readonly int latestYear;
    private readonly List<string> problems;
    private readonly Dictionary<DateOnly, string> taken = [];

    private CalendarReading(DateOnly today, IReadOnlyList<string> unreadable) => (latestYear, problems) = (today.Year + YearsAhead, [.. unreadable]);

    public static (CalendarFacts Facts, IReadOnlyList<string> Problems) Over(CalendarFacts present, CalendarRows rows, DateOnly today)
    {
        var reading = new CalendarReading(today, rows.Problems);
        return (reading.Read(present, rows), reading.problems);
    }

    private CalendarFacts Read(CalendarFacts present, CalendarRows rows)
    {
        var years = rows.Years.Select(row => (row.Where, Year: Year(row.Where, row.Year), Row: row)).Where(one => one.Year > 0).ToList();
        foreach (var twice in years.GroupBy(one => one.Year).SelectMany(group => group.Skip(1)))
        {
            problems.Add(Texts.YearTwice.With(twice.Where, twice.Year));
        }

        var replaced = years.Select(one => one.Year).ToHashSet();
        var kept = present.Years.Where(year => !replaced.Contains(year.Year)).ToList();
        foreach (var day in kept.SelectMany(year => year.MakeUpWorkdays.Concat(year.Holidays.SelectMany(Days))))
        {
            taken[day] = Texts.PresentCalendar;
        }

        var read = years.DistinctBy(one => one.Year).Select(one => OneYear(one.Year, one.Row, rows.Holidays.Where(h => h.Year == one.Row.Year)));
        var seasons = rows.Seasons?.Select(Season).OfType<Season>().ToList();
        CheckSeasons(rows.Seasons, seasons);
        return new(
            [.. kept.Concat(read).OrderBy(year => year.Year)],
            rows.Hours is { } hours ? Segments(hours.Where, hours.Segments, mayBeEmpty: false) : present.Hours,
            seasons ?? present.Seasons,
            rows.Exceptions is { } exceptions ? Exceptions(exceptions) : present.Exceptions
        );
    }

    private HolidayYear OneYear(int year, YearRow row, IEnumerable<HolidayRow> rows)
    {
        var blocks = new List<HolidayBlock>();
        var workdays = new List<DateOnly>();
        foreach (var one in rows)
        {
            if (!row.Published)
            {
                problems.Add(Texts.UnpublishedWithDays.With(one.Where, year));
            }

            if (Block(one, year) is not { } block)
            {
                continue;
            }

            if (one.IsWorked)
            {
                workdays.AddRange(Days(block).Where(day => IsWeekend(one.Where, day)));
            }
            else
            {
                blocks.Add(block);
            }
        }

        return new(year, row.Published, row.Source, [.. blocks.OrderBy(block => block.From)], [.. workdays.Order()]);
    }

    private HolidayBlock? Block(HolidayRow row, int year)
    {
        var from = Date(row.Where, row.From);
        var to = row.To.Length == 0 ? from : Date(row.Where, row.To);
        if (from is not { } first || to is not { } last)
        {
            return null;
        }

        if (last < first || last.DayNumber - first.DayNumber >= LongestHoliday)
        {
            problems.Add(Texts.WrongOrder.With(row.Where, Iso(first), Iso(last), LongestHoliday));
            return null;
        }

        // The holiday of New Year may begin in the old year; nothing else leaves its year.
        if (last.Year != year || first < new DateOnly(year - 1, 12, 25))
        {
            problems.Add(Texts.OtherYear.With(row.Where, Iso(first), year));
            return null;
        }

        if (!row.IsWorked && row.Name.Length is 0 or > LongestName)
        {
            problems.Add(Texts.NameMissing.With(row.Where, LongestName));
        }

        var block = new HolidayBlock(row.Name, first, last);
        foreach (var day in Days(block))
        {
            Take(row.Where, day);
        }

        return block;
    }

    private void Take(string where, DateOnly day)
    {
        if (!taken.TryAdd(day, where))
        {
            problems.Add(Texts.DayTwice.With(where, Iso(day), taken[day]));
        }
    }

    private bool IsWeekend(string where, DateOnly day)
    {
        if (CalendarTable.IsWeekend(day))
        {
            return true;
        }

        problems.Add(Texts.NotAWeekend.With(where, Iso(day), ChinaTime.Weekday(day)));
        return false;
    }

    private Season? Season(HoursRow row)
    {
        var (from, to) = (MonthDay.Parse(row.From), MonthDay.Parse(row.To));
        if (from is null || to is null)
        {
            problems.Add(Texts.UnknownMonthDay.With(row.Where, from is null ? row.From : row.To));
        }

        var hours = Segments(row.Where, row.Segments, mayBeEmpty: false);
        return from is { } first && to is { } last ? new(row.Name, first, last, hours) : null;
    }

    private void CheckSeasons(IReadOnlyList<HoursRow>? rows, List<Season>? seasons)
    {
        for (var index = 1; index < (seasons?.Count ?? 0) && seasons!.Count == rows!.Count; index++)
        {
            var season = seasons[index];
            if (seasons.Take(index).Any(other => Overlap(other, season)))
            {
                problems.Add(Texts.SeasonsOverlap.With(rows[index].Where, season.Name));
            }
        }
    }

    private static bool Overlap(Season one, Season other)
    {
        var leapYear = new DateOnly(2024, 1, 1);
        return Enumerable.Range(0, 366).Select(leapYear.AddDays).Any(day => one.Covers(day) && other.Covers(day));
    }

    private List<LocalException> Exceptions(IReadOnlyList<ExceptionRow> rows)
    {
        var read = new Dictionary<DateOnly, LocalException>();
        foreach (var row in rows)
        {
            if (row.Name.Length is 0 or > LongestName)
            {
                problems.Add(Texts.NameMissing.With(row.Where, LongestName));
            }

            var hours = row.Segments is { } segments ? Segments(row.Where, segments, mayBeEmpty: true) : null;
            if (Date(row.Where, row.Date) is { } date && !read.TryAdd(date, new(date, row.Name, hours)))
            {
                problems.Add(Texts.ExceptionTwice.With(row.Where, Iso(date)));
            }
        }

        return [.. read.Values.OrderBy(exception => exception.Date)];
    }

    private List<WorkingSegment> Segments(string where, IReadOnlyList<string> words, bool mayBeEmpty)
    {
        var segments = new List<WorkingSegment>();
        foreach (var word in words)
        {
            if (WorkingSegment.Parse(word) is not { } segment)
            {
                problems.Add(Texts.UnknownHours.With(where, word));
            }
            else if (segments is [.., var last] && segment.Start < last.End)
            {
                problems.Add(Texts.HoursOverlap.With(where, last, segment));
            }
            else
            {
                segments.Add(segment);
            }
        }

        if (words.Count == 0 && !mayBeEmpty)
        {
            problems.Add(Texts.HoursMissing.With(where));
        }

        return segments;
    }

    private int Year(string where, string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= EarliestYear && year <= latestYear)
        {
            return year;
        }

        problems.Add(Texts.YearFarOff.With(where, text, EarliestYear, latestYear));
        return 0;
    }

    private DateOnly? Date(string where, string text)
    {
        if (!DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            problems.Add(Texts.UnknownDate.With(where, text));
            return null;
        }

        if (date.Year >= EarliestYear - 1 && date.Year <= latestYear)
        {
            return date;
        }

        problems.Add(Texts.YearFarOff.With(where, text, EarliestYear, latestYear));
        return null;
    }

    private static IEnumerable<DateOnly> Days(HolidayBlock block) =>
        Enumerable.Range(0, block.To.DayNumber - block.From.DayNumber + 1).Select(block.From.AddDays);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
