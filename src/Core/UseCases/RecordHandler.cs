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
/// What every step of a lifecycle shares: load, hide what the actor may not see, recognise a stale press, ask the table, check the rest, move on, apply.
/// The record has moved before it is applied, so that every button drawn in a message carries the step it was drawn for.
/// </summary>
public abstract class RecordHandler<TRequest, TRecord, TState, TAction, TResult>(Lifecycle<TRecord, TState, TAction> lifecycle)
    : IHandler<TRequest, TResult>
    where TRequest : IRecordRequest<TResult>
    where TRecord : class, ILifecycleRecord<TState>
    where TState : struct, Enum
    where TAction : struct, Enum
{
    public async Task<Outcome<TResult>> HandleAsync(TRequest request, Work work, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(work);
        var record = await LoadAsync(work.Db, request.RecordId, cancel);
        if (record is null || !IsVisible(work.Actor, record))
        {
            return new Refusal(Refusal.NotFound, Texts.RecordNotFound);
        }

        var (verdict, row) = lifecycle.Find(work.Actor, ActionOf(request), record);
        if (verdict == Verdict.WrongPerson)
        {
            return new Refusal(Refusal.Forbidden, Texts.NotYours.With(row!.Who.Name));
        }

        if (verdict == Verdict.GuardFailed)
        {
            return new Refusal(Refusal.Stale, GuardSentence(request, record));
        }

        if (verdict != Verdict.Allowed || (request.Step is { } step && step != record.Step))
        {
            return await StaleAsync(work, record, cancel);
        }

        if (await CheckAsync(request, record, work, cancel) is { } refusal)
        {
            return refusal;
        }

        var from = record.State;
        MoveOn(record, row!.To, ChangesWhatIsDecided(request, record));
        return await ApplyAsync(request, record, from, work, cancel);
    }

    /// <summary>The action of the table that the request asks for.</summary>
    protected abstract TAction ActionOf(TRequest request);

    protected abstract Task<TRecord?> LoadAsync(WorkDb db, Guid id, CancellationToken cancel);

    protected abstract bool IsVisible(Actor? actor, TRecord record);

    /// <summary>Why it cannot be done although the table allows it; null when it can. Changes nothing.</summary>
    protected virtual Task<Refusal?> CheckAsync(TRequest request, TRecord record, Work work, CancellationToken cancel) =>
        Task.FromResult<Refusal?>(null);

    /// <summary>Changes the record, which stands in its new state already, and tells those concerned. Everything has been checked.</summary>
    protected abstract Task<TResult> ApplyAsync(TRequest request, TRecord record, TState from, Work work, CancellationToken cancel);

    /// <summary>What to say when the table knows the action but its guard does not allow it now.</summary>
    protected virtual string GuardSentence(TRequest request, TRecord record) => Texts.GuardFailed;

    /// <summary>Whether the text being decided changes even though the state stays; then buttons drawn before are stale.</summary>
    protected virtual bool ChangesWhatIsDecided(TRequest request, TRecord record) => false;

    /// <summary>Actions in the history that never made a button stale, so that nobody is named for them.</summary>
    protected virtual IReadOnlyList<string> BesidesTheStep => [];

    private static void MoveOn(TRecord record, TState to, bool changesWhatIsDecided)
    {
        if (!record.State.Equals(to) || changesWhatIsDecided)
        {
            record.Step++;
        }

        record.State = to;
        record.Version++;
    }

    private async Task<Refusal> StaleAsync(Work work, TRecord record, CancellationToken cancel)
    {
        var besides = BesidesTheStep.ToList();
        var last = await work
            .Db.History.AsNoTracking()
            .Where(h => h.RecordId == record.Id && !besides.Contains(h.Action))
            .OrderByDescending(h => h.Id)
            .FirstOrDefaultAsync(cancel);
        if (last is null)
        {
            return new Refusal(Refusal.Stale, Texts.AlreadyMoved);
        }

        var at = ChinaTime.Moment(last.At);
        if (last.PersonId is { } person && person == work.Actor?.Id)
        {
            return new Refusal(Refusal.Stale, Texts.AlreadyHandledByYou.With(at, last.Text));
        }

        var name = await work.Db.People.AsNoTracking().Where(p => p.Id == last.PersonId).Select(p => p.Name).FirstOrDefaultAsync(cancel);
        return new Refusal(
            Refusal.Stale,
            name is null ? Texts.AlreadyHandledByWorker.With(at, last.Text) : Texts.AlreadyHandled.With(name, at, last.Text)
        );
    }
}
