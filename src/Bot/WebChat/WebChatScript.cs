using Microsoft.Net.Http.Headers;

namespace SupervisionBot.Bot.WebChat;

/// <summary>
/// Microsoft's web chat script, put beside the program by the build (WebChat.targets), compressed. Its address carries the version, so that browsers keep it for a year.
/// </summary>
internal sealed class WebChatScript
{
    private const string Name = "webchat.js";
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "wwwroot", "webchat");
    private readonly string? version;

    public WebChatScript()
    {
        var versions = Directory.Exists(Folder) ? Directory.GetDirectories(Folder) : [];
        version = versions
            .Where(folder => File.Exists(Path.Combine(folder, Name)))
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal)
            .LastOrDefault();
    }

    /// <summary>Where the page finds the script; null if the build could not fetch it.</summary>
    internal string? Address => version is null ? null : $"/webchat/{version}/{Name}";

    internal void Map(IEndpointRouteBuilder app)
    {
        if (Address is { } address)
        {
            app.MapMethods(address, [HttpMethods.Get, HttpMethods.Head], Get);
        }
    }

    private IResult Get(HttpContext context)
    {
        var accepted = context.Request.GetTypedHeaders().AcceptEncoding;
        var file = Path.Combine(Folder, version!, Name);
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.XContentTypeOptions = "nosniff";
        foreach (var (encoding, ending) in new[] { ("br", ".br"), ("gzip", ".gz") })
        {
            if (accepted.Any(a => a.Value == encoding && a.Quality is not 0) && File.Exists(file + ending))
            {
                headers.ContentEncoding = encoding;
                return Results.File(file + ending, "text/javascript; charset=utf-8");
            }
        }

        return Results.File(file, "text/javascript; charset=utf-8");
    }
}
