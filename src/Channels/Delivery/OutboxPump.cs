using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Channels.Delivery;

/// <summary>
/// Sends what is in the outbox: as soon as a commit taps, when a waiting row of this process falls due, and every two seconds for rows that another
/// process left behind.
/// </summary>
public sealed partial class OutboxPump(Outbox outbox, Wakeups wakeups, Readiness readiness, TimeProvider machine, ILogger<OutboxPump> logger)
    : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        var taps = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Tap() => taps.Writer.TryWrite(true);
        wakeups.OutboxGrew += Tap;
        await using var timer = machine.CreateTimer(_ => Tap(), null, TimeSpan.Zero, LookAgain);
        try
        {
            await foreach (var _ in taps.Reader.ReadAllAsync(stoppingToken))
            {
                if (await DispatchAsync(stoppingToken) is { } due)
                {
                    var wait = due - machine.GetUtcNow();
                    timer.Change(wait > TimeSpan.Zero && wait < LookAgain ? wait : LookAgain, LookAgain);
                }
            }
        }
        finally
        {
            wakeups.OutboxGrew -= Tap;
        }
    }

    private async Task<DateTimeOffset?> DispatchAsync(CancellationToken cancel)
    {
        try
        {
            return (await outbox.DispatchAsync(cancel)).NextDue;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The database may be away for a moment; the timer looks again.
            Log.DispatchFailed(logger, error);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2101, LogLevel.Error, "The outbox could not be read or marked")]
        public static partial void DispatchFailed(ILogger logger, Exception error);
    }
}
