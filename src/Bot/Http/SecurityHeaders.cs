using System.Security.Cryptography;

namespace SupervisionBot.Bot.Http;

/// <summary>
/// What every page tells the browser: nothing from elsewhere, no script that the server did not write into the page, no frame around it.
/// </summary>
internal static class SecurityHeaders
{
    private static readonly object NonceKey = new();

    /// <summary>The mark that this answer's own scripts and styles carry.</summary>
    internal static string ScriptNonce(this HttpContext context)
    {
        if (context.Items[NonceKey] is not string nonce)
        {
            context.Items[NonceKey] = nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        }

        return nonce;
    }

    internal static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    Write(context);
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        if (headers.ContentSecurityPolicy.Count > 0 || context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) != true)
        {
            return;
        }

        var nonce = context.ScriptNonce();
        // blob: is what web chat makes of a chosen file (img) and reads back when sending it (connect).
        headers.ContentSecurityPolicy = string.Join(
            "; ",
            "default-src 'none'",
            $"script-src 'self' 'nonce-{nonce}'",
            // The sum is that of nothing: web chat adds an empty style without the nonce.
            $"style-src 'self' 'nonce-{nonce}' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
            "img-src 'self' data: blob:",
            "connect-src 'self' blob:",
            "worker-src blob:",
            "font-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'"
        );
        headers.CacheControl = "no-store";
    }
}
