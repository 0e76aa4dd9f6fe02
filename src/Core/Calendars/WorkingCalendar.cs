using System.Collections.Frozen;
using System.Globalization;

namespace SupervisionBot.Core.Calendars;

/// <summary>
/// Working days and office hours of the county, in local time (<see cref="ChinaTime"/>).
/// <para>
/// 工作日 is what the laws mean by it: 行政处罚法 art. 85 (二日、三日、五日、七日 are working days), 行政许可法 art. 82, 行政强制法 art. 69
/// (periods up to ten days) and 行政复议法 art. 88. A weekend day declared a workday (调休上班) is one like any other.
/// </para>
/// </summary>
public sealed class WorkingCalendar
{
    /// <summary>Office hours of the whole year; 08:00–12:00 and 14:30–18:00.</summary>
    public static IReadOnlyList<WorkingSegment> OfficeHours { get; } = [new(new(8, 0), new(12, 0)), new(new(14, 30), new(18, 0))];

    private readonly FrozenDictionary<DateOnly, string> holidays;
    private readonly FrozenSet<DateOnly> makeUpWorkdays;
    private readonly FrozenSet<int> publishedYears;
    private readonly IReadOnlyList<WorkingSegment> segments;

    /// <summary>A calendar of the given facts and office hours.</summary>
    /// <exception cref="InvalidDataException">The facts call one day both a holiday and a workday, or a make-up workday is no weekend day.</exception>
    public WorkingCalendar(HolidayFacts facts, IReadOnlyList<WorkingSegment> segments)
    {
        this.segments = segments;
        var off = new Dictionary<DateOnly, string>();
        foreach (var block in facts.Years.SelectMany(year => year.Holidays))
        {
            for (var day = block.From; day <= block.To; day = day.AddDays(1))
            {
                off[day] = block.Name;
            }
        }

        holidays = off.ToFrozenDictionary();
        makeUpWorkdays = facts.Years.SelectMany(year => year.MakeUpWorkdays).ToFrozenSet();
        publishedYears = facts.Years.Where(year => year.Published).Select(year => year.Year).ToFrozenSet();
        foreach (var day in makeUpWorkdays)
        {
            if (off.ContainsKey(day) || !IsWeekend(day))
            {
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{day:O} cannot be a make-up workday."));
            }
        }
    }

    /// <summary>The calendar shipped with the program.</summary>
    public static WorkingCalendar Shipped { get; } = new(HolidayFacts.Shipped(), OfficeHours);

    public bool IsWorkingDay(DateOnly date) => makeUpWorkdays.Contains(date) || (!IsWeekend(date) && !holidays.ContainsKey(date));

    public DayKind KindOf(DateOnly date) =>
        makeUpWorkdays.Contains(date) ? DayKind.MakeUpWorkday
        : holidays.ContainsKey(date) ? DayKind.Holiday
        : IsWeekend(date) ? DayKind.Weekend
        : DayKind.WorkingDay;

    /// <summary>Whether the arrangement of <paramref name="date"/>'s year is known; if not, the day was judged by weekends only.</summary>
    public bool IsPublished(DateOnly date) => publishedYears.Contains(date.Year);

    /// <summary>
    /// The <paramref name="days"/>th working day after <paramref name="from"/>. The first day is not counted (民法典 art. 201), whether it is
    /// worked or not; the result is always a working day, so nothing has to roll over (art. 203). Negative counts go back; zero is <paramref name="from"/>.
    /// </summary>
    public DateOnly AddWorkingDays(DateOnly from, int days)
    {
        var step = Math.Sign(days);
        var date = from;
        for (var left = Math.Abs(days); left > 0; )
        {
            date = date.AddDays(step);
            if (IsWorkingDay(date))
            {
                left--;
            }
        }

        return date;
    }

    /// <summary>When office hours of <paramref name="date"/> end: where there are hours, a period ends with them (民法典 art. 203).</summary>
    public DateTimeOffset EndOfBusiness(DateOnly date) => ChinaTime.FromLocal(date, segments[^1].End);

    /// <summary>Whether <paramref name="instant"/> lies within office hours of a working day.</summary>
    public bool IsWithinWorkingSegment(DateTimeOffset instant) => NextWorkingInstant(instant) == instant;

    /// <summary>The first moment within office hours that is not before <paramref name="instant"/>; carries the local offset.</summary>
    public DateTimeOffset NextWorkingInstant(DateTimeOffset instant)
    {
        var local = ChinaTime.ToLocal(instant);
        var date = DateOnly.FromDateTime(local.DateTime);
        if (IsWorkingDay(date))
        {
            var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
            foreach (var segment in segments)
            {
                if (time < segment.End)
                {
                    return time < segment.Start ? ChinaTime.FromLocal(date, segment.Start) : local;
                }
            }
        }

        return ChinaTime.FromLocal(AddWorkingDays(date, 1), segments[0].Start);
    }

    /// <summary>Counts <paramref name="days"/> working days from the day of <paramref name="from"/> to the close of business, and says why each day counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is below one.</exception>
    public DeadlineExplanation Explain(DateTimeOffset from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        var first = ChinaTime.DateOf(from);
        var last = AddWorkingDays(first, days);
        var explained = new List<ExplainedDay> { new(first, Counted: false, Texts.FirstDay) };
        var provisional = false;
        for (var date = first.AddDays(1); date <= last; date = date.AddDays(1))
        {
            provisional |= !IsPublished(date);
            explained.Add(new(date, IsWorkingDay(date), Why(date)));
        }

        return new(ChinaTime.ToLocal(from), EndOfBusiness(last), days, provisional, explained);
    }

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private string Why(DateOnly date)
    {
        var why = KindOf(date) switch
        {
            DayKind.MakeUpWorkday => Texts.MakeUpWorkday,
            DayKind.Weekend => Texts.Weekend,
            DayKind.Holiday => Texts.Holiday.With(holidays[date]),
            _ => Texts.Workday,
        };
        return IsPublished(date) ? why : why + Texts.Provisional;
    }
}
