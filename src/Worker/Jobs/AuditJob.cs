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
            Log.Audited(logger, report.Repaired, DeadlineAudit.Describe(report));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.Failed(logger, error);
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3301, LogLevel.Debug, "The auditor mended {Count} deadlines. {Rest}")]
        public static partial void Audited(ILogger logger, int count, string rest);

        [LoggerMessage(3302, LogLevel.Error, "The audit failed")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
