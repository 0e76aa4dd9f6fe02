using SupervisionBot.Core.Calendars;

namespace SupervisionBot.Core.Tests.Calendars;

/// <summary>The obvious calendar: looks through the facts again for every question, minute by minute where hours matter.</summary>
internal static class SlowCalendar
{
    private static readonly HolidayFacts Facts = HolidayFacts.Shipped();

    public static bool IsWorkingDay(DateOnly date)
    {
        foreach (var year in Facts.Years)
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

    public static DateOnly AddWorkingDays(DateOnly from, int days)
    {
        var counted = 0;
        var date = from;
        while (counted < days)
        {
            date = date.AddDays(1);
            counted += IsWorkingDay(date) ? 1 : 0;
        }

        return date;
    }

    public static bool IsOfficeHour(DateTime local) =>
        IsWorkingDay(DateOnly.FromDateTime(local)) && (local.TimeOfDay.TotalMinutes is (>= 480 and < 720) or (>= 870 and < 1080));

    public static DateTime NextWorkingMinute(DateTime local)
    {
        while (!IsOfficeHour(local))
        {
            local = local.AddMinutes(1);
        }

        return local;
    }
}
