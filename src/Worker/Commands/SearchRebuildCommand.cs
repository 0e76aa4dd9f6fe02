using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Core.Search;

namespace SupervisionBot.Worker.Commands;

/// <summary><c>search rebuild</c>: makes the search index anew from the records, while everybody goes on working. May be stopped and run again.</summary>
internal static class SearchRebuildCommand
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancel)
    {
        if (CommandLine.Misuse(args, "search rebuild") is { } usage)
        {
            await output.WriteLineAsync(usage);
            return CommandLine.WrongUsage;
        }

        using var host = WorkerApplication.CreateBuilder().Build();
        var count = await host.Services.GetRequiredService<SearchRebuild>().RunAsync(cancel);
        await output.WriteLineAsync(args.Length == 0 ? $"{count} records are searchable" : JsonSerializer.Serialize(new { records = count }));
        return CommandLine.Done;
    }
}
