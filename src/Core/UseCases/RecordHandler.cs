using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.UseCases;

/// <summary>A request to do something with a record that exists.</summary>
public interface IRecordRequest<TResult> : IRequest<TResult>
{
    Guid RecordId { get; }

    /// <summary>The step for which the button was drawn; null where the person named the record in words.</summary>
    int? Step { get; }
}

/// <summary>
/// What every step of a lifecycle shares: load, hide what the actor may not see, recognise a stale press, ask the table, apply, move on.
/// A use case adds its own checks and its own change.
/// </summary>
public abstract class RecordHandler<TRequest, TRecord, TState, TAction, TResult>(Lifecycle<TRecord, TState, TAction> lifecycle)
    : IHandler<TRequest, TResult>
    where TRequest : IRecordRequest<TResult>
    where TRecord : class, ILifecycleRecord<TState>
    where TState : struct, Enum
    where TAction : struct, Enum
{
    protected abstract TAction Action { get; }

    public async Task<Outcome<TResult>> HandleAsync(TRequest request, Work work, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(work);
        var record = await LoadAsync(work.Db, request.RecordId, cancel);
        if (record is null || !IsVisible(work.Actor, record))
        {
            return new Refusal(Refusal.NotFound, Texts.RecordNotFound);
        }

        var (verdict, row) = lifecycle.Find(work.Actor, Action, record);
        if (verdict == Verdict.WrongPerson)
        {
            return new Refusal(Refusal.Forbidden, Texts.NotYours.With(row!.Who.Name));
        }

        if (verdict != Verdict.Allowed || (request.Step is { } step && step != record.Step))
        {
            return await StaleAsync(work.Db, record, cancel);
        }

        var outcome = await ApplyAsync(request, record, work, cancel);
        if (outcome.Done)
        {
            MoveOn(record, row!.To);
        }

        return outcome;
    }

    protected abstract Task<TRecord?> LoadAsync(WorkDb db, Guid id, CancellationToken cancel);

    protected abstract bool IsVisible(Actor? actor, TRecord record);

    /// <summary>Checks the rest and changes the record. The state moves afterwards, by the table.</summary>
    protected abstract Task<Outcome<TResult>> ApplyAsync(TRequest request, TRecord record, Work work, CancellationToken cancel);

    /// <summary>Whether the text being decided changes even though the state stays; then buttons drawn before are stale.</summary>
    protected virtual bool ChangesWhatIsDecided => false;

    private void MoveOn(TRecord record, TState to)
    {
        if (!record.State.Equals(to) || ChangesWhatIsDecided)
        {
            record.Step++;
        }

        record.State = to;
        record.Version++;
    }

    private static async Task<Refusal> StaleAsync(WorkDb db, TRecord record, CancellationToken cancel)
    {
        var last = await db.History.AsNoTracking().Where(h => h.RecordId == record.Id).OrderByDescending(h => h.Id).FirstOrDefaultAsync(cancel);
        if (last is null)
        {
            return new Refusal(Refusal.Stale, Texts.AlreadyMoved);
        }

        var at = ChinaTime.Moment(last.At);
        var name = await db.People.AsNoTracking().Where(p => p.Id == last.PersonId).Select(p => p.Name).FirstOrDefaultAsync(cancel);
        return new Refusal(
            Refusal.Stale,
            name is null ? Texts.AlreadyHandledByWorker.With(at, last.Text) : Texts.AlreadyHandled.With(name, at, last.Text)
        );
    }
}
