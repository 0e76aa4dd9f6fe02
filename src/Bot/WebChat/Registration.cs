using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.FileProviders;
using SupervisionBot.Bot.Demo;
using SupervisionBot.Bot.Files;
using SupervisionBot.Bot.Http;
using SupervisionBot.Bot.Pages.Papers;
using SupervisionBot.Bot.SignIn;
using SupervisionBot.Channels;
using SupervisionBot.Channels.DirectLine;

namespace SupervisionBot.Bot.WebChat;

/// <summary>Web chat as the host has it: channel, server, sign-in and page.</summary>
internal static class Registration
{
    internal static IServiceCollection AddWebChat(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRazorPages();
        // Chinese as it is, instead of a number for every character.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        return services
            .AddDelivery()
            .AddDirectLine(configuration)
            .AddSignIn(configuration)
            .AddSingleton<WebChatScript>()
            .AddSingleton<SignedPaths>()
            .AddSingleton<Editors>();
    }

    /// <summary>What has to stand before the endpoints: headers, the page's own files, sockets, and who is there.</summary>
    internal static void UseWebChat(this WebApplication app)
    {
        app.UseSecurityHeaders();
        // Beside the program, wherever it was started from.
        app.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot")),
                OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
            }
        );
        app.UseWebSockets();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    internal static void MapWebChat(this WebApplication app)
    {
        app.MapDirectLine();
        app.MapDemoSignIn();
        app.MapDemoClock();
        app.MapFiles();
        app.MapPapers();
        app.MapExports();
        app.Services.GetRequiredService<WebChatScript>().Map(app);
        app.MapRazorPages();
    }
}
