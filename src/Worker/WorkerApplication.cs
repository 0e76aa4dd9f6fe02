using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using SupervisionBot.Core;

namespace SupervisionBot.Worker;

/// <summary>Builds the worker's own host. Settings come from the environment; logs go to standard error, which leaves standard output to results.</summary>
public static class WorkerApplication
{
    /// <summary>The builder with everything registered; tests add theirs before it is built.</summary>
    public static HostApplicationBuilder CreateBuilder()
    {
        var builder = Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings
            {
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName =
                    Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
                    ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
                    ?? DefaultEnvironment,
            }
        );
        builder.ConfigureContainer(new DefaultServiceProviderFactory(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true }));
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSupervisionCore(builder.Configuration, builder.Environment.IsDevelopment());
        builder.Services.AddWorker(builder.Configuration);
        return builder;
    }

    private static string DefaultEnvironment =>
#if DEBUG
        Environments.Development;
#else
        Environments.Production;
#endif
}
