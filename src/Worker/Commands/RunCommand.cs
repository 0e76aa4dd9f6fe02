using Microsoft.Extensions.Hosting;

namespace SupervisionBot.Worker.Commands;

/// <summary>No command: runs the scheduler until the process is told to stop.</summary>
internal static class RunCommand
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancel)
    {
        using var host = WorkerApplication.CreateBuilder().Build();
        await host.RunAsync(cancel);
        return CommandLine.Done;
    }
}
