using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Persistence;
using Xunit;

namespace SupervisionBot.Testing;

/// <summary>
/// A database of one test's own, gone when disposed: a temporary file on SQLite, a database on the throw-away server of <c>test.sh</c> on PostgreSQL. Both are copied
/// from a template that is migrated once, so that a test costs milliseconds. Persistence tests are theories over <see cref="Providers"/>.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Once<string> SqliteTemplate = new(MakeSqliteTemplateAsync);

    private readonly Func<ValueTask> remove;

    private TestDatabase(StorageProvider provider, string connectionString, Func<ValueTask> remove)
    {
        Provider = provider;
        ConnectionString = connectionString;
        this.remove = remove;
    }

    public static TheoryData<StorageProvider> Providers { get; } = [StorageProvider.Sqlite, StorageProvider.Postgres];

    public StorageProvider Provider { get; }
    public string ConnectionString { get; }

    /// <summary>The settings that point a host or a child process at this database.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Storage:Provider"] = Provider.ToString(),
            ["Storage:ConnectionString"] = ConnectionString,
        };

    /// <summary>Makes a database; on PostgreSQL the running test is skipped where there is no server.</summary>
    /// <param name="migrated">False for tests of the first migration itself: a database without a single table.</param>
    public static Task<TestDatabase> CreateAsync(StorageProvider provider = StorageProvider.Sqlite, bool migrated = true) =>
        provider == StorageProvider.Sqlite ? CreateSqliteAsync(migrated) : CreatePostgresAsync(migrated);

    public ValueTask DisposeAsync() => remove();

    private static async Task<TestDatabase> CreateSqliteAsync(bool migrated)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("supervisionbot-");
        var file = Path.Combine(folder.FullName, "test.db");
        if (migrated)
        {
            File.Copy(await SqliteTemplate.GetAsync(), file);
        }

        return new TestDatabase(
            StorageProvider.Sqlite,
            $"Data Source={file}",
            () =>
            {
                SqliteConnection.ClearAllPools();
                folder.Delete(recursive: true);
                return ValueTask.CompletedTask;
            }
        );
    }

    private static async Task<TestDatabase> CreatePostgresAsync(bool migrated)
    {
        var server = PostgresServer.OrSkip();
        var template = migrated ? await server.Template.GetAsync() : "template0";
        var name = $"test_{Guid.NewGuid():N}";
        await server.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        return new TestDatabase(
            StorageProvider.Postgres,
            server.ConnectionTo(name),
            async () => await server.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)")
        );
    }

    internal static Task MigrateAsync(StorageProvider provider, string connectionString)
    {
        var storage = new StorageOptions { Provider = provider, ConnectionString = connectionString };
        var factory = new WorkDbFactory(Options.Create(storage));
        var migrator = new Migrator(factory, new BusinessClock(TestClock.At()), new DemoMode(), NullLogger<Migrator>.Instance);
        return migrator.RunAsync(CancellationToken.None);
    }

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("supervisionbot-template-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var file = Path.Combine(folder.FullName, "template.db");
        await MigrateAsync(StorageProvider.Sqlite, $"Data Source={file}");
        // Closing the last connection moves the write-ahead log into the file, which is then whole by itself.
        SqliteConnection.ClearAllPools();
        return file;
    }
}
