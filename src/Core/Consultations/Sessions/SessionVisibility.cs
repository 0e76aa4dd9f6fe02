using SupervisionBot.Core.Directory;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>Who may see a session: the units expected at it, the units whose consultation is on its agenda, and those who see everything.</summary>
public static class SessionVisibility
{
    /// <summary>The sessions an actor may see; every query starts here.</summary>
    public static IQueryable<Session> VisibleTo(this IQueryable<Session> sessions, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.SeesEverything)
        {
            return sessions;
        }

        var units = actor.UnitIds;
        return sessions.Where(s =>
            s.Attendances.Any(a => units.Contains(a.UnitId)) || s.AgendaItems.Any(i => units.Contains(i.Consultation!.UnitId))
        );
    }
}
