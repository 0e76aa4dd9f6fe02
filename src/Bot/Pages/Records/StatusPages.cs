using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Diagnostics;
using SupervisionBot.Core;

namespace SupervisionBot.Bot.Pages.Records;

/// <summary>What a person reads in the browser where there is no page to show. Programs that call get the bare status.</summary>
internal static class StatusPages
{
    private const string Document = """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{0}</title>
          <link rel="icon" href="/icon.svg" type="image/svg+xml">
          <link rel="stylesheet" href="/site.css">
          <link rel="stylesheet" href="/pages.css">
        </head>
        <body class="document"><main><h1>{0}</h1><p>{1}</p><p><a class="main" href="/">{2}</a></p></main></body>
        </html>
        """;

    public static void UseStatusPagesForPeople(this IApplicationBuilder app) => app.UseStatusCodePages(WriteAsync);

    private static Task WriteAsync(StatusCodeContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        if (!request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            return Task.CompletedTask;
        }

        var (title, text) = Words(response.StatusCode);
        response.ContentType = "text/html; charset=utf-8";
        var html = context.HttpContext.RequestServices.GetRequiredService<HtmlEncoder>();
        return response.WriteAsync(Document.With(html.Encode(title), html.Encode(text), html.Encode(Texts.Back)));
    }

    private static (string Title, string Text) Words(int status) =>
        status switch
        {
            StatusCodes.Status400BadRequest => (Texts.StatusStale, Texts.StatusStaleText),
            StatusCodes.Status401Unauthorized => (Texts.StatusSignIn, Texts.StatusSignInText),
            StatusCodes.Status403Forbidden => (Texts.StatusForbidden, Texts.StatusForbiddenText),
            StatusCodes.Status413PayloadTooLarge => (Texts.StatusTooLarge, Texts.StatusTooLargeText),
            >= StatusCodes.Status500InternalServerError => (Texts.StatusError, Texts.StatusErrorText),
            _ => (Texts.StatusNotFound, Texts.StatusNotFoundText),
        };
}
