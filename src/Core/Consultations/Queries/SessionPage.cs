using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>A session as the office records it, for <c>/sessions/{number}</c>. <paramref name="Units"/> are all units, those expected first.
/// <paramref name="Previous"/> is what the session opens with: 上次议定事项落实情况.</summary>
public sealed record SessionPage(Session Session, IReadOnlyList<Unit> Units, IReadOnlyList<ResolutionLine> Previous)
{
    /// <summary>Loads a session by its number, <c>HY-2026-0005</c>.</summary>
    /// <returns>Null where there is none, or the actor is not of the office.</returns>
    public static async Task<SessionPage?> LoadAsync(WorkDb db, Actor actor, string number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var session = actor.IsOffice ? await db.Sessions.AsNoTracking().WithAgenda().FirstOrDefaultAsync(s => s.Number == number, cancel) : null;
        if (session is null)
        {
            return null;
        }

        var expected = session.Attendances.Select(a => a.UnitId).ToHashSet();
        var units = await db.Units.AsNoTracking().OrderBy(u => u.Order).ToListAsync(cancel);
        return new SessionPage(
            session,
            [.. units.OrderByDescending(u => expected.Contains(u.Id)).ThenBy(u => u.Order)],
            await PreviousResolutions.ForAsync(db, session, cancel)
        );
    }

    /// <summary>What the discussion of an item begins with: the views received, one line each.</summary>
    public static string ViewsReceived(AgendaItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return string.Join('\n', ViewSentences.Of(MinutesSource.Views(item.Consultation!)));
    }
}
