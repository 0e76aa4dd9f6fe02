using System.Globalization;
using Microsoft.Net.Http.Headers;
using SupervisionBot.Bot.SignIn;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Documents.Spreadsheets;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.Files;

/// <summary>
/// <c>GET /export/{kind}.xlsx?state=open&amp;from=2026-01-01&amp;to=2026-11-30</c>: a list of what the reader may see, for whoever has signed in. A filter that cannot be read
/// is refused: a list that silently has everything would be taken for what was asked.
/// </summary>
internal static class ListDownload
{
    internal static void MapExports(this IEndpointRouteBuilder app) => app.MapGet("/export/{kind}.xlsx", AnswerAsync);

    private static async Task<IResult> AnswerAsync(
        string kind,
        string? state,
        string? from,
        string? to,
        HttpContext context,
        Database database,
        BusinessClock clock,
        Export export
    )
    {
        if (context.User.PersonId() is not { } reader)
        {
            return Results.Unauthorized();
        }

        if (!export.Has(kind))
        {
            return Results.NotFound();
        }

        if (Filter(state, from, to) is not { } filter)
        {
            return Results.BadRequest();
        }

        var now = clock.Now;
        var file = await database.ReadAsync(
            async (db, token) =>
                await Actor.LoadAsync(db, reader, ChinaTime.DateOf(now), token) is { } actor
                    ? await export.WriteAsync(db, actor, kind, filter, now, token)
                    : null,
            context.RequestAborted
        );
        if (file is null)
        {
            return Results.Unauthorized();
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.Name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.Bytes(file.Content, Spreadsheet.ContentType);
    }

    private static ExportFilter? Filter(string? state, string? from, string? to)
    {
        var isRead = TryDay(from, out var first) & TryDay(to, out var last);
        return isRead && state is (null or "" or "all" or "open") && !(first > last) ? new ExportFilter(first, last, state == "open") : null;
    }

    private static bool TryDay(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read);
        day = isDay ? read : null;
        // Beyond lies nothing that a calendar of the office knows, and nothing that can be counted on from.
        return isDay && read.Year is >= 2000 and < 2200;
    }
}
