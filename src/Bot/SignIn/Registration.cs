using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.SignIn;

/// <summary>Everything about knowing who is there.</summary>
internal static class Registration
{
    internal static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSingleton<IValidateOptions<SignInOptions>, SignInOptions.Check>()
            .AddSingleton<DemoGate>()
            .AddOptions<SignInOptions>()
            .Bind(configuration.GetSection(SignInOptions.Section))
            .ValidateOnStart();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(SignInCookie.Configure);
        services.AddAuthorization();
        services.AddDataProtection().SetApplicationName("SupervisionBot");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<WorkDbFactory, ILoggerFactory>((options, factory, logs) => options.XmlRepository = Keys(factory, logs));
        return services;
    }

    internal static void MapDemoSignIn(this IEndpointRouteBuilder app)
    {
        var demo = app.MapGroup("/demo").AddEndpointFilter<RouteGroupBuilder, DemoGate>();
        demo.MapGet("/people", DemoPeople.GetAsync);
        demo.MapPost("/sign-in", DemoSignIn.PostAsync);
    }

    // The keys live where the data lives, so that a copy of the data keeps people signed in and several processes read each other's tokens.
    private static IXmlRepository Keys(WorkDbFactory factory, ILoggerFactory logs) =>
        factory.Provider == StorageProvider.Postgres
            ? new DatabaseKeys(factory)
            : new FileSystemXmlRepository(
                new DirectoryInfo(Path.Combine(Path.GetDirectoryName(SqliteFiles.PathOf(factory.ConnectionString))!, "keys")),
                logs
            );
}
