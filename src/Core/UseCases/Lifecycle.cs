using SupervisionBot.Core.Directory;

namespace SupervisionBot.Core.UseCases;

/// <summary>A record with a lifecycle.</summary>
public interface ILifecycleRecord<TState>
    where TState : struct, Enum
{
    Guid Id { get; }
    TState State { get; set; }

    /// <summary>Moves on when the state changes or the text being decided changes: a button drawn for an earlier step is stale.</summary>
    int Step { get; set; }

    /// <summary>Moves with every change; two writers at once are told apart by it.</summary>
    int Version { get; set; }
}

/// <summary>Who may do something with a record, and what to call them in a refusal. A null actor is the worker.</summary>
public sealed record Party<TRecord>(string Name, Func<Actor?, TRecord, bool> Includes);

/// <summary>One row: in <paramref name="From"/>, <paramref name="Who"/> may do <paramref name="Action"/> if the guard allows, which leads to <paramref name="To"/>.</summary>
public sealed record Transition<TRecord, TState, TAction>(
    TState From,
    TAction Action,
    Party<TRecord> Who,
    TState To,
    Func<TRecord, bool>? Guard = null
);

/// <summary>Why an action is or is not possible now.</summary>
public enum Verdict
{
    Allowed,

    /// <summary>The record is past it, or not there yet.</summary>
    WrongState,
    WrongPerson,
    GuardFailed,
}

/// <summary>
/// A lifecycle as one table. Buttons, permission checks, tests and the picture in the documentation all come from it.
/// </summary>
public sealed class Lifecycle<TRecord, TState, TAction>(params Transition<TRecord, TState, TAction>[] rows)
    where TRecord : ILifecycleRecord<TState>
    where TState : struct, Enum
    where TAction : struct, Enum
{
    public IReadOnlyList<Transition<TRecord, TState, TAction>> Rows => rows;

    /// <summary>The row that applies, or the reason why none does.</summary>
    public (Verdict Verdict, Transition<TRecord, TState, TAction>? Row) Find(Actor? actor, TAction action, TRecord record)
    {
        var here = rows.Where(r => r.From.Equals(record.State) && r.Action.Equals(action)).ToList();
        if (here.Count == 0)
        {
            return (Verdict.WrongState, null);
        }

        var mine = here.Where(r => r.Who.Includes(actor, record)).ToList();
        if (mine.Count == 0)
        {
            return (Verdict.WrongPerson, here[0]);
        }

        var open = mine.Find(r => r.Guard?.Invoke(record) ?? true);
        return open is null ? (Verdict.GuardFailed, mine[0]) : (Verdict.Allowed, open);
    }

    /// <summary>True when the actor may do this now: the same answer draws the button and opens the door.</summary>
    public bool Can(Actor? actor, TAction action, TRecord record) => Find(actor, action, record).Verdict == Verdict.Allowed;

    /// <summary>Moves a record along because another record moved: the session it is on was fixed, held or called off.</summary>
    /// <exception cref="InvalidOperationException">The table does not allow it now; ask <see cref="Can"/> first.</exception>
    public void Follow(Actor? actor, TAction action, TRecord record)
    {
        var (verdict, row) = Find(actor, action, record);
        if (verdict != Verdict.Allowed)
        {
            throw new InvalidOperationException($"{action} does not follow {record.State}: {verdict}.");
        }

        record.Step += record.State.Equals(row!.To) ? 0 : 1;
        record.State = row.To;
        record.Version++;
    }

    /// <summary>Everything the actor may do now, in the order of the table.</summary>
    public IEnumerable<TAction> ActionsOf(Actor actor, TRecord record) =>
        rows.Select(r => r.Action).Distinct().Where(action => Can(actor, action, record));
}
