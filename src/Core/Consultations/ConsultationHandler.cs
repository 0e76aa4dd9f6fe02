using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>What every step of a consultation shares.</summary>
internal abstract class ConsultationHandler<TRequest, TResult>()
    : RecordHandler<TRequest, Consultation, ConsultationState, ConsultationAction, TResult>(ConsultationLifecycle.Table)
    where TRequest : IRecordRequest<TResult>
{
    protected override Task<Consultation?> LoadAsync(WorkDb db, Guid id, CancellationToken cancel) =>
        db.Consultations.Include(c => c.InvitedUnits).Include(c => c.Unit).Include(c => c.Drafter).FirstOrDefaultAsync(c => c.Id == id, cancel);

    /// <summary>Photos and views come beside the step: nobody is named for them when a button is stale.</summary>
    protected override IReadOnlyList<string> BesidesTheStep { get; } =
    [AddMaterial.FilesOnly, nameof(ConsultationAction.GiveView), nameof(ConsultationAction.EnterView)];

    protected override bool IsVisible(Actor? actor, Consultation record) => actor is null || ConsultationVisibility.Sees(actor, record);
}

/// <summary>Who may see a consultation: its unit, the units invited once it was admitted, and those who see everything.</summary>
public static class ConsultationVisibility
{
    /// <summary>The consultations an actor may see; every query starts here.</summary>
    public static IQueryable<Consultation> VisibleTo(this IQueryable<Consultation> consultations, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.SeesEverything)
        {
            return consultations;
        }

        var units = actor.UnitIds;
        return consultations.Where(c => units.Contains(c.UnitId) || (c.AdmittedAt != null && c.InvitedUnits.Any(i => units.Contains(i.UnitId))));
    }

    internal static bool Sees(Actor actor, Consultation consultation) => new[] { consultation }.AsQueryable().VisibleTo(actor).Any();
}
