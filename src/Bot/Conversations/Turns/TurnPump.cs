using System.Threading.Channels;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.Conversations.Turns;

/// <summary>
/// Takes stored messages to their turns: as soon as one is committed, at start, and every few seconds in case a tap was missed. Messages of one
/// conversation keep their order because a conversation always goes to the same lane. What an earlier process left behind is run first and one by one:
/// if a message ends this process too, it is counted against that message and no other.
/// </summary>
internal sealed partial class TurnPump(
    Inbox inbox,
    TurnRunner runner,
    Wakeups wakeups,
    Readiness readiness,
    TimeProvider machine,
    ILogger<TurnPump> logger
) : BackgroundService
{
    private const int Lanes = 4;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    private Queue<PendingMessage>? leftBehind;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        var taps = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Tap() => taps.Writer.TryWrite(true);
        Tap();
        wakeups.InboxGrew += Tap;
        await using var timer = machine.CreateTimer(_ => Tap(), null, LookAgain, LookAgain);
        try
        {
            await foreach (var _ in taps.Reader.ReadAllAsync(stoppingToken))
            {
                await DrainAsync(stoppingToken);
            }
        }
        finally
        {
            wakeups.InboxGrew -= Tap;
        }
    }

    private async Task DrainAsync(CancellationToken cancel)
    {
        try
        {
            leftBehind ??= new Queue<PendingMessage>(await inbox.PendingAsync(cancel));
            while (leftBehind.TryDequeue(out var message))
            {
                await runner.RunAgainAsync(message.Id, cancel);
            }

            while (await inbox.PendingAsync(cancel) is { Count: > 0 } pending)
            {
                var lanes = pending.GroupBy(p => (uint)p.ConversationId.GetHashCode() % Lanes).Select(lane => lane.ToList());
                await Task.WhenAll(lanes.Select(lane => RunLaneAsync(lane, cancel)));
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The database may be away for a moment; the timer looks again.
            Log.DrainFailed(logger, error);
        }
    }

    private async Task RunLaneAsync(List<PendingMessage> lane, CancellationToken cancel)
    {
        foreach (var message in lane)
        {
            await runner.RunAsync(message.Id, cancel);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2002, LogLevel.Error, "Stored messages could not be read")]
        public static partial void DrainFailed(ILogger logger, Exception error);
    }
}
