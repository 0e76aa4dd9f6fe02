using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using SupervisionBot.Core.Calendars;

namespace SupervisionBot.Core.Persistence;

/// <summary>
/// Opens transactions. A write runs from the first line to the commit without any other input or output; when another writer was faster
/// (a version moved, a unique key was taken, the server asks to retry) it runs again from the start on a fresh context.
/// Every transaction and every query that may ask for a date first takes over a newer calendar, so that both see what an administrator imported elsewhere.
/// On SQLite the writers of this process queue at one gate, so that they never meet the database's own lock.
/// </summary>
public sealed partial class Database(
    WorkDbFactory factory,
    BusinessClock clock,
    WorkingCalendar calendar,
    DemoMode demo,
    IEnumerable<IBeforeCommit> followers,
    ILogger<Database> logger
) : IDisposable
{
    private const int Attempts = 8;
    private readonly SemaphoreSlim gate = new(1, 1);

    public StorageProvider Provider => factory.Provider;

    /// <summary>Runs <paramref name="work"/> in one transaction and saves what it changed.</summary>
    /// <exception cref="DbUpdateException">The change broke a rule of the database that another run would break again.</exception>
    public async Task<T> WriteAsync<T>(Func<WorkDb, CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(work);
        for (var attempt = 1; ; attempt++)
        {
            if (Provider == StorageProvider.Sqlite)
            {
                await gate.WaitAsync(cancel);
            }

            try
            {
                return await OnceAsync(work, cancel);
            }
            catch (Exception conflict) when (attempt < Attempts && IsConflict(conflict))
            {
                Log.Retry(logger, attempt, conflict.GetType().Name);
            }
            finally
            {
                if (Provider == StorageProvider.Sqlite)
                {
                    gate.Release();
                }
            }
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<WorkDb, CancellationToken, Task> work, CancellationToken cancel) =>
        WriteAsync(
            async (db, token) =>
            {
                await work(db, token);
                return true;
            },
            cancel
        );

    /// <summary>Runs a query outside any transaction; nothing it loads is tracked.</summary>
    public Task<T> ReadAsync<T>(Func<WorkDb, CancellationToken, Task<T>> query, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ReadUndatedAsync(
            async (db, token) =>
            {
                await CalendarVersions.FollowAsync(db, calendar, token);
                return await query(db, token);
            },
            cancel
        );
    }

    /// <summary>Runs a query whose answer hangs on no calendar: the queues and the logs of conversations, which are asked all day long.</summary>
    public async Task<T> ReadUndatedAsync<T>(Func<WorkDb, CancellationToken, Task<T>> query, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var db = factory.Open();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await query(db, cancel);
    }

    public void Dispose() => gate.Dispose();

    private async Task<T> OnceAsync<T>(Func<WorkDb, CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        await using var db = factory.Open();
        db.AfterCommit.Clear();
        db.TakePromising();
        db.TakeSearchable();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (demo.Enabled)
        {
            clock.Follow(await DemoClock.OffsetAsync(db, cancel));
        }

        await CalendarVersions.FollowAsync(db, calendar, cancel);
        var result = await work(db, cancel);
        await db.SaveChangesAsync(cancel);
        foreach (var follower in followers)
        {
            await follower.RunAsync(db, cancel);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.AfterCommit.ForEach(wake => wake());
        return result;
    }

    private static bool IsConflict(Exception exception) =>
        exception switch
        {
            DbUpdateConcurrencyException => true,
            DbUpdateException { InnerException: { } inner } => IsConflict(inner),
            // What the driver takes for transient, a deadlock above all, comes wrapped once more.
            InvalidOperationException { InnerException: DbUpdateException inner } => IsConflict(inner),
            InvalidOperationException { InnerException: PostgresException inner } => IsConflict(inner),
            SqliteException { SqliteErrorCode: 5 or 6 } => true,
            SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } => true,
            PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation
                    or PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.LockNotAvailable
            } => true,
            _ => false,
        };

    private static partial class Log
    {
        [LoggerMessage(1101, LogLevel.Debug, "Write runs again after attempt {Attempt}: {Conflict}")]
        public static partial void Retry(ILogger logger, int attempt, string conflict);
    }
}
