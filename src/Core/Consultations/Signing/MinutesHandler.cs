using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>What every step of the paper shares.</summary>
internal abstract class MinutesHandler<TRequest, TResult>()
    : RecordHandler<TRequest, Minutes, MinutesState, MinutesAction, TResult>(MinutesLifecycle.Table)
    where TRequest : IRecordRequest<TResult>
{
    protected override Task<Minutes?> LoadAsync(WorkDb db, Guid id, CancellationToken cancel) =>
        db.Minutes.WithParties().FirstOrDefaultAsync(m => m.Id == id, cancel);

    // What the units answer, and that they were chased, stales nobody's button.
    protected override IReadOnlyList<string> BesidesTheStep => [nameof(MinutesAction.Countersign), nameof(MinutesAction.Chase)];

    protected override bool IsVisible(Actor? actor, Minutes record) => actor is null || MinutesVisibility.Sees(actor, record);
}

/// <summary>Who may see the paper, and loading it whole.</summary>
public static class MinutesVisibility
{
    /// <summary>
    /// Those an actor may see; every query starts here: units expected at the session or concerned by the consultation, units asked to countersign, who
    /// presided, and from the issue on the units that its resolutions name.
    /// </summary>
    public static IQueryable<Minutes> VisibleTo(this IQueryable<Minutes> minutes, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.SeesEverything)
        {
            return minutes;
        }

        var units = actor.UnitIds;
        return minutes.Where(m =>
            m.PresiderId == actor.Id
            || m.Countersignatures.Any(c => units.Contains(c.UnitId))
            || (
                m.Session != null
                && (
                    m.Session.Attendances.Any(a => units.Contains(a.UnitId)) || m.Session.AgendaItems.Any(i => units.Contains(i.Consultation!.UnitId))
                )
            )
            || (m.Consultation != null && (units.Contains(m.Consultation.UnitId) || m.Consultation.InvitedUnits.Any(i => units.Contains(i.UnitId))))
            || m.Resolutions.Any(r => units.Contains(r.LeadUnitId) || r.SupportingUnitIds.Any(id => units.Contains(id)))
        );
    }

    internal static bool Sees(Actor actor, Minutes minutes) => new[] { minutes }.AsQueryable().VisibleTo(actor).Any();

    /// <summary>With everybody it concerns, what they answered, and what was agreed; without the earlier texts.</summary>
    internal static IQueryable<Minutes> WithParties(this IQueryable<Minutes> minutes) =>
        minutes
            .Include(m => m.Countersignatures)
                .ThenInclude(c => c.Unit)
            .Include(m => m.Session!.Attendances)
                .ThenInclude(a => a.Unit)
            .Include(m => m.Session!.AgendaItems)
                .ThenInclude(i => i.Resolutions)
            .Include(m => m.Session!.AgendaItems)
                .ThenInclude(i => i.Consultation!.InvitedUnits)
            .Include(m => m.Consultation!.InvitedUnits)
            .Include(m => m.Consultation!.Resolutions)
            .Include(m => m.Resolutions)
            .Include(m => m.Presider)
            .Include(m => m.SignedBy)
            .AsSplitQuery();
}
