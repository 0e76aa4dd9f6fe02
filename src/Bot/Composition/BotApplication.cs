using SupervisionBot.Core;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Worker;

namespace SupervisionBot.Bot.Composition;

/// <summary>Builds and runs the host: web chat, pages, turns, and the worker unless it runs elsewhere.</summary>
public static class BotApplication
{
    private const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>Runs until told to stop.</summary>
    /// <returns>0 after an orderly end; 1 when another bot already serves this SQLite database.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = CreateBuilder(args);
        var model = WorkDbFactory.LoadModelAsync(
            builder.Configuration.GetValue<StorageProvider>($"{StorageOptions.Section}:{nameof(StorageOptions.Provider)}")
        );
        await using var app = builder.Build();
        using var single = SingleBot.TryTake(app.Services.GetRequiredService<WorkDbFactory>());
        if (single is null)
        {
            await Console.Error.WriteLineAsync(SingleBot.Taken);
            return 1;
        }

        // Whoever waits for this host's end may start the next one at once.
        app.Lifetime.ApplicationStopped.Register(single.Dispose);
        app.UseBot();
        await Task.WhenAll(model, app.RunAsync());
        return 0;
    }

    /// <summary>The builder with everything registered; tests add theirs before it is built.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = args,
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = EnvironmentOr(DefaultEnvironment),
            }
        );
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.Host.UseDefaultServiceProvider(options => (options.ValidateScopes, options.ValidateOnBuild) = (true, true));
        builder.Services.AddSupervisionCore(builder.Configuration, builder.Environment.IsDevelopment());
        builder.Services.AddBot(builder.Configuration);
        if (builder.Configuration.GetValue("Worker:Embedded", defaultValue: true))
        {
            builder.Services.AddWorker(builder.Configuration);
        }

        return builder;
    }

    private static string DefaultEnvironment =>
#if DEBUG
        Environments.Development;
#else
        Environments.Production;
#endif

    private static string EnvironmentOr(string otherwise) =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? otherwise;
}
