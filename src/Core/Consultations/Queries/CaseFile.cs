using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>What a consultation led to, as far as the actor may see it: sessions by time, papers by number, tracked resolutions by due date.</summary>
/// <param name="Outcome">What the last session that heard it came to; null before, and for one that was concluded in writing.</param>
public sealed record CaseFile(
    IReadOnlyList<PageSession> Sessions,
    IReadOnlyList<PagePaper> Papers,
    IReadOnlyList<ResolutionLine> Resolutions,
    ConsultationOutcome? Outcome
)
{
    public static async Task<CaseFile> OfAsync(WorkDb db, Actor actor, Guid consultationId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var papers = await db
            .Minutes.AsNoTracking()
            .VisibleTo(actor)
            .Where(m => m.ConsultationId == consultationId || m.Session!.AgendaItems.Any(i => i.ConsultationId == consultationId))
            .OrderBy(m => m.Number)
            .ToListAsync(cancel);
        var resolutions = db
            .Resolutions.VisibleTo(actor)
            .Where(r => r.ConsultationId == consultationId || r.AgendaItem!.ConsultationId == consultationId);
        var outcome = await db
            .Sessions.VisibleTo(actor)
            .Where(s => s.State == SessionState.Ended || s.State == SessionState.Compiled)
            .SelectMany(s => s.AgendaItems, (s, item) => new { s.StartsAt, item })
            .Where(heard => heard.item.ConsultationId == consultationId)
            .OrderByDescending(heard => heard.StartsAt)
            .Select(heard => heard.item.Outcome)
            .FirstOrDefaultAsync(cancel);
        return new CaseFile(
            await PageSession.OfAsync(db, actor, consultationId, cancel),
            papers.ConvertAll(m => new PagePaper(m.Number, m.Kind, m.State, MinutesNames.IssueMark(m))),
            await ResolutionLines.OfAsync(db, ResolutionLines.ByDueDate(resolutions), cancel),
            outcome
        );
    }

    /// <summary>
    /// Where a session's number leads a reader: to its minutes once there are any, for the office to the record, for those expected to the agenda.
    /// </summary>
    /// <returns>A path, or null where there is no such session or the actor may not see it.</returns>
    public static async Task<string?> PathOfSessionAsync(WorkDb db, Actor actor, string number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        if (await db.Minutes.VisibleTo(actor).AnyAsync(m => m.Number == number, cancel))
        {
            return $"/minutes/{number}";
        }

        return !await db.Sessions.VisibleTo(actor).AnyAsync(s => s.Number == number, cancel) ? null
            : actor.IsOffice ? $"/sessions/{number}"
            : $"/sessions/{number}/agenda";
    }
}

/// <summary>A paper at <c>/minutes/{Number}</c>.</summary>
public sealed record PagePaper(string Number, MinutesKind Kind, MinutesState State, string? IssueMark);
