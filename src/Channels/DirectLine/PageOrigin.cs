using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SupervisionBot.Channels.DirectLine;

/// <summary>From whose page a browser sends a request.</summary>
public static class PageOrigin
{
    /// <summary>True unless a browser says that the request comes from a page of another site.</summary>
    public static bool IsOwn(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var origin = request.Headers[HeaderNames.Origin].ToString();
        // Only host and port: behind a proxy that ends TLS the scheme differs.
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && new HostString(page.Authority).Equals(Normal(request.Host, page)));
    }

    // Browsers leave the scheme's own port out of Origin but some clients write it into Host.
    private static HostString Normal(HostString host, Uri page) => page.IsDefaultPort && host.Port == page.Port ? new HostString(host.Host) : host;
}
