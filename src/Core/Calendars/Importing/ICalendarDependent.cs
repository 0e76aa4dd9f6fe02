using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Calendars.Importing;

/// <summary>A feature that keeps dates computed from the calendar. An import asks each which of them would move, and has them moved when it is confirmed.</summary>
public interface ICalendarDependent
{
    /// <summary>The open dates that <paramref name="after"/> puts on another moment than <paramref name="before"/> did. Changes nothing.</summary>
    Task<IReadOnlyList<MovedDue>> MovedByAsync(Work work, WorkingCalendar before, WorkingCalendar after, CancellationToken cancel);

    /// <summary>Moves them, in the transaction in which the calendar changes.</summary>
    Task MoveAsync(Work work, WorkingCalendar before, WorkingCalendar after, CancellationToken cancel);
}

/// <summary>A due date that moves; <paramref name="What"/> names the record and what is owed, in Chinese.</summary>
public sealed record MovedDue(string What, DateTimeOffset From, DateTimeOffset To);
