using Microsoft.Extensions.Hosting;
using Quartz;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Worker;

/// <summary>Runs the scheduler for as long as the process runs, once the database is ready; before that there is nothing to wake for.</summary>
internal sealed class SchedulerHost(ISchedulerFactory factory, Readiness readiness) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        var scheduler = await factory.GetScheduler(stoppingToken);
        await scheduler.Start(stoppingToken);
        // Records of a time before deadlines existed, or of a backup, get theirs at once.
        await scheduler.TriggerJob(new JobKey(Schedules.Audit), stoppingToken);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stoppingToken);
        }
        finally
        {
            await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
        }
    }
}
