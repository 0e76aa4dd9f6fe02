using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SupervisionBot.Bot.SignIn;
using SupervisionBot.Channels.Files;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.TypicalPractices;

namespace SupervisionBot.Bot.Files;

/// <summary>
/// <c>GET /files/{id}</c>: for whoever holds a signed address, and for those signed in who sent the file or may see the record it belongs to.
/// To everybody else the file is not there.
/// </summary>
internal static class FileDownload
{
    internal static void MapFiles(this IEndpointRouteBuilder app) => app.MapGet("/files/{id}", GetAsync);

    private static async Task<IResult> GetAsync(
        string id,
        string? t,
        HttpContext context,
        Database database,
        BusinessClock clock,
        FileAddresses addresses,
        CancellationToken cancel
    )
    {
        if (!Guid.TryParse(id, out var fileId))
        {
            return Results.NotFound();
        }

        var open = addresses.IsSigned(fileId, t);
        var person = context.User.PersonId();
        if (!open && person is null)
        {
            return Results.Unauthorized();
        }

        var file = await database.ReadAsync(
            async (db, token) =>
            {
                var found = await db.Files.FirstOrDefaultAsync(f => f.Id == fileId, token);
                return found is not null && (open || await MaySeeAsync(db, found, person!.Value, clock, token)) ? found : null;
            },
            cancel
        );
        return file is null ? Results.NotFound() : Answer(context, file);
    }

    private static async Task<bool> MaySeeAsync(WorkDb db, StoredFile file, Guid personId, BusinessClock clock, CancellationToken cancel)
    {
        if (await Actor.LoadAsync(db, personId, ChinaTime.DateOf(clock.Now), cancel) is not { } actor)
        {
            return false;
        }

        return file.OwnerId == actor.Id
            || (
                file.RecordId is { } record
                && (
                    await db.Consultations.VisibleTo(actor).AnyAsync(c => c.Id == record, cancel)
                    // The agenda shows the files of its items to everybody expected there.
                    || await db.Sessions.VisibleTo(actor).AnyAsync(s => s.Id == record || s.AgendaItems.Any(i => i.ConsultationId == record), cancel)
                    || await db.AssistanceOrders.VisibleTo(actor).AnyAsync(o => o.Id == record, cancel)
                    || await db.Resolutions.VisibleTo(actor).AnyAsync(r => r.Id == record, cancel)
                    || await db.TypicalPractices.VisibleTo(actor).AnyAsync(p => p.Id == record, cancel)
                    || await db.ShelfItems.AnyAsync(i => i.Id == record, cancel)
                )
            );
    }

    private static IResult Answer(HttpContext context, StoredFile file)
    {
        var isPicture = file.ContentType.StartsWith("image/", StringComparison.Ordinal);
        var disposition = new ContentDispositionHeaderValue(isPicture ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        var headers = context.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, max-age=86400, immutable";
        return Results.Bytes(file.Content, file.ContentType);
    }
}
