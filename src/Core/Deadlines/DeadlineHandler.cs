using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Deadlines;

/// <summary>What every step of a deadline shares. Its history stands in that of its record.</summary>
internal abstract class DeadlineHandler<TRequest>()
    : RecordHandler<TRequest, Deadline, DeadlineState, DeadlineAction, DeadlineAnswer>(DeadlineLifecycle.Table)
    where TRequest : IRecordRequest<DeadlineAnswer>
{
    protected override Task<Deadline?> LoadAsync(WorkDb db, Guid id, CancellationToken cancel) =>
        db.Deadlines.FirstOrDefaultAsync(d => d.Id == id, cancel);

    protected override bool IsVisible(Actor? actor, Deadline record) => actor is null || DeadlineVisibility.Sees(actor, record);

    protected override string GuardSentence(TRequest request, Deadline record) =>
        ActionOf(request) switch
        {
            DeadlineAction.AskExtension when record.Extended => Texts.ExtendedAlready,
            DeadlineAction.AskExtension => Texts.NotExtendable,
            DeadlineAction.Hold => Texts.NotHoldable,
            _ => Texts.NotForThis,
        };

    /// <summary>Writes into the history of the record.</summary>
    protected void Remember(Work work, Deadline record, TRequest request, string text, string? after = null) =>
        work.Remember(record.RecordKind, record.RecordId, ActionOf(request).ToString(), text, after: after);

    /// <summary>The answer to who acted.</summary>
    protected static DeadlineAnswer Answer(Deadline record) =>
        new(record.Id, record.Number, record.Title, DueWords.Verb(record.Promise), DueWords.Date(record));

    /// <summary>The same news for everybody in the office.</summary>
    protected static Task TellOfficeAsync(Message notice, Work work, CancellationToken cancel) => Releasing.TellOfficeAsync(notice, work, cancel);
}

/// <summary>The answer to who acted on a deadline; <paramref name="Due"/> as it stands now, in words.</summary>
public sealed record DeadlineAnswer(Guid Id, string Number, string Title, string Verb, string Due);

/// <summary>Who may see a deadline: who owes it, and those who see everything.</summary>
public static class DeadlineVisibility
{
    /// <summary>The deadlines an actor may see; every query starts here.</summary>
    public static IQueryable<Deadline> VisibleTo(this IQueryable<Deadline> deadlines, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.SeesEverything)
        {
            return deadlines;
        }

        var units = actor.UnitIds;
        return deadlines.Where(d => units.Contains(d.UnitId));
    }

    internal static bool Sees(Actor actor, Deadline deadline) => new[] { deadline }.AsQueryable().VisibleTo(actor).Any();
}
