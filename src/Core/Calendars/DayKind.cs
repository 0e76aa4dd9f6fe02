namespace SupervisionBot.Core.Calendars;

/// <summary>Why a day is worked or not.</summary>
public enum DayKind
{
    Workday,
    MakeUpWorkday,
    Weekend,
    Holiday,
}
