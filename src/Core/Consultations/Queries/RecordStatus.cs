using SupervisionBot.Core.AssistanceOrders.Queries;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Shelf;
using SupervisionBot.Core.TypicalPractices.Queries;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>
/// Where a record stands and what the actor can do about it now, whichever kind of record it is: what 查进度, an entry of 我的待办 and a stale press are
/// answered with.
/// </summary>
public static class RecordStatus
{
    // Ids are never shared between kinds: the first that knows one answers.
    private static readonly Of[] Kinds =
    [
        ConsultationStatus.OfAsync,
        (db, actor, id, now, cancel) => SessionStatus.OfAsync(db, actor, id, ChinaTime.DateOf(now), cancel),
        (db, actor, id, _, cancel) => MinutesStatus.OfAsync(db, actor, id, cancel),
        (db, actor, id, _, cancel) => ResolutionStatus.OfAsync(db, actor, id, cancel),
        OrderStatus.OfAsync,
        (db, actor, id, _, cancel) => PracticeStatus.OfAsync(db, actor, id, cancel),
        (db, _, id, _, cancel) => ShelfStatus.OfAsync(db, id, cancel),
    ];

    private delegate Task<Message?> Of(WorkDb db, Actor actor, Guid recordId, DateTimeOffset now, CancellationToken cancel);

    /// <summary>The present state of a record.</summary>
    /// <returns>Null where there is no such record, or the actor may not see it.</returns>
    public static async Task<Message?> OfAsync(WorkDb db, Actor actor, Guid recordId, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var kind in Kinds)
        {
            if (await kind(db, actor, recordId, now, cancel) is { } message)
            {
                return message;
            }
        }

        return null;
    }

    /// <summary>Open orders and consultations that files without a word may belong to.</summary>
    public static async Task<IReadOnlyList<(Guid RecordId, string Title)>> TakingFilesAsync(
        WorkDb db,
        Actor actor,
        int take,
        CancellationToken cancel
    )
    {
        var consultations = await ConsultationStatus.RecentAsync(db, actor, take, cancel);
        var orders = await OrderStatus.TakingFilesAsync(db, actor, take, cancel);
        return [.. InTurn(orders, consultations).Take(take)];
    }

    /// <summary>查进度 without a number: the open orders and consultations of the actor, what their unit still owes on issued papers, then its typical practices.</summary>
    /// <param name="take">At most so many; orders and consultations take turns, so that neither hides the other.</param>
    public static async Task<IReadOnlyList<(Guid RecordId, string Title)>> RecentAsync(WorkDb db, Actor actor, int take, CancellationToken cancel)
    {
        var consultations = await ConsultationStatus.RecentAsync(db, actor, take, cancel);
        var orders = await OrderStatus.RecentAsync(db, actor, take, cancel);
        var resolutions = await ResolutionLines.OfMyUnitAsync(db, actor, cancel);
        var practices = await PracticeStatus.RecentAsync(db, actor, take, cancel);
        return [.. InTurn(orders, consultations).Concat(resolutions.Select(r => (r.Id, ResolutionStatus.Title(r)))).Concat(practices).Take(take)];
    }

    private static IEnumerable<(Guid RecordId, string Title)> InTurn(
        IEnumerable<(Guid RecordId, string Title)> orders,
        IEnumerable<StatusLine> consultations
    ) =>
        orders
            .Select((o, at) => (At: at, Line: o))
            .Concat(consultations.Select((c, at) => (At: at, Line: (c.RecordId, c.Title))))
            .OrderBy(l => l.At)
            .Select(l => l.Line);
}
