using System.Collections.Frozen;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.UseCases;

/// <summary>
/// The one door to change anything, used by turn, page, job and command alike. It opens the transaction, loads the actor, runs the handler and
/// commits state, history, planned occurrences and outgoing messages together.
/// </summary>
public sealed class UseCases(Database database, BusinessClock clock, OutboxWriter outbox, IEnumerable<UseCaseEntry> entries)
{
    private readonly FrozenDictionary<Type, UseCaseEntry> handlers = entries.ToFrozenDictionary(e => e.Request);

    /// <summary>Runs a request of a person in a transaction of its own.</summary>
    public Task<Outcome<TResult>> RunAsync<TResult>(Guid personId, IRequest<TResult> request, CancellationToken cancel) =>
        database.WriteAsync(
            async (db, token) =>
            {
                var work = await OpenAsync(db, personId, token);
                return work is null ? new Refusal(Refusal.Forbidden, Texts.UnknownPerson) : await RunInAsync(work, request, token);
            },
            cancel
        );

    /// <summary>Runs a request inside a transaction that is already open: the turn of a conversation, the settling of an occurrence.</summary>
    /// <exception cref="InvalidOperationException">The handler changed something and then refused.</exception>
    public async Task<Outcome<TResult>> RunInAsync<TResult>(Work work, IRequest<TResult> request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(request);
        await work.Db.SaveChangesAsync(cancel);
        var entry = (UseCaseEntry<TResult>)handlers[request.GetType()];
        var outcome = await entry.HandleAsync(request, work, cancel);
        if (!outcome.Done && work.Db.ChangeTracker.HasChanges())
        {
            throw new InvalidOperationException($"{request.GetType().Name} changed something before it refused ({outcome.Refusal!.Code}).");
        }

        // Queries of the same turn (状态, 我的待办) then see what was done.
        await work.Db.SaveChangesAsync(cancel);
        return outcome;
    }

    /// <summary>Opens the work of a person inside a transaction.</summary>
    /// <returns>Null when the person is unknown or has left.</returns>
    public async Task<Work?> OpenAsync(WorkDb db, Guid personId, CancellationToken cancel)
    {
        var now = clock.Now;
        var actor = await Actor.LoadAsync(db, personId, ChinaTime.DateOf(now), cancel);
        return actor is null ? null : new Work(db, actor, now, outbox);
    }

    /// <summary>Opens the worker's own work inside a transaction.</summary>
    public Work OpenForWorker(WorkDb db) => new(db, null, clock.Now, outbox);
}
