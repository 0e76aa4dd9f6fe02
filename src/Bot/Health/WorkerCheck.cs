using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.Health;

/// <summary>
/// Degraded when no worker has swept for three quarters of a minute, when something planned is late, or when the machine's clock was set within the last hour: reminders
/// and minutes wait or come at another time, the chat goes on.
/// </summary>
internal sealed class WorkerCheck(Readiness readiness, Database database, DeadlineAudit audit, TimeProvider machine) : IHealthCheck
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan JumpIsNews = TimeSpan.FromHours(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!readiness.IsReady)
        {
            return HealthCheckResult.Healthy("Not started yet.");
        }

        var said = await database.ReadAsync(
            (db, cancel) =>
                db.Settings.Where(s => s.Key == Sweep.Heartbeat || s.Key == ClockWatch.Noticed).ToDictionaryAsync(s => s.Key, s => s.Value, cancel),
            cancellationToken
        );
        if (!said.TryGetValue(Sweep.Heartbeat, out var beat))
        {
            return HealthCheckResult.Degraded("No sweep has run yet. Is a worker running (Worker:Embedded, or src/Worker)?");
        }

        var now = machine.GetUtcNow();
        var age = now - Moment(beat);
        var report = await audit.LookAsync(cancellationToken);
        var jump = Jump(said.GetValueOrDefault(ClockWatch.Noticed), now);
        var text = $"Last sweep {(int)age.TotalSeconds} s ago. {DeadlineAudit.Describe(report)}{jump}";
        return (age > Late, report.Late > 0 || jump.Length > 0) switch
        {
            (true, _) => HealthCheckResult.Degraded($"{text} Is a worker running (Worker:Embedded, or src/Worker)?"),
            (_, true) => HealthCheckResult.Degraded(text),
            _ => HealthCheckResult.Healthy(text),
        };
    }

    private static string Jump(string? noticed, DateTimeOffset now)
    {
        if (noticed?.Split(' ') is not [var at, var seconds] || now - Moment(at) > JumpIsNews)
        {
            return "";
        }

        return $" The machine's clock jumped by {seconds} s at {at}.";
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
