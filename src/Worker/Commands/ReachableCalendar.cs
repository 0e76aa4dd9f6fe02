using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Worker.Commands;

/// <summary>The calendar for commands that must also answer where there is no database: the newest one imported, otherwise the shipped one.</summary>
internal static partial class ReachableCalendar
{
    /// <summary>
    /// Looks for the database of the settings, as long as its driver waits for a connection: an answer by an older calendar would be worse than a late one.
    /// A database that is there but cannot be read is named on standard error.
    /// </summary>
    public static async Task<WorkingCalendar> LoadAsync(CancellationToken cancel)
    {
        using var host = WorkerApplication.CreateBuilder().Build();
        var calendar = new WorkingCalendar(CalendarFacts.Shipped());
        try
        {
            if (await IsMigratedAsync(host.Services, cancel))
            {
                await using var db = host.Services.GetRequiredService<WorkDbFactory>().Open();
                await CalendarVersions.FollowAsync(db, calendar, cancel);
            }
        }
        catch (Exception unreachable) when (unreachable is DbException or OptionsValidationException)
        {
            Log.Shipped(host.Services.GetRequiredService<ILogger<WorkingCalendar>>(), unreachable.Message);
        }

        return calendar;
    }

    /// <summary>Whether there is a database, brought to this program's model. Makes none.</summary>
    public static async Task<bool> IsMigratedAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var db = services.GetRequiredService<WorkDbFactory>().Open();
        return await db.Database.CanConnectAsync(cancel) && !(await db.Database.GetPendingMigrationsAsync(cancel)).Any();
    }

    private static partial class Log
    {
        [LoggerMessage(2201, LogLevel.Warning, "The calendar of the database cannot be read, the shipped one is used: {Reason}")]
        public static partial void Shipped(ILogger logger, string reason);
    }
}
