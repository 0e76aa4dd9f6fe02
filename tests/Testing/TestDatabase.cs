using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;
using Xunit;

namespace SupervisionBot.Testing;

/// <summary>
/// A database of one test's own, gone when disposed: a temporary file on SQLite, a database on the throw-away server of <c>test.sh</c> on PostgreSQL. Both are copied
/// from templates that are migrated, and filled with the demo county, once, so that a test costs milliseconds. Persistence tests are theories over <see cref="Providers"/>.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Once<string> SqliteTemplate = new(() =>
        MakeSqliteTemplateAsync(connection => MigrateAsync(StorageProvider.Sqlite, connection))
    );
    private static readonly ConcurrentDictionary<DateOnly, Once<string>> SqliteCounties = new();

    private readonly Func<ValueTask> remove;

    private TestDatabase(StorageProvider provider, string connectionString, Func<ValueTask> remove)
    {
        Provider = provider;
        ConnectionString = connectionString;
        this.remove = remove;
    }

    /// <summary>Whether there is a PostgreSQL server for tests and benchmarks.</summary>
    public static bool HasPostgres => Environment.GetEnvironmentVariable(PostgresServer.Variable) is { Length: > 0 };

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
        provider == StorageProvider.Sqlite
            ? CreateSqliteAsync(migrated ? SqliteTemplate : null)
            : CreatePostgresAsync(server => migrated ? server.Template.GetAsync() : Task.FromResult("template0"));

    /// <summary>Makes a database in which the demo county stands, as it is founded on the day that the clock shows.</summary>
    public static Task<TestDatabase> CreateCountyAsync(StorageProvider provider, TimeProvider machine)
    {
        var day = ChinaTime.DateOf(machine.GetUtcNow());
        return provider == StorageProvider.Sqlite
            ? CreateSqliteAsync(
                SqliteCounties.GetOrAdd(
                    day,
                    new Once<string>(() => MakeSqliteTemplateAsync(connection => FoundAsync(StorageProvider.Sqlite, connection, machine)))
                )
            )
            : CreatePostgresAsync(server => server.CountyAsync(day, machine));
    }

    public ValueTask DisposeAsync() => remove();

    private static async Task<TestDatabase> CreateSqliteAsync(Once<string>? template)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("supervisionbot-");
        var file = Path.Combine(folder.FullName, "test.db");
        if (template is not null)
        {
            File.Copy(await template.GetAsync(), file);
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

    private static async Task<TestDatabase> CreatePostgresAsync(Func<PostgresServer, Task<string>> choose)
    {
        var server = PostgresServer.OrSkip();
        var template = await choose(server);
        var name = $"test_{Guid.NewGuid():N}";
        await server.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        return new TestDatabase(
            StorageProvider.Postgres,
            server.ConnectionTo(name),
            async () => await server.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)")
        );
    }

    /// <summary>Brings the database behind that connection string to this program's model, as a start or the operator's command does.</summary>
    public static Task MigrateAsync(StorageProvider provider, string connectionString)
    {
        var storage = new StorageOptions { Provider = provider, ConnectionString = connectionString };
        var factory = new WorkDbFactory(Options.Create(storage));
        var migrator = new Migrator(factory, new BusinessClock(TestClock.At()), new DemoMode(), NullLogger<Migrator>.Instance);
        return migrator.RunAsync(CancellationToken.None);
    }

    /// <summary>Migrates, and fills the database with the demo county of that day, with all that a running host would add in its first seconds.</summary>
    internal static async Task FoundAsync(StorageProvider provider, string connectionString, TimeProvider machine)
    {
        await MigrateAsync(provider, connectionString);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Storage:Provider"] = provider.ToString(),
                ["Storage:ConnectionString"] = connectionString,
            }
        );
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(machine)
            .AddSupervisionCore(settings.Build(), development: true)
            .BuildServiceProvider();
        var demo = services.GetRequiredService<IFirstContent>();
        await demo.EnsureAsync(CancellationToken.None);
        await demo.CompleteAsync(CancellationToken.None);
        await services.GetRequiredService<SearchRebuild>().RunAsync(CancellationToken.None);
    }

    private static async Task<string> MakeSqliteTemplateAsync(Func<string, Task> fillAsync)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("supervisionbot-template-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var file = Path.Combine(folder.FullName, "template.db");
        await fillAsync($"Data Source={file}");
        // Closing the last connection moves the write-ahead log into the file, which is then whole by itself.
        SqliteConnection.ClearAllPools();
        return file;
    }
}
