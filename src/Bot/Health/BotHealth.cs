using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SupervisionBot.Bot.Health;

/// <summary><c>GET /health</c>: overall, and one entry per check with what is wrong and since when; <c>GET /health/live</c>: the process answers.</summary>
internal static class BotHealth
{
    public static IServiceCollection AddBotHealth(this IServiceCollection services)
    {
        services
            .AddHealthChecks()
            .AddCheck<StorageCheck>("storage")
            .AddCheck<WorkerCheck>("worker")
            .AddCheck<DeliveryCheck>("delivery")
            .AddCheck<CalendarCheck>("calendar");
        return services.AddSingleton<TroubleSince>();
    }

    public static void MapBotHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var since = context.RequestServices.GetRequiredService<TroubleSince>();
        var answer = new
        {
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(
                entry => entry.Key,
                entry => new
                {
                    status = entry.Value.Status.ToString(),
                    detail = entry.Value.Description,
                    since = since.Of(entry.Key, entry.Value.Status),
                }
            ),
        };
        return context.Response.WriteAsJsonAsync(answer, JsonSerializerOptions.Web, context.RequestAborted);
    }
}

/// <summary>Remembers since when a check has not been well (machine clock).</summary>
internal sealed class TroubleSince(TimeProvider machine)
{
    private readonly Dictionary<string, DateTimeOffset> since = new(StringComparer.Ordinal);
    private readonly Lock guard = new();

    /// <summary>When the trouble was first seen; null while the check is well.</summary>
    public DateTimeOffset? Of(string check, HealthStatus status)
    {
        lock (guard)
        {
            if (status == HealthStatus.Healthy)
            {
                since.Remove(check);
                return null;
            }

            if (!since.TryGetValue(check, out var first))
            {
                since[check] = first = machine.GetUtcNow();
            }

            return first;
        }
    }
}
