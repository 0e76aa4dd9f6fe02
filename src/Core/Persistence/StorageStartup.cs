using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace SupervisionBot.Core.Persistence;

/// <summary>
/// Makes the database fit for use while the host already answers: on SQLite it migrates, on PostgreSQL it waits for the server and for the operator's <c>migrate</c>;
/// then the demo county is put in place, if this is a demo.
/// </summary>
public sealed partial class StorageStartup(
    WorkDbFactory factory,
    Migrator migrator,
    Readiness readiness,
    IEnumerable<IFirstContent> contents,
    TimeProvider machine,
    ILogger<StorageStartup> logger
) : BackgroundService
{
    private const string Migration = "the command: dotnet run --project src/Worker -- migrate";
    private const string Server = "the PostgreSQL server, which cannot be reached";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (factory.Provider == StorageProvider.Sqlite)
        {
            readiness.WaitingFor = "migration";
            await Task.WhenAll(PrepareAsync(stoppingToken), migrator.RunAsync(stoppingToken));
        }
        else
        {
            await WaitForMigrationAsync(stoppingToken);
        }

        readiness.WaitingFor = "first content";
        foreach (var content in contents)
        {
            await content.EnsureAsync(stoppingToken);
        }

        readiness.Ready();
        foreach (var content in contents)
        {
            await content.CompleteAsync(stoppingToken);
        }
    }

    /// <summary>Only a new file takes long, and only there is the content sure to be wanted.</summary>
    private Task PrepareAsync(CancellationToken cancel) =>
        File.Exists(SqliteFiles.PathOf(factory.ConnectionString))
            ? Task.CompletedTask
            : Task.Run(
                () =>
                {
                    foreach (var content in contents)
                    {
                        content.Prepare();
                    }
                },
                cancel
            );

    private async Task WaitForMigrationAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Pause, machine);
        while (await MissingAsync(cancel) is { } missing)
        {
            if (readiness.WaitingFor != missing)
            {
                readiness.WaitingFor = missing;
                Log.Waiting(logger, missing);
            }

            await timer.WaitForNextTickAsync(cancel);
        }
    }

    /// <summary>What somebody else has to do first; null when the database is fit for use. A wrong password or name is not waited out: it throws.</summary>
    private async Task<string?> MissingAsync(CancellationToken cancel)
    {
        try
        {
            await using var db = factory.Open();
            return (await db.Database.GetPendingMigrationsAsync(cancel)).Any() ? Migration : null;
        }
        catch (NpgsqlException away) when (away.IsTransient)
        {
            // After a power cut this process may be up before the server.
            return Server;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1002, LogLevel.Warning, "Nobody is served yet; waiting for {Missing}")]
        public static partial void Waiting(ILogger logger, string missing);
    }
}

/// <summary>Something that must be in an empty database before anybody is served.</summary>
public interface IFirstContent
{
    /// <summary>Gets it ready in memory, while the tables are being made; it may be left out.</summary>
    void Prepare();

    /// <summary>Puts it in place in one transaction, or finds it there.</summary>
    Task EnsureAsync(CancellationToken cancel);

    /// <summary>Does what could wait until the host serves; at every start, so that nothing is left undone where one was cut short.</summary>
    Task CompleteAsync(CancellationToken cancel);
}
