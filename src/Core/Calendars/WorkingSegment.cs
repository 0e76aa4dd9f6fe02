namespace SupervisionBot.Core.Calendars;

/// <summary>A stretch of office hours in local time; <paramref name="End"/> is the first moment outside it.</summary>
public sealed record WorkingSegment(TimeOnly Start, TimeOnly End);
