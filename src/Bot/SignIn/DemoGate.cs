using System.Net;
using SupervisionBot.Channels.DirectLine;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.SignIn;

/// <summary>
/// Who may use what exists for demonstrations only. Anybody who gets here can be anybody, so it is this machine alone unless
/// <c>Demo:AllowRemote</c> says otherwise: the connection, the address typed into the browser (a foreign name may point here), and no proxy between.
/// </summary>
internal sealed class DemoGate(DemoMode demo) : IEndpointFilter
{
    /// <summary>True when this caller may use the demo.</summary>
    internal bool Admits(HttpContext context) => demo.Enabled && (demo.AllowRemote || IsLocal(context));

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!demo.Enabled)
        {
            return Results.NotFound();
        }

        // A browser sends what any page asks it to, to this machine as well; reading may stay, the answer is kept from that page.
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsGet(request.Method) && !PageOrigin.IsOwn(request))
        {
            return Results.Text(Texts.DemoForeignPage, statusCode: StatusCodes.Status403Forbidden);
        }

        return Admits(context.HttpContext) ? await next(context) : Results.Text(Texts.DemoOnlyHere, statusCode: StatusCodes.Status403Forbidden);
    }

    // A connection without an address never left the process.
    private static bool IsLocal(HttpContext context) =>
        (context.Connection.RemoteIpAddress is not { } remote || IPAddress.IsLoopback(remote))
        && !context.Request.Headers.ContainsKey("X-Forwarded-For")
        && !context.Request.Headers.ContainsKey("X-Original-For")
        && !context.Request.Headers.ContainsKey("Forwarded")
        && IsLocalName(context.Request.Host.Host);

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
