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
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Looks for the database of the settings. One that is there but cannot be read is named on standard error.</summary>
    public static async Task<WorkingCalendar> LoadAsync(CancellationToken cancel)
    {
        using var host = WorkerApplication.CreateBuilder().Build();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        var calendar = new WorkingCalendar(CalendarFacts.Shipped());
        try
        {
            if (await IsMigratedAsync(host.Services, limit.Token))
            {
                await using var db = host.Services.GetRequiredService<WorkDbFactory>().Open();
                await CalendarVersions.FollowAsync(db, calendar, limit.Token);
            }
        }
        catch (Exception unreachable)
            when (unreachable is DbException or OptionsValidationException or OperationCanceledException && !cancel.IsCancellationRequested)
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
