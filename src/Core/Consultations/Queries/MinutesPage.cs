using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>Minutes as an actor may read them, for <c>/minutes/{number}</c>: those expected at the session, and those who see everything.</summary>
public sealed record MinutesPage(string Number, string Title, MinutesState State, string Markdown, IReadOnlyList<PageLink> Records)
{
    /// <summary>Loads minutes by the number of their session, <c>HY-2026-0005</c>.</summary>
    /// <returns>Null where there are none, or the actor may not see them.</returns>
    public static async Task<MinutesPage?> LoadAsync(WorkDb db, Actor actor, string number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var sessions = db.Sessions.VisibleTo(actor).Where(s => s.Number == number);
        var minutes = await db.Minutes.AsNoTracking().FirstOrDefaultAsync(m => sessions.Any(s => s.Id == m.SessionId), cancel);
        if (minutes is null)
        {
            return null;
        }

        var visible = db.Consultations.VisibleTo(actor);
        var records = await sessions
            .SelectMany(s => s.AgendaItems)
            .OrderBy(i => i.Order)
            .Where(i => visible.Any(c => c.Id == i.ConsultationId))
            .Select(i => new PageLink(i.Consultation!.Number, i.Consultation.Title))
            .ToListAsync(cancel);
        return new MinutesPage(number, minutes.Title, minutes.State, minutes.Markdown, records);
    }
}

/// <summary>Another record, at <c>/records/{Number}</c>.</summary>
public sealed record PageLink(string Number, string Title);
