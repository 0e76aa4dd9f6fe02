using System.Reflection;
using Quartz;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Worker.Tests;

public sealed class SchedulesTests
{
    [Fact]
    public void The_table_of_schedules_with_their_next_wake_ups() =>
        Golden.Matches(
            string.Join('\n', Schedules.All.Select(s => $"{s.Name} | {s.Cron} | {s.What} | {Next(s.Cron):yyyy-MM-dd HH:mm:ss zzz}")),
            "schedules.txt"
        );

    [Fact]
    public void Every_job_is_in_the_table()
    {
        var jobs = typeof(Schedules).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IJob)) && !t.IsAbstract);

        Assert.Equal(jobs.OrderBy(t => t.Name), Schedules.All.Select(s => s.Job).OrderBy(t => t.Name));
    }

    [Fact]
    public void No_job_runs_twice_at_once_in_one_process() =>
        Assert.All(Schedules.All, s => Assert.NotNull(s.Job.GetCustomAttribute<DisallowConcurrentExecutionAttribute>()));

    [Fact]
    public void The_pace_of_the_sweep_is_a_setting_and_nothing_else_moves_with_it()
    {
        var faster = Schedules.For(new WorkerOptions { SweepSeconds = 5 }).ToList();

        Assert.Equal(TestClock.Start.AddSeconds(5), Next(faster.Single(s => s.Name == "sweep").Cron));
        Assert.Equal(Schedules.All.Where(s => s.Name != "sweep"), faster.Where(s => s.Name != "sweep"));
    }

    private static DateTimeOffset Next(string cron) =>
        TimeZoneInfo.ConvertTime(new CronExpression(cron, Schedules.Zone).GetNextValidTimeAfter(TestClock.Start)!.Value, Schedules.Zone);
}
