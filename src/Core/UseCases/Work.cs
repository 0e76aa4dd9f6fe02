using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.History;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.UseCases;

/// <summary>
/// The open transaction as a handler sees it: records to load and change, who acts, what time it is, and the three things that must commit with a
/// change: history, messages, and what time will cause later.
/// </summary>
public sealed class Work(WorkDb db, Actor? actor, DateTimeOffset now, OutboxWriter outbox)
{
    public WorkDb Db { get; } = db;

    /// <summary>Null when the worker acts because time passed.</summary>
    public Actor? Actor { get; } = actor;

    /// <summary>Business clock, UTC; the same for everything in this transaction.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>Today in Shanghai.</summary>
    public DateOnly Today { get; } = ChinaTime.DateOf(now);

    /// <summary>The acting person, where a handler cannot be reached by the worker.</summary>
    /// <exception cref="InvalidOperationException">The worker acts.</exception>
    public Actor Person => Actor ?? throw new InvalidOperationException("This use case needs a person.");

    public Guid NewId() => Guid.CreateVersion7(Now);

    public Task<string> TakeNumberAsync(string kind, CancellationToken cancel) => RecordNumber.TakeAsync(Db, kind, Today.Year, cancel);

    /// <summary>Adds to the history of a record. <paramref name="text"/> is one sentence for the timeline, without the actor's name; what was changed stands in <paramref name="before"/> and <paramref name="after"/>.</summary>
    public void Remember(
        string recordKind,
        Guid recordId,
        string action,
        string text,
        Means? means = null,
        Guid? onBehalfOf = null,
        string? before = null,
        string? after = null
    ) =>
        Db.History.Add(
            new HistoryEntry
            {
                RecordKind = recordKind,
                RecordId = recordId,
                At = Now,
                Action = action,
                PersonId = Actor?.Id,
                UnitId = Actor?.UnitId,
                OnBehalfOfId = onBehalfOf,
                Means = means ?? (Actor is null ? Means.Worker : Means.Bot),
                Text = text,
                Before = before,
                After = after,
            }
        );

    /// <summary>News for a person, sent after the commit. Nothing is sent to the person who acts: they get their answer in the talk.</summary>
    public void Tell(Guid personId, Message message)
    {
        if (personId != Actor?.Id)
        {
            outbox.Notice(Db, personId, message, Now);
        }
    }

    /// <summary>Plans what time will cause. Planning the same thing again changes nothing; one that was withdrawn is planned anew.</summary>
    public Task PlanAsync(Guid itemId, string step, string dueValue, DateTimeOffset at, Guid recipientId, CancellationToken cancel) =>
        Occurrences.PlanAsync(Db, itemId, step, dueValue, at, recipientId, cancel);

    /// <summary>Takes back what was planned for an item; what has already happened stays.</summary>
    public Task WithdrawAsync(Guid itemId, string step, CancellationToken cancel) => Occurrences.WithdrawAsync(Db, itemId, step, Now, cancel);
}
