namespace SupervisionBot.Core.Calendars;

/// <summary>
/// Working days and office hours of the county, in local time (<see cref="ChinaTime"/>).
/// <para>
/// 工作日 is what the laws mean by it: 行政处罚法 art. 85 (二日、三日、五日、七日 are working days), 行政许可法 art. 82, 行政强制法 art. 69
/// (periods up to ten days) and 行政复议法 art. 88. A weekend day declared a workday (调休上班) is one like any other.
/// </para>
/// <para>
/// A host has one, and it follows the newest calendar in the database with every transaction (<see cref="CalendarVersions"/>), so what it answers
/// may change between two calls. Sums cost no more for long periods than for short ones.
/// </para>
/// </summary>
public sealed class WorkingCalendar(CalendarFacts facts)
{
    private CalendarTable table = new(facts, version: 0);

    /// <summary>The calendar shipped with the program; it never changes.</summary>
    public static WorkingCalendar Shipped { get; } = new(CalendarFacts.Shipped());

    /// <summary>What it is made of at this moment.</summary>
    public CalendarFacts Facts => Table.Facts;

    /// <summary>Which of the imported calendars it is; 0 for the one shipped with the program.</summary>
    public int Version => Table.Version;

    private CalendarTable Table => Volatile.Read(ref table);

    public bool IsWorkingDay(DateOnly date) => Table[date].IsWorked;

    public DayKind KindOf(DateOnly date) => Table[date].Kind;

    /// <summary>Office hours of that day; none on a day off.</summary>
    public IReadOnlyList<WorkingSegment> HoursOf(DateOnly date) => Table[date].Hours;

    /// <summary>Whether the arrangement of <paramref name="date"/>'s year is known; if not, its days are judged by weekends only.</summary>
    public bool IsPublished(DateOnly date) => Table.IsPublished(date);

    /// <summary>
    /// The <paramref name="days"/>th working day after <paramref name="from"/>. The first day is not counted (民法典 art. 201), whether it is
    /// worked or not; the result is always a working day, so nothing has to roll over (art. 203). Negative counts go back; zero is <paramref name="from"/>.
    /// </summary>
    public DateOnly AddWorkingDays(DateOnly from, int days) => Table.AddDays(from, days);

    /// <summary>
    /// How many working days lie after <paramref name="from"/>, up to and including <paramref name="to"/>: what <see cref="AddWorkingDays"/> must add
    /// to come there. Negative when <paramref name="to"/> is the earlier day.
    /// </summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var days = Table;
        return (int)(from <= to ? days.DaysBetween(from, to) : -days.DaysBetween(to.AddDays(-1), from.AddDays(-1)));
    }

    /// <summary>
    /// The moment at which <paramref name="hours"/> of office hours have passed. A period in hours runs from the moment itself (民法典 art. 201), and
    /// stands still outside office hours. The end of the day, not the next morning, where both would do.
    /// </summary>
    /// <returns>With the local offset.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hours"/> is negative.</exception>
    public DateTimeOffset AddWorkingHours(DateTimeOffset from, int hours) => AddWorkingTime(from, TimeSpan.FromHours(hours));

    /// <summary>As <see cref="AddWorkingHours"/>, to the minute and finer.</summary>
    /// <inheritdoc cref="AddWorkingHours" path="/returns"/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative.</exception>
    public DateTimeOffset AddWorkingTime(DateTimeOffset from, TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        var local = ChinaTime.ToLocal(from);
        return time == TimeSpan.Zero ? local : Local(Table.AddTime(local.DateTime, time));
    }

    /// <summary>How much of the office hours lies between two moments; negative when <paramref name="to"/> is the earlier.</summary>
    public TimeSpan WorkingTimeBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var (first, last) = (ChinaTime.ToLocal(from).DateTime, ChinaTime.ToLocal(to).DateTime);
        return first <= last ? Table.TimeBetween(first, last) : -Table.TimeBetween(last, first);
    }

    /// <summary>
    /// A period that ends on a day off ends on the next working day (民法典 art. 203); on a working day it ends that day, a make-up workday included.
    /// Not for a limit that names its day: 7月底前 is 31 July, whatever day of the week that is.
    /// </summary>
    public DateOnly RollOver(DateOnly date)
    {
        var days = Table;
        return days[date].IsWorked ? date : days.AddDays(date, 1);
    }

    /// <summary>The last working day that is not after <paramref name="date"/>: by when to remind of a limit that falls on a day off.</summary>
    public DateOnly LastWorkingDayUpTo(DateOnly date)
    {
        var days = Table;
        return days[date].IsWorked ? date : days.AddDays(date, -1);
    }

    /// <summary>
    /// The end of a period in calendar days: all days count, but not the first (民法典 art. 201; 行政处罚法 art. 85 for what it does not name, as the
    /// ninety days of art. 60), and a day off at the end rolls over (art. 203).
    /// </summary>
    public DateOnly AddCalendarDays(DateOnly from, int days) => RollOver(from.AddDays(days));

    /// <summary>
    /// When office hours of <paramref name="date"/> end: where there are hours, a period ends with them (民法典 art. 203). On a day off, when they
    /// would have ended. Carries the local offset.
    /// </summary>
    public DateTimeOffset EndOfBusiness(DateOnly date)
    {
        var days = Table;
        var plan = days[date];
        return ChinaTime.FromLocal(date, (plan.IsWorked ? plan.Hours : days.UsualHours(date))[^1].End);
    }

    /// <summary>Whether <paramref name="instant"/> lies within office hours of a working day.</summary>
    public bool IsWithinWorkingSegment(DateTimeOffset instant) => NextWorkingInstant(instant) == instant;

    /// <summary>The first moment within office hours that is not before <paramref name="instant"/>; carries the local offset.</summary>
    public DateTimeOffset NextWorkingInstant(DateTimeOffset instant)
    {
        var days = Table;
        var local = ChinaTime.ToLocal(instant);
        var date = DateOnly.FromDateTime(local.DateTime);
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        foreach (var segment in days[date].Hours)
        {
            if (time < segment.End)
            {
                return time < segment.Start ? ChinaTime.FromLocal(date, segment.Start) : local;
            }
        }

        var next = days.AddDays(date, 1);
        return ChinaTime.FromLocal(next, days[next].Hours[0].Start);
    }

    /// <summary>Counts <paramref name="amount"/> units from <paramref name="from"/>, and says of each day whether it counts and why.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is below one.</exception>
    public DeadlineExplanation Explain(DateTimeOffset from, int amount, PeriodUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        return Explanations.Of(Table, ChinaTime.ToLocal(from), amount, unit);
    }

    /// <summary>Takes over a newer calendar from the database. Called by <see cref="CalendarVersions"/> and by nobody else.</summary>
    internal void Follow(CalendarFacts newer, int version) => Volatile.Write(ref table, new CalendarTable(newer, version));

    private static DateTimeOffset Local(DateTime local) => ChinaTime.FromLocal(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
}
