using System.Collections.Immutable;
using Quartz;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Worker.Jobs;

namespace SupervisionBot.Worker;

/// <summary>When a job wakes. <paramref name="Cron"/> is Quartz's (seconds first), in the zone of <see cref="Schedules.Zone"/>.</summary>
public sealed record Schedule(string Name, Type Job, string Cron, string What)
{
    internal JobKey Key => new(Name);

    internal void Configure(ITriggerConfigurator<IJob> trigger) =>
        trigger.ForJob(Key).WithIdentity(Name).WithCronSchedule(Cron, cron => cron.InTimeZone(Schedules.Zone));
}

/// <summary>
/// Everything that happens because time passes begins here. A wake-up says nothing but “look”: what is due stands in the database, so that a lost one is made
/// up by the next and a doubled one finds nothing to do.
/// </summary>
public static class Schedules
{
    public static TimeZoneInfo Zone => ChinaTime.Zone;

    /// <summary>The job that also runs once when a worker starts.</summary>
    internal const string Audit = "audit";

    public static ImmutableArray<Schedule> All { get; } =
    [
        new("sweep", typeof(SweepJob), "0/15 * * * * ?", "settles what is due: end of sessions, minutes, reminders"),
        new(Audit, typeof(AuditJob), "0 20 3 * * ?", "goes through all deadlines and mends what has no next step; also once when a worker starts"),
        new("purge", typeof(PurgeJob), "0 40 2 * * ?", "forgets old traffic, never the history of records"),
    ];

    /// <summary>The table as the settings have it.</summary>
    internal static IEnumerable<Schedule> For(WorkerOptions options) =>
        All.Select(s => s.Job == typeof(SweepJob) && options.IsValid ? s with { Cron = $"0/{options.SweepSeconds} * * * * ?" } : s);
}
