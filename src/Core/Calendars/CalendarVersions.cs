using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Calendars;

/// <summary>Keeps the calendar of this process at the newest version in the database, whoever imported it and in which process.</summary>
public static class CalendarVersions
{
    /// <summary>Takes over a newer version, if there is one. One look at the highest key where there is none.</summary>
    public static async Task FollowAsync(WorkDb db, WorkingCalendar calendar, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(calendar);
        // Never back: another transaction of this process may have seen more than this one.
        var known = calendar.Version;
        var newer = await db
            .CalendarVersions.AsNoTracking()
            .Where(v => v.Number > known)
            .OrderByDescending(v => v.Number)
            .FirstOrDefaultAsync(cancel);
        if (newer is not null)
        {
            calendar.Follow(CalendarFacts.FromJson(newer.Content), newer.Number);
        }
    }
}
