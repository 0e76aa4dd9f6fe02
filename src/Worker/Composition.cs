using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;
using SupervisionBot.Channels;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Worker;

/// <summary>Registers the worker: in its own process, or inside the bot (<c>Worker:Embedded</c>).</summary>
public static class Composition
{
    private const string SchedulerName = "SupervisionBot";
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Overdue = TimeSpan.FromSeconds(4);

    /// <summary>
    /// Adds the scheduler with its jobs, and the delivery of what they cause. On SQLite schedules live in memory; on PostgreSQL in Quartz's own tables,
    /// so that several workers share the wake-ups. Needs Core to be registered beside it.
    /// </summary>
    public static IServiceCollection AddWorker(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var storage = new StorageOptions();
        configuration.GetSection(StorageOptions.Section).Bind(storage);
        var options = new WorkerOptions();
        configuration.GetSection(WorkerOptions.Section).Bind(options);
        services
            .AddOptions<WorkerOptions>()
            .Bind(configuration.GetSection(WorkerOptions.Section))
            .Validate(o => o.IsValid, WorkerOptions.WrongSweep)
            .ValidateOnStart();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options => options.InstanceName = SchedulerName);
            UseStore(quartz, storage);
            foreach (var schedule in Schedules.For(options))
            {
                quartz.AddJob(schedule.Job, job => job.WithIdentity(schedule.Key).WithDescription(schedule.What));
                quartz.AddTrigger(schedule.Configure);
            }
        });
        return services.AddDelivery().AddHostedService<SchedulerHost>();
    }

    private static void UseStore(IQuartzBuilder quartz, StorageOptions storage)
    {
        // Without an address the settings' own check speaks at the start; nothing will be scheduled.
        if (storage.Provider == StorageProvider.Sqlite || storage.ConnectionString.Length == 0)
        {
            quartz.UseInMemoryStore();
            return;
        }

        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(NpgsqlFactory.Instance, storage.ConnectionString);
            // A worker that was killed in its sweep holds the sweep until the others take it for dead. Taking a slow one for dead does no harm: two may sweep at once.
            store.UseClustering(cluster =>
            {
                cluster.CheckinInterval = CheckIn;
                cluster.CheckinMisfireThreshold = Overdue;
            });
            store.ProvisionSchema();
        });
    }
}
