using SupervisionBot.Core.Calendars;

namespace SupervisionBot.Core.Tests.Calendars;

/// <summary>The obvious calendar: looks through the facts again for every question, day by day, minute by minute where hours matter.</summary>
internal sealed class SlowCalendar(CalendarFacts facts)
{
    public static SlowCalendar Shipped { get; } = new(CalendarFacts.Shipped());

    public bool IsWorkingDay(DateOnly date) => HoursOf(date).Count > 0;

    public IReadOnlyList<WorkingSegment> HoursOf(DateOnly date)
    {
        foreach (var exception in facts.Exceptions)
        {
            if (exception.Date == date)
            {
                return exception.Hours ?? UsualHours(date);
            }
        }

        return IsOnByTheNotices(date) ? UsualHours(date) : [];
    }

    public DateOnly AddWorkingDays(DateOnly from, int days)
    {
        var (date, step) = (from, Math.Sign(days));
        for (var counted = 0; counted < Math.Abs(days); )
        {
            date = date.AddDays(step);
            counted += IsWorkingDay(date) ? 1 : 0;
        }

        return date;
    }

    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var date = from.AddDays(1); date <= to; date = date.AddDays(1))
        {
            count += IsWorkingDay(date) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether the minute that begins at <paramref name="local"/> is worked.</summary>
    public bool IsOfficeHour(DateTime local)
    {
        foreach (var segment in HoursOf(DateOnly.FromDateTime(local)))
        {
            if (segment.Start.ToTimeSpan() <= local.TimeOfDay && local.TimeOfDay < segment.End.ToTimeSpan())
            {
                return true;
            }
        }

        return false;
    }

    public DateTime NextWorkingMinute(DateTime local)
    {
        while (!IsOfficeHour(local))
        {
            local = local.AddMinutes(1);
        }

        return local;
    }

    /// <summary>The end of the last of <paramref name="minutes"/> worked minutes.</summary>
    public DateTime AddWorkingMinutes(DateTime local, int minutes)
    {
        while (minutes > 0)
        {
            minutes -= IsOfficeHour(local) ? 1 : 0;
            local = local.AddMinutes(1);
        }

        return local;
    }

    public int WorkingMinutesBetween(DateTime from, DateTime to)
    {
        var count = 0;
        for (var minute = from; minute < to; minute = minute.AddMinutes(1))
        {
            count += IsOfficeHour(minute) ? 1 : 0;
        }

        return count;
    }

    private IReadOnlyList<WorkingSegment> UsualHours(DateOnly date)
    {
        foreach (var season in facts.Seasons)
        {
            var (day, from, to) = (
                (date.Month * 100) + date.Day,
                (season.From.Month * 100) + season.From.Day,
                (season.To.Month * 100) + season.To.Day
            );
            if (from <= to ? from <= day && day <= to : day >= from || day <= to)
            {
                return season.Hours;
            }
        }

        return facts.Hours;
    }

    private bool IsOnByTheNotices(DateOnly date)
    {
        foreach (var year in facts.Years)
        {
            foreach (var workday in year.MakeUpWorkdays)
            {
                if (workday == date)
                {
                    return true;
                }
            }

            foreach (var block in year.Holidays)
            {
                if (block.From <= date && date <= block.To)
                {
                    return false;
                }
            }
        }

        return date.DayOfWeek != DayOfWeek.Saturday && date.DayOfWeek != DayOfWeek.Sunday;
    }
}
