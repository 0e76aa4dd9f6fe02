using Microsoft.Extensions.Options;
using SupervisionBot.Bot.Conversations;
using SupervisionBot.Bot.Health;
using SupervisionBot.Bot.Http;
using SupervisionBot.Bot.Pages.Records;
using SupervisionBot.Bot.WebChat;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.Composition;

/// <summary>What the bot consists of, and in which order a request meets it.</summary>
internal static class Registration
{
    public static IServiceCollection AddBot(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSingleton<IValidateOptions<KnownProxies>, KnownProxies.Check>()
            .AddOptions<KnownProxies>()
            .Bind(configuration.GetSection(KnownProxies.Section))
            .ValidateOnStart();
        return services.AddWebChat(configuration).AddConversations().AddBotHealth();
    }

    public static void UseBot(this WebApplication app)
    {
        KnownProxies.Use(app);
        app.MapBotHealth();
        app.Use(WhenReadyAsync);
        app.UseStatusPagesForPeople();
        app.UseExceptionHandler(WhenBroken);
        app.UseWebChat();
        app.MapWebChat();
    }

    // The error is logged by the middleware; people read the status page around it, programs get the bare status. What a request did wrong keeps its own.
    private static ExceptionHandlerOptions WhenBroken =>
        new()
        {
            ExceptionHandler = _ => Task.CompletedTask,
            StatusCodeSelector = error => error is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status500InternalServerError,
        };

    /// <summary>Until the database stands nobody is served anything but the health answer, and the page that says so and looks again by itself.</summary>
    private static Task WhenReadyAsync(HttpContext context, RequestDelegate next)
    {
        if (
            context.RequestServices.GetRequiredService<Readiness>().IsReady
            || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
            || (HttpMethods.IsGet(context.Request.Method) && context.Request.Path.Value is ("/" or "/site.css" or "/icon.svg"))
        )
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "1";
        return Task.CompletedTask;
    }
}
