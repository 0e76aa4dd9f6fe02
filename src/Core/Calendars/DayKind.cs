namespace SupervisionBot.Core.Calendars;

/// <summary>Why a day is worked or not.</summary>
public enum DayKind
{
    WorkingDay,
    MakeUpWorkday,
    Weekend,
    Holiday,
}
