namespace SupervisionBot.Core.Calendars;

/// <summary>In what a period is counted. 工作日 is said expressly; 3日内 without 工作 is calendar days by the plain rule.</summary>
public enum PeriodUnit
{
    WorkingDay,

    /// <summary>Office hours only; runs from the moment.</summary>
    WorkingHour,

    /// <summary>All days; a day off at the end rolls over (民法典 art. 203).</summary>
    CalendarDay,
}
