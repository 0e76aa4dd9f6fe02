using System.Globalization;

namespace SupervisionBot.Core.Calendars;

/// <summary>
/// One version of the calendar, which never changes. Years are counted when they are first asked for; a sum over days is then a difference of two
/// counts, and the day at which a sum is reached is found by halving.
/// </summary>
internal sealed class CalendarTable
{
    private readonly Dictionary<DateOnly, (string Name, int Year)> holidays = [];
    private readonly Dictionary<DateOnly, int> makeUpWorkdays = [];
    private readonly Dictionary<DateOnly, LocalException> exceptions = [];
    private readonly HashSet<int> published;
    private readonly CalendarYear?[] years = new CalendarYear?[DateOnly.MaxValue.Year + 1];

    public CalendarTable(CalendarFacts facts, int version)
    {
        (Facts, Version) = (facts, version);
        foreach (var year in facts.Years)
        {
            foreach (var block in year.Holidays)
            {
                foreach (var day in Days(block))
                {
                    holidays[day] = (block.Name, year.Year);
                }
            }

            foreach (var day in year.MakeUpWorkdays)
            {
                makeUpWorkdays[day] = year.Year;
            }
        }

        foreach (var exception in facts.Exceptions)
        {
            exceptions[exception.Date] = exception;
        }

        published = facts.Years.Where(year => year.Published).Select(year => year.Year).ToHashSet();
        foreach (var day in makeUpWorkdays.Keys.Where(day => holidays.ContainsKey(day) || !IsWeekend(day)))
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{day:O} cannot be a make-up workday."));
        }
    }

    public CalendarFacts Facts { get; }

    public int Version { get; }

    public DayPlan this[DateOnly date] => Year(date.Year)[date];

    public static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    public bool IsPublished(DateOnly date) => published.Contains(date.Year);

    /// <summary>Hours of a day if it is worked and nothing is said about it in particular.</summary>
    public IReadOnlyList<WorkingSegment> UsualHours(DateOnly date)
    {
        foreach (var season in Facts.Seasons)
        {
            if (season.Covers(date))
            {
                return season.Hours;
            }
        }

        return Facts.Hours;
    }

    /// <summary>The day on which the <paramref name="count"/>th worked day after <paramref name="from"/> falls; backwards where it is negative.</summary>
    public DateOnly AddDays(DateOnly from, int count)
    {
        if (count == 0)
        {
            return from;
        }

        var year = from.Year;
        var passed = Year(year).Days[count > 0 ? from.DayOfYear : from.DayOfYear - 1];
        var (reached, index) = Reach(year, passed + count + (count > 0 ? 0 : 1), counted => counted.Days);
        return new DateOnly(reached, 1, 1).AddDays(index - 1);
    }

    /// <summary>Worked days after <paramref name="from"/> up to and including <paramref name="to"/>, which is not earlier.</summary>
    public long DaysBetween(DateOnly from, DateOnly to)
    {
        var sum = Year(to.Year).Days[to.DayOfYear] - Year(from.Year).Days[from.DayOfYear];
        for (var year = from.Year; year < to.Year; year++)
        {
            sum += Year(year).Days[^1];
        }

        return sum;
    }

    /// <summary>The first moment at which <paramref name="time"/> (more than nothing) of office hours has passed since <paramref name="from"/>.</summary>
    public DateTime AddTime(DateTime from, TimeSpan time)
    {
        var day = DateOnly.FromDateTime(from);
        var start = Year(day.Year).Ticks[day.DayOfYear - 1] + this[day].PassedAt(from.TimeOfDay).Ticks;
        var target = start + time.Ticks;
        var (year, index, rest) = ReachTime(day.Year, target);
        var reached = new DateOnly(year, 1, 1).AddDays(index - 1);
        return reached.ToDateTime(TimeOnly.MinValue) + this[reached].MomentAfter(rest);
    }

    /// <summary>Office hours between two moments, of which <paramref name="to"/> is not the earlier.</summary>
    public TimeSpan TimeBetween(DateTime from, DateTime to)
    {
        var (first, last) = (DateOnly.FromDateTime(from), DateOnly.FromDateTime(to));
        var sum = Year(last.Year).Ticks[last.DayOfYear - 1] - Year(first.Year).Ticks[first.DayOfYear - 1];
        for (var year = first.Year; year < last.Year; year++)
        {
            sum += Year(year).Ticks[^1];
        }

        return TimeSpan.FromTicks(sum) + this[last].PassedAt(to.TimeOfDay) - this[first].PassedAt(from.TimeOfDay);
    }

    private static IEnumerable<DateOnly> Days(HolidayBlock block) =>
        Enumerable.Range(0, block.To.DayNumber - block.From.DayNumber + 1).Select(block.From.AddDays);

    private (int Year, int Index, TimeSpan Passed) ReachTime(int year, long target)
    {
        var (reached, index) = Reach(year, target, counted => counted.Ticks);
        for (var passed = year; passed < reached; passed++)
        {
            target -= Year(passed).Ticks[^1];
        }

        return (reached, index, TimeSpan.FromTicks(target - Year(reached).Ticks[index - 1]));
    }

    /// <summary>The first day at whose end the running count of <paramref name="year"/>, continued over its neighbours, is at least <paramref name="target"/>.</summary>
    private (int Year, int Index) Reach(int year, long target, Func<CalendarYear, ReadOnlySpan<long>> counts)
    {
        while (target <= 0)
        {
            year--;
            target += counts(Year(year))[^1];
        }

        while (target > counts(Year(year))[^1])
        {
            target -= counts(Year(year))[^1];
            year++;
        }

        var count = counts(Year(year));
        var (low, high) = (1, count.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = count[middle] >= target ? (low, middle) : (middle + 1, high);
        }

        return (year, low);
    }

    // Two threads may count the same year; they come to the same.
    private CalendarYear Year(int year)
    {
        if (year is < 1 or > 9999)
        {
            throw new ArgumentOutOfRangeException(nameof(year), year, "The calendar ends there.");
        }

        return Volatile.Read(ref years[year]) ?? Count(year);
    }

    private CalendarYear Count(int year)
    {
        var counted = new CalendarYear(year, Plan);
        Volatile.Write(ref years[year], counted);
        return counted;
    }

    private DayPlan Plan(DateOnly date)
    {
        if (exceptions.TryGetValue(date, out var exception))
        {
            var hours = exception.Hours ?? UsualHours(date);
            return new(hours.Count > 0 ? DayKind.LocalWorkingDay : DayKind.LocalDayOff, hours, exception.Name, 0, IsProvisional: false);
        }

        if (makeUpWorkdays.TryGetValue(date, out var notice))
        {
            return new(DayKind.MakeUpWorkday, UsualHours(date), "", notice, IsProvisional: false);
        }

        if (holidays.TryGetValue(date, out var holiday))
        {
            return new(DayKind.Holiday, [], holiday.Name, holiday.Year, IsProvisional: false);
        }

        return IsWeekend(date)
            ? new(DayKind.Weekend, [], "", 0, !IsPublished(date))
            : new(DayKind.WorkingDay, UsualHours(date), "", 0, !IsPublished(date));
    }
}
