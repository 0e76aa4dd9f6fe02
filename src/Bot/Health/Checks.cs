using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.Health;

/// <summary>Unhealthy until the database is migrated and filled, and when it cannot be reached.</summary>
internal sealed class StorageCheck(Readiness readiness, Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!readiness.IsReady)
        {
            return HealthCheckResult.Unhealthy($"Waiting for {readiness.WaitingFor}.");
        }

        await database.ReadAsync((db, cancel) => db.Settings.AnyAsync(cancel), cancellationToken);
        return HealthCheckResult.Healthy($"{database.Provider}");
    }
}

/// <summary>Degraded when messages were set aside or their delivery is uncertain.</summary>
internal sealed class DeliveryCheck(Readiness readiness, Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!readiness.IsReady)
        {
            return HealthCheckResult.Healthy("Not started yet.");
        }

        var (inbox, outbox, occurrences) = await database.ReadAsync(
            async (db, cancel) =>
                (
                    await db.Inbox.CountAsync(i => i.State == InboxState.SetAside, cancel),
                    await db.Outbox.CountAsync(o => o.State == OutboxState.SetAside || o.State == OutboxState.Uncertain, cancel),
                    await db.Occurrences.CountAsync(o => o.State == OccurrenceState.SetAside, cancel)
                ),
            cancellationToken
        );
        var text = $"Set aside: {inbox} received, {outbox} to send, {occurrences} planned.";
        return inbox + outbox + occurrences > 0 ? HealthCheckResult.Degraded(text) : HealthCheckResult.Healthy(text);
    }
}

/// <summary>Degraded from 1 November while next year's public holidays are not in the calendar.</summary>
internal sealed class CalendarCheck(WorkingCalendar calendar, BusinessClock clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var today = ChinaTime.DateOf(clock.Now);
        var wanted = today.Month >= 11 ? today.Year + 1 : today.Year;
        var known = calendar.IsPublished(new DateOnly(wanted, 1, 1));
        return Task.FromResult(
            known
                ? HealthCheckResult.Healthy($"Public holidays are known up to {wanted}.")
                : HealthCheckResult.Degraded($"Public holidays of {wanted} are not in the calendar; working days there count weekends only.")
        );
    }
}
