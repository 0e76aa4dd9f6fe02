using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Search;

/// <summary>Fills the index of a new demo, or of a database that is older than the index, while the host already serves. Two processes doing it at once do no harm.</summary>
internal sealed partial class SearchStartup(Readiness readiness, SearchRebuild rebuild, ILogger<SearchStartup> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        try
        {
            if (await rebuild.IsNeededAsync(stoppingToken))
            {
                Log.Filled(logger, await rebuild.RunAsync(stoppingToken));
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // It stays marked as needed: the next start tries again, and meanwhile people are served.
            Log.NotFilled(logger, error);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1801, LogLevel.Information, "The search index has been filled with {Count} records")]
        public static partial void Filled(ILogger logger, int count);

        [LoggerMessage(
            1802,
            LogLevel.Error,
            "The search index could not be filled; start again, or run: dotnet run --project src/Worker -- search rebuild"
        )]
        public static partial void NotFilled(ILogger logger, Exception error);
    }
}
