using Microsoft.Extensions.Logging;
using Quartz;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Worker.Jobs;

/// <summary>Wakes the purge.</summary>
[DisallowConcurrentExecution]
internal sealed partial class PurgeJob(Purge purge, ILogger<PurgeJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var gone = await purge.RunAsync(cancellationToken);
            Log.Purged(logger, gone);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.Failed(logger, error);
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3201, LogLevel.Information, "Purged {Count} rows of old traffic")]
        public static partial void Purged(ILogger logger, int count);

        [LoggerMessage(3202, LogLevel.Error, "The purge failed")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
