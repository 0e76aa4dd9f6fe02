using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupervisionBot.Channels.Files;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Channels.DirectLine;

/// <summary>Web chat: the channel (every process that sends) and the Direct Line 3.0 server (the process that people connect to).</summary>
public static class DirectLineEndpoints
{
    /// <summary>Where the server lives; clients get it as their <c>domain</c>.</summary>
    public const string Root = "/v3/directline";

    /// <summary>What every process needs that sends messages: web chat as a channel.</summary>
    public static IServiceCollection AddWebChatChannel(this IServiceCollection services)
    {
        services.TryAddSingleton<WebChatChannel>();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<ILogChannel, WebChatChannel>(provider => provider.GetRequiredService<WebChatChannel>())
        );
        return services;
    }

    /// <summary>The server. Needs Data Protection and the channel.</summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<DirectLineOptions>()
            .Bind(configuration.GetSection(DirectLineOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services
            .AddSingleton<DirectLineTokens>()
            .AddSingleton<WebChatSessions>()
            .AddSingleton<FileAddresses>()
            .AddSingleton<ConversationSignals>()
            .AddSingleton<ConversationReader>()
            .AddSingleton<ActivityIntake>()
            .AddSingleton<ActivityStream>()
            .AddHostedService<LogTail>();
    }

    /// <summary>Maps the server. Tokens are not generated here: they are given to who has signed in.</summary>
    public static IEndpointRouteBuilder MapDirectLine(this IEndpointRouteBuilder app)
    {
        var server = app.MapGroup(Root).AddEndpointFilter(OnlyOwnPagesAsync);
        server.MapPost("/tokens/refresh", Conversations.RefreshAsync);
        server.MapPost("/conversations", Conversations.StartAsync);
        server.MapGet("/conversations/{id}", Conversations.ResumeAsync);
        server.MapGet("/conversations/{id}/activities", Activities.GetAsync);
        server.MapPost("/conversations/{id}/activities", Activities.PostAsync);
        server.MapPost("/conversations/{id}/upload", Uploads.PostAsync).DisableAntiforgery();
        server.MapGet(
            "/conversations/{id}/stream",
            (string id, string? watermark, string? t, HttpContext context, ActivityStream stream) => stream.OpenAsync(id, watermark, t, context)
        );
        return app;
    }

    private static ValueTask<object?> OnlyOwnPagesAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        PageOrigin.IsOwn(context.HttpContext.Request)
            ? next(context)
            : ValueTask.FromResult<object?>(DirectLineError.Refuse(StatusCodes.Status403Forbidden, "ForeignOrigin", Texts.ForeignPage));
}
