using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;
using SupervisionBot.Core.Calendars;

namespace SupervisionBot.Core.Persistence;

/// <summary>
/// Brings the database to this program's model. Two processes starting at once wait for each other: on SQLite at a lock file that the operating
/// system frees when its holder dies, on PostgreSQL at an advisory lock of the session. Neither outlives a crash.
/// </summary>
public sealed partial class Migrator(WorkDbFactory factory, BusinessClock clock, DemoMode demo, ILogger<Migrator> logger)
{
    private const long AdvisoryLock = 0x53_75_70_65_72_42_6F_74;

    /// <summary>Migrates, if anything is missing, and takes over the clock that the database holds.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await using var held = await HoldAsync(cancel);
        await using var db = factory.Open();
        var missing = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (missing.Count > 0)
        {
            Log.Migrating(logger, missing.Count, missing[^1]);
            await ApplyAsync(db, cancel);
        }

        if (demo.Enabled)
        {
            clock.Follow(await DemoClock.OffsetAsync(db, cancel));
        }
    }

    private Task ApplyAsync(WorkDb db, CancellationToken cancel) =>
        factory.Provider == StorageProvider.Sqlite ? ApplyAtOnceAsync(db, cancel) : db.Database.MigrateAsync(cancel);

    /// <summary>
    /// On SQLite a change to a table rebuilds it, which the tools do in several transactions: a process killed in between would leave a database that
    /// the next start cannot use. So all that is missing runs as one script in one transaction; its PRAGMA lines have no effect in there, and references are not
    /// enforced on this connection while tables are being rebuilt.
    /// </summary>
    private async Task ApplyAtOnceAsync(WorkDb db, CancellationToken cancel)
    {
        var done = (await db.Database.GetAppliedMigrationsAsync(cancel)).LastOrDefault();
        var script = done is null ? await ForNewAsync(cancel) : ScriptFrom(db, done);
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(factory.ConnectionString) { ForeignKeys = false, Pooling = false }.ToString()
        );
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        // A new file is in this mode before its first table stands, whoever looks at it meanwhile.
        command.CommandText = "PRAGMA journal_mode=WAL;";
        await command.ExecuteNonQueryAsync(cancel);
        await using var transaction = connection.BeginTransaction(deferred: false);
        command.Transaction = transaction;
#pragma warning disable CA2100 // The script is made of the migrations of this program; nothing of it comes from outside.
        command.CommandText = script;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The script that brings a database on SQLite from that migration, or from nothing, to this program's model.</summary>
    internal static string ScriptFrom(WorkDb db, string migration) =>
        db.GetService<IMigrator>().GenerateScript(migration, options: MigrationsSqlGenerationOptions.NoTransactions);

    /// <summary>The same for a new database, written out beforehand: putting it together from the migrations takes an eighth of a first start.</summary>
    internal static async Task<string> ForNewAsync(CancellationToken cancel)
    {
        var name = $"{typeof(Migrator).Namespace}.Migrations.Sqlite.New.sql";
        await using var file =
            typeof(Migrator).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is missing from the program.");
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync(cancel);
    }

    private async Task<IAsyncDisposable> HoldAsync(CancellationToken cancel)
    {
        if (factory.Provider == StorageProvider.Postgres)
        {
            return await AdvisoryLockOf(factory, cancel);
        }

        return await FileLock.WaitAsync(SqliteFiles.PathOf(factory.ConnectionString) + ".migrating", cancel);
    }

    private static async Task<IAsyncDisposable> AdvisoryLockOf(WorkDbFactory factory, CancellationToken cancel)
    {
        var connection = new Npgsql.NpgsqlConnection(
            new Npgsql.NpgsqlConnectionStringBuilder(factory.ConnectionString) { Pooling = false }.ToString()
        );
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT pg_advisory_lock({AdvisoryLock})";
        await command.ExecuteNonQueryAsync(cancel);
        return connection;
    }

    private static partial class Log
    {
        [LoggerMessage(1001, LogLevel.Information, "Applying {Count} migrations up to {Last}")]
        public static partial void Migrating(ILogger logger, int count, string last);
    }
}
