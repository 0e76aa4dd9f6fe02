using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>A session that a consultation was or is on. Times in UTC.</summary>
public sealed record PageSession(string Number, DateTimeOffset StartsAt, string Place, SessionState State)
{
    /// <summary>The sessions of a consultation that the actor may see, in order of time.</summary>
    public static Task<List<PageSession>> OfAsync(WorkDb db, Actor actor, Guid consultationId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db
            .Sessions.VisibleTo(actor)
            .Where(s => s.AgendaItems.Any(i => i.ConsultationId == consultationId))
            .OrderBy(s => s.StartsAt)
            .Select(s => new PageSession(s.Number, s.StartsAt, s.Place, s.State))
            .ToListAsync(cancel);
    }
}
