using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Options;
using Npgsql;
using SQLitePCL;

namespace SupervisionBot.Core.Persistence;

/// <summary>Makes contexts for the configured database; contexts and connections are pooled.</summary>
public sealed class WorkDbFactory
{
    private const int Prepared = 200;
    private readonly Func<WorkDb> open;

    /// <summary>Makes the pool; no connection is opened.</summary>
    /// <param name="options">Where the database is.</param>
    /// <param name="watching">Whoever else looks at the statements; nobody in the product.</param>
    public WorkDbFactory(IOptions<StorageOptions> options, IEnumerable<IInterceptor>? watching = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        Provider = options.Value.Provider;
        ConnectionString = Provider == StorageProvider.Sqlite ? Sqlite(options.Value.ConnectionString) : Postgres(options.Value.ConnectionString);
        if (Provider == StorageProvider.Sqlite)
        {
            var pool = new PooledDbContextFactory<SqliteWorkDb>(
                Configure(new DbContextOptionsBuilder<SqliteWorkDb>(), Provider, ConnectionString).AddInterceptors(watching ?? []).Options
            );
            open = pool.CreateDbContext;
        }
        else
        {
            var pool = new PooledDbContextFactory<PostgresWorkDb>(
                Configure(new DbContextOptionsBuilder<PostgresWorkDb>(), Provider, ConnectionString).AddInterceptors(watching ?? []).Options
            );
            open = pool.CreateDbContext;
        }
    }

    public StorageProvider Provider { get; }

    /// <summary>The effective connection string; on SQLite with the settings this product relies on.</summary>
    public string ConnectionString { get; }

    public WorkDb Open() => open();

    /// <summary>
    /// Loads the model and the query compiler on another core, while the host is being put together. It takes as long as the host itself and depends on nothing
    /// but the provider; no connection is opened.
    /// </summary>
    public static Task LoadModelAsync(StorageProvider provider) =>
        Task.Run(() =>
        {
            using WorkDb db =
                provider == StorageProvider.Sqlite
                    ? new SqliteWorkDb(Configure(new DbContextOptionsBuilder<SqliteWorkDb>(), provider, "Data Source=:memory:").Options)
                    : new PostgresWorkDb(Configure(new DbContextOptionsBuilder<PostgresWorkDb>(), provider, "Host=localhost").Options);
            _ = db.Settings.Where(s => s.Key == Setting.DemoSeeded).ToQueryString();
        });

    private static DbContextOptionsBuilder<T> Configure<T>(DbContextOptionsBuilder<T> builder, StorageProvider provider, string connection)
        where T : WorkDb
    {
        if (provider == StorageProvider.Sqlite)
        {
            // SQLite joins a record to its parts by reading all parts there are, where PostgreSQL takes those of the record; asked one by one they come by their key.
            builder
                .UseSqlite(connection, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
                .AddInterceptors(new SqlitePragmas());
        }
        else
        {
            builder.UseNpgsql(connection);
        }

        return builder.ConfigureWarnings(w => w.Ignore(RelationalEventId.MultipleCollectionIncludeWarning));
    }

    private static string Sqlite(string configured) =>
        new SqliteConnectionStringBuilder(configured)
        {
            ForeignKeys = true,
            DefaultTimeout = 30,
            Cache = SqliteCacheMode.Private,
        }.ToString();

    /// <summary>The queries of turns and of the sweep come again and again: the server plans each once per connection, or as many as the operator says.</summary>
    private static string Postgres(string configured)
    {
        var connection = new NpgsqlConnectionStringBuilder(configured);
        connection.MaxAutoPrepare = connection.MaxAutoPrepare > 0 ? connection.MaxAutoPrepare : Prepared;
        return connection.ToString();
    }

    /// <summary>Every commit reaches the disk before it is answered: a power cut in a county office must not lose a request.</summary>
    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";

        // A pooled connection comes back with what was set on it, so it is told once, not before every query.
        private readonly ConditionalWeakTable<sqlite3, object?> told = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (IsToBeTold(connection))
            {
                using var command = connection.CreateCommand();
                command.CommandText = Pragmas;
                command.ExecuteNonQuery();
                Told(connection);
            }
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            if (IsToBeTold(connection))
            {
                await using var command = connection.CreateCommand();
                command.CommandText = Pragmas;
                await command.ExecuteNonQueryAsync(cancellationToken);
                Told(connection);
            }
        }

        private bool IsToBeTold(DbConnection connection) => !IsForReadingAlone(connection) && !told.TryGetValue(Handle(connection), out _);

        private void Told(DbConnection connection) => told.AddOrUpdate(Handle(connection), null);

        private static sqlite3 Handle(DbConnection connection) => ((SqliteConnection)connection).Handle!;

        // EF Core looks that way whether the database is there; a file that a killed first start left empty would refuse the mode, and every start after it.
        private static bool IsForReadingAlone(DbConnection connection) =>
            connection.ConnectionString.Contains("Mode=ReadOnly", StringComparison.OrdinalIgnoreCase);
    }
}
