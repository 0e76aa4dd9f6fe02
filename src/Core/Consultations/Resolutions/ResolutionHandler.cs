using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Resolutions;

/// <summary>What every step of a resolution shares.</summary>
internal abstract class ResolutionHandler<TRequest, TResult>()
    : RecordHandler<TRequest, Resolution, ResolutionState, ResolutionAction, TResult>(ResolutionLifecycle.Table)
    where TRequest : IRecordRequest<TResult>
{
    protected override Task<Resolution?> LoadAsync(WorkDb db, Guid id, CancellationToken cancel) =>
        db.Resolutions.Include(r => r.LeadUnit).FirstOrDefaultAsync(r => r.Id == id, cancel);

    protected override IReadOnlyList<string> BesidesTheStep => [nameof(ResolutionAction.ReportProgress)];

    protected override bool IsVisible(Actor? actor, Resolution record) => actor is null || ResolutionVisibility.Sees(actor, record);
}

/// <summary>Who may see a tracked resolution: the units it names, and those who see everything. One that is not tracked yet is part of its record.</summary>
public static class ResolutionVisibility
{
    /// <summary>The tracked resolutions an actor may see; every query starts here.</summary>
    public static IQueryable<Resolution> VisibleTo(this IQueryable<Resolution> resolutions, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var tracked = resolutions.Where(r => r.Number != null);
        if (actor.SeesEverything)
        {
            return tracked;
        }

        var units = actor.UnitIds;
        return tracked.Where(r => units.Contains(r.LeadUnitId) || r.SupportingUnitIds.Any(id => units.Contains(id)));
    }

    internal static bool Sees(Actor actor, Resolution resolution) => new[] { resolution }.AsQueryable().VisibleTo(actor).Any();
}
