using Microsoft.Extensions.Logging;
using Quartz;
using SupervisionBot.Core.Deadlines;

namespace SupervisionBot.Worker.Jobs;

/// <summary>Wakes the sweep.</summary>
[DisallowConcurrentExecution]
internal sealed partial class SweepJob(Sweep sweep, ILogger<SweepJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var settled = await sweep.RunAsync(cancellationToken);
            Log.Swept(logger, settled);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.Failed(logger, error);
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3101, LogLevel.Debug, "Sweep settled {Count} occurrences")]
        public static partial void Swept(ILogger logger, int count);

        [LoggerMessage(3102, LogLevel.Error, "The sweep failed")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
