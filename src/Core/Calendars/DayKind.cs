namespace SupervisionBot.Core.Calendars;

/// <summary>Why a day is worked or not.</summary>
public enum DayKind
{
    WorkingDay,
    MakeUpWorkday,
    Weekend,
    Holiday,

    /// <summary>Worked because the county says so, or worked at other hours than usual.</summary>
    LocalWorkingDay,

    /// <summary>Off because the county says so.</summary>
    LocalDayOff,
}
