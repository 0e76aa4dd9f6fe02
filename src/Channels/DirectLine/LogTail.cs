using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Channels.DirectLine;

/// <summary>
/// Notices what other processes write into web chats. SQLite counts foreign commits (<c>PRAGMA data_version</c>), which is asked four times a
/// second while anybody listens; PostgreSQL tells by itself.
/// </summary>
internal sealed partial class LogTail(
    WorkDbFactory factory,
    Database database,
    ConversationSignals signals,
    TimeProvider machine,
    ILogger<LogTail> logger
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>How long PostgreSQL may be silent before it is asked whether it is still there, and how many seconds it has for the answer.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);
    private const int Patience = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await (factory.Provider == StorageProvider.Sqlite ? PollAsync(stoppingToken) : ListenAsync(stoppingToken));
            }
            catch (Exception broken) when (broken is SqliteException or NpgsqlException or TimeoutException && !stoppingToken.IsCancellationRequested)
            {
                Log.Interrupted(logger, broken);
                await Task.Delay(Pause, machine, stoppingToken);
            }
        }
    }

    private async Task PollAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Interval, machine);
        await using var connection = new SqliteConnection(factory.ConnectionString);
        await using var question = connection.CreateCommand();
        question.CommandText = "PRAGMA data_version";
        var seen = new Dictionary<Guid, long>();
        long version = -1;
        while (await timer.WaitForNextTickAsync(cancel))
        {
            var listening = signals.Listening();
            if (listening.Count == 0)
            {
                continue;
            }

            // Opened late: nobody listens before the database stands.
            if (connection.State != System.Data.ConnectionState.Open)
            {
                await connection.OpenAsync(cancel);
            }

            var now = (long)(await question.ExecuteScalarAsync(cancel))!;
            if (now == version)
            {
                continue;
            }

            version = now;
            await WakeGrownAsync(listening, seen, cancel);
        }
    }

    private async Task WakeGrownAsync(IReadOnlyList<Guid> listening, Dictionary<Guid, long> seen, CancellationToken cancel)
    {
        var watermarks = await database.ReadUndatedAsync(
            (db, token) => db.Conversations.Where(c => listening.Contains(c.Id)).Select(c => new { c.Id, c.Watermark }).ToListAsync(token),
            cancel
        );
        foreach (var conversation in watermarks)
        {
            if (seen.GetValueOrDefault(conversation.Id) != conversation.Watermark)
            {
                seen[conversation.Id] = conversation.Watermark;
                signals.Wake(conversation.Id);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(factory.ConnectionString);
        await connection.OpenAsync(cancel);
        connection.Notification += (_, notification) =>
        {
            if (Guid.TryParse(notification.Payload, out var conversation))
            {
                signals.Wake(conversation);
            }
        };
        await using (var listen = connection.CreateCommand())
        {
            listen.CommandText = $"LISTEN {ConversationLog.Notification}";
            await listen.ExecuteNonQueryAsync(cancel);
        }

        // What was told while nobody listened is lost; looking again costs one query per socket.
        signals.WakeAll();
        while (true)
        {
            // A connection that a firewall forgot stays silent for ever and never breaks by itself.
            if (!await connection.WaitAsync(Silence, cancel))
            {
                await using var question = connection.CreateCommand();
                (question.CommandText, question.CommandTimeout) = ("SELECT 1", Patience);
                await question.ExecuteScalarAsync(cancel);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2201, LogLevel.Warning, "Watching for messages written by other processes was interrupted; trying again")]
        public static partial void Interrupted(ILogger logger, Exception broken);
    }
}
