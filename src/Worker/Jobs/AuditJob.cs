using Microsoft.Extensions.Logging;
using Quartz;
using SupervisionBot.Core.Deadlines;

namespace SupervisionBot.Worker.Jobs;

/// <summary>Wakes the auditor.</summary>
[DisallowConcurrentExecution]
internal sealed partial class AuditJob(DeadlineAudit audit, ILogger<AuditJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var report = await audit.MendAsync(cancellationToken);
            if (report.Repaired > 0)
            {
                Log.Repaired(logger, report.Repaired);
            }

            Log.Audited(logger, DeadlineAudit.Describe(report));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.Failed(logger, error);
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3301, LogLevel.Debug, "The auditor is through. {Rest}")]
        public static partial void Audited(ILogger logger, string rest);

        [LoggerMessage(3303, LogLevel.Warning, "The auditor mended {Count} deadlines")]
        public static partial void Repaired(ILogger logger, int count);

        [LoggerMessage(3302, LogLevel.Error, "The audit failed")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
