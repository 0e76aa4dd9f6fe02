using System.Collections.Concurrent;
using Npgsql;
using SupervisionBot.Core.Persistence;
using Xunit;

namespace SupervisionBot.Testing;

/// <summary>The PostgreSQL server on which tests may create and drop databases.</summary>
internal sealed class PostgresServer
{
    public const string Variable = "SUPERVISIONBOT_TEST_POSTGRES";
    private const long TemplateLock = 20_261_123;

    private static readonly Lazy<PostgresServer?> Configured = new(() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connection ? new PostgresServer(connection) : null
    );

    private readonly string connection;
    private readonly ConcurrentDictionary<DateOnly, Once<string>> counties = new();

    private PostgresServer(string connection)
    {
        this.connection = connection;
        Template = new(() => MakeTemplateAsync("", target => TestDatabase.MigrateAsync(StorageProvider.Postgres, target)));
    }

    /// <summary>Name of a database that has every migration and nothing else.</summary>
    public Once<string> Template { get; }

    /// <summary>Name of a database in which the demo county of that day stands.</summary>
    public Task<string> CountyAsync(DateOnly day, TimeProvider machine) =>
        counties
            .GetOrAdd(
                day,
                new Once<string>(() =>
                    MakeTemplateAsync($"_{day:yyyyMMdd}", target => TestDatabase.FoundAsync(StorageProvider.Postgres, target, machine))
                )
            )
            .GetAsync();

    public static PostgresServer OrSkip()
    {
        Assert.SkipWhen(Configured.Value is null, $"No PostgreSQL: {Variable} is not set. ./test.sh starts a server and sets it.");
        return Configured.Value;
    }

    public string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(connection) { Database = database }.ToString();

    public async Task ExecuteAsync(string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Named after the build of Core, so that all suites of one run share it and a changed model never meets an old one.</summary>
    private async Task<string> MakeTemplateAsync(string suffix, Func<string, Task> fillAsync)
    {
        var name = $"template_{typeof(WorkDb).Module.ModuleVersionId:N}{suffix}";
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var hold = new NpgsqlCommand($"SELECT pg_advisory_lock({TemplateLock})", open);
        await hold.ExecuteNonQueryAsync();
        await using var find = new NpgsqlCommand($"SELECT datistemplate FROM pg_database WHERE datname = '{name}'", open);
        if (await find.ExecuteScalarAsync() is not true)
        {
            // One that was begun and not finished has no template mark yet.
            await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0");
            var target = new NpgsqlConnectionStringBuilder(connection) { Database = name, Pooling = false }.ToString();
            await fillAsync(target);
            await ExecuteAsync($"ALTER DATABASE {name} IS_TEMPLATE true");
        }

        await using var free = new NpgsqlCommand($"SELECT pg_advisory_unlock({TemplateLock})", open);
        await free.ExecuteNonQueryAsync();
        return name;
    }
}
