using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Demo;

/// <summary>
/// Fills an empty database in demo mode: the county, its people and matter list, and half a year of invented consultations in every state, counted
/// back from today in working days. One transaction: a process killed in the middle leaves nothing behind. Nothing in it is due at once, and nobody
/// is written to about it.
/// </summary>
public sealed partial class DemoSeed(
    Database database,
    BusinessClock clock,
    DemoStage stage,
    DemoMode demo,
    DeadlineAudit audit,
    ILogger<DemoSeed> logger
) : IFirstContent
{
    private DemoHalfYear? prepared;

    public void Prepare()
    {
        if (demo.Enabled)
        {
            prepared = stage.Play(ChinaTime.DateOf(clock.Now));
        }
    }

    public async Task EnsureAsync(CancellationToken cancel)
    {
        if (demo.Enabled && await database.WriteAsync(SeedAsync, cancel))
        {
            Log.Seeded(logger);
        }

        // Where another process was faster it was not used.
        prepared = null;
    }

    public async Task CompleteAsync(CancellationToken cancel)
    {
        if (!await database.ReadAsync((db, token) => Pending(db).AnyAsync(token), cancel))
        {
            return;
        }

        await audit.MendAsync(cancel);
        await database.WriteAsync((db, token) => Pending(db).ExecuteDeleteAsync(token), cancel);
    }

    private static IQueryable<Setting> Pending(WorkDb db) => db.Settings.Where(s => s.Key == Setting.DeadlinesPending);

    private async Task<bool> SeedAsync(WorkDb db, CancellationToken cancel)
    {
        if (await db.Units.AnyAsync(cancel) || await db.Settings.AnyAsync(s => s.Key == Setting.DemoSeeded, cancel))
        {
            return false;
        }

        // Rows that a broken-off attempt has numbered are not used again.
        var played = Interlocked.Exchange(ref prepared, null) ?? stage.Play(ChinaTime.DateOf(clock.Now));
        // Nothing of it changes any more between here and the database.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.AddRange(played.Records);
        db.AddRange(
            new Setting { Key = Setting.DemoSeeded, Value = played.Today.ToString("O", CultureInfo.InvariantCulture) },
            new Setting { Key = Setting.DeadlinesPending, Value = nameof(DemoSeed) },
            new Setting { Key = Setting.SearchPending, Value = nameof(DemoSeed) }
        );
        await db.SaveChangesAsync(cancel);
        // A newcomer waits for this transaction; deadlines and index come while the host already serves.
        db.TakePromising();
        db.TakeSearchable();
        db.ChangeTracker.Clear();
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1701, LogLevel.Information, "The demo county stands")]
        public static partial void Seeded(ILogger logger);
    }
}
