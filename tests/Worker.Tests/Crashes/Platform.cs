using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SupervisionBot.Worker.Tests.Crashes;

/// <summary>Somebody else's chat platform on a port of this machine. It takes every message; whether it says so, the test decides.</summary>
internal sealed class Platform : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> received = new();
    private readonly SemaphoreSlim arrivals = new(0);

    private Platform(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    /// <summary>While true a message is taken and the sender never hears of it.</summary>
    public bool Silent { get; set; }

    /// <summary>The keys of everything received, in order.</summary>
    public IReadOnlyList<string> Received => [.. received];

    public static async Task<Platform> StartAsync(CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var platform = new Platform(builder.Build());
        platform.app.MapPost("/{key}", platform.TakeAsync);
        await platform.app.StartAsync(cancel);
        return platform;
    }

    /// <summary>Waits for the next message.</summary>
    public Task ArrivedAsync(CancellationToken cancel) => arrivals.WaitAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        arrivals.Dispose();
    }

    private async Task<IResult> TakeAsync(string key, HttpContext context)
    {
        received.Enqueue(key);
        arrivals.Release();
        if (Silent)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        }

        return Results.Ok();
    }
}
