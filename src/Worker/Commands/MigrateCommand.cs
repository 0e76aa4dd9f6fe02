using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Worker.Commands;

/// <summary><c>migrate</c>: brings the database to this program's model, and on PostgreSQL makes the scheduler's tables. May be run again.</summary>
internal static class MigrateCommand
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancel)
    {
        if (CommandLine.Misuse(args, "migrate") is { } usage)
        {
            await output.WriteLineAsync(usage);
            return CommandLine.WrongUsage;
        }

        using var host = WorkerApplication.CreateBuilder().Build();
        var provider = host.Services.GetRequiredService<WorkDbFactory>().Provider;
        await host.Services.GetRequiredService<Migrator>().RunAsync(cancel);
        if (provider == StorageProvider.Postgres)
        {
            // Making a scheduler makes its tables; it is never started.
            await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(cancel);
        }

        var text = args.Length == 0 ? $"migrated ({provider})" : JsonSerializer.Serialize(new { migrated = true, provider = provider.ToString() });
        await output.WriteLineAsync(text);
        return CommandLine.Done;
    }
}
