using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.TypicalPractices;

/// <summary>What every step of a typical practice shares.</summary>
internal abstract class PracticeHandler<TRequest, TResult>()
    : RecordHandler<TRequest, TypicalPractice, PracticeState, PracticeAction, TResult>(PracticeLifecycle.Table)
    where TRequest : IRecordRequest<TResult>
{
    protected override Task<TypicalPractice?> LoadAsync(WorkDb db, Guid id, CancellationToken cancel) =>
        db.TypicalPractices.Include(p => p.Unit).Include(p => p.Drafter).FirstOrDefaultAsync(p => p.Id == id, cancel);

    protected override bool IsVisible(Actor? actor, TypicalPractice record) => actor is null || PracticeVisibility.Sees(actor, record);

    /// <summary>The history of a leader's step: for whom it was taken, where the actor is their B角.</summary>
    protected static void RememberAsLeader(Work work, TypicalPractice record, PracticeAction action, string text) =>
        work.Remember(
            RecordNumber.TypicalPractice,
            record.Id,
            action.ToString(),
            text,
            onBehalfOf: work.Person.StandsInFor(Role.UnitLeader, record.UnitId)
        );
}

/// <summary>Who may see a practice: once adopted everybody; before that its unit and those who see everything.</summary>
public static class PracticeVisibility
{
    /// <summary>The practices an actor may see; every query starts here.</summary>
    public static IQueryable<TypicalPractice> VisibleTo(this IQueryable<TypicalPractice> practices, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.SeesEverything)
        {
            return practices;
        }

        var units = actor.UnitIds;
        return practices.Where(p => p.AdoptedAt != null || units.Contains(p.UnitId));
    }

    /// <summary>How it came about (state, reasons, timeline) stays with its unit and those who see everything.</summary>
    public static bool IsInsider(Actor actor, TypicalPractice practice)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(practice);
        return actor.SeesEverything || actor.UnitIds.Contains(practice.UnitId);
    }

    internal static bool Sees(Actor actor, TypicalPractice practice) => practice.AdoptedAt is not null || IsInsider(actor, practice);
}
