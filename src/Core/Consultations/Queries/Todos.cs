using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.AssistanceOrders.Queries;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.TypicalPractices.Queries;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>Something that waits for a person. <paramref name="What"/> says what is wanted; <paramref name="Due"/> is null where nothing was promised.</summary>
/// <param name="Promise">What was promised, and by which unit; null where nothing was.</param>
public sealed record TodoItem(
    Guid RecordId,
    string Number,
    string Title,
    string What,
    DateTimeOffset? Due,
    IReadOnlyList<Choice> Choices,
    Promise? Promise = null,
    Guid UnitId = default
)
{
    /// <summary>The deadline of the promise, in light and words; null where there is none.</summary>
    public TodoDeadline? Deadline { get; init; }
}

/// <summary>我的待办: everything that waits for a person now, most urgent first. It reads what has been saved.</summary>
public static class Todos
{
    public static Task<IReadOnlyList<TodoItem>> OfAsync(
        WorkDb db,
        Actor actor,
        DateTimeOffset now,
        WorkingCalendar calendar,
        CancellationToken cancel
    ) => AmongAsync(db, actor, kinds: null, now, calendar, cancel);

    /// <summary>Those items whose promise stands on a record of one of the kinds (<see cref="Deadline.RecordKind"/>); null for everything.</summary>
    internal static async Task<IReadOnlyList<TodoItem>> AmongAsync(
        WorkDb db,
        Actor actor,
        IReadOnlySet<string>? kinds,
        DateTimeOffset now,
        WorkingCalendar calendar,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var answersFor = await AnswersForAsync(db, actor, cancel);
        var all = new List<TodoItem>();
        if (Asked(RecordNumber.Consultation))
        {
            all.AddRange(await ConsultationsAsync(db, actor, now, answersFor, cancel));
        }

        if (Asked(RecordNumber.Session))
        {
            all.AddRange(await SessionTodos.OfAsync(db, actor, now, answersFor, cancel));
            all.AddRange(await MinutesTodos.OfAsync(db, actor, answersFor, cancel));
        }

        if (Asked(RecordNumber.RegisterTask))
        {
            all.AddRange(await ResolutionTodos.OfAsync(db, actor, answersFor, cancel));
        }

        if (Asked(RecordNumber.AssistanceOrder))
        {
            all.AddRange(await OrderTodos.OfAsync(db, actor, answersFor, cancel));
        }

        if (Asked(RecordNumber.TypicalPractice))
        {
            all.AddRange(await PracticeTodos.OfAsync(db, actor, cancel));
        }

        // A ruling is of the kind of the record it is about.
        all.AddRange(await RulingTodos.OfAsync(db, actor, cancel));
        return
        [
            .. (await TodoDeadlines.AttachAsync(db, all, now, calendar, cancel))
                .OrderBy(i => i.Due ?? DateTimeOffset.MaxValue)
                .ThenBy(i => i.Number, StringComparer.Ordinal),
        ];

        bool Asked(string kind) => kinds?.Contains(kind) ?? true;
    }

    private static async Task<IEnumerable<TodoItem>> ConsultationsAsync(
        WorkDb db,
        Actor actor,
        DateTimeOffset now,
        IReadOnlySet<Guid> answersFor,
        CancellationToken cancel
    )
    {
        var open = ConsultationPosition.Open;
        var consultations = await db
            .Consultations.AsNoTracking()
            .VisibleTo(actor)
            .Where(c => open.Contains(c.State))
            .Include(c => c.InvitedUnits)
                .ThenInclude(i => i.Unit)
            .Include(c => c.Drafter)
            .ToListAsync(cancel);
        var inSession = await UnderDiscussion.AmongAsync(db, consultations.ConvertAll(c => c.Id), cancel);
        return consultations
            .Where(c => !inSession.Contains(c.Id))
            .SelectMany(c => Leader(actor, c).Concat(Drafter(actor, c)).Concat(Office(actor, c, now)).Concat(Invited(actor, c, answersFor)));
    }

    /// <summary>The units for which the actor is the one who is written to, in their own right or as B角.</summary>
    private static async Task<IReadOnlySet<Guid>> AnswersForAsync(WorkDb db, Actor actor, CancellationToken cancel)
    {
        var contacts = await Addressees.ContactsOfAsync(db, actor.UnitIds, cancel);
        return contacts
            .Where(c => c.Value.Id == actor.Id || actor.DeputyFor.Any(p => p.Id == c.Value.Id) || actor.Has(Role.Liaison, c.Key))
            .Select(c => c.Key)
            .ToHashSet();
    }

    private static IEnumerable<TodoItem> Leader(Actor actor, Consultation c) =>
        Item(actor, c, Texts.TodoRelease, null, ConsultationAction.Release, ConsultationAction.SendBack)
            .Select(i => i with { Promise = Promise.Release, UnitId = c.UnitId });

    private static IEnumerable<TodoItem> Drafter(Actor actor, Consultation c)
    {
        var mine = c.DrafterId == actor.Id || actor.DeputyFor.Any(p => p.Id == c.DrafterId) || !c.Drafter!.Active;
        return (mine, c.State) switch
        {
            (true, ConsultationState.SentBack) => Item(
                actor,
                c,
                Texts.TodoAmend.With(c.ReturnReason),
                null,
                ConsultationAction.Amend,
                ConsultationAction.Cancel
            ),
            (true, ConsultationState.ReturnedForCompletion) => Item(
                actor,
                c,
                Texts.TodoComplete.With(c.ReturnReason),
                null,
                ConsultationAction.Complete,
                ConsultationAction.Cancel
            ),
            _ => [],
        };
    }

    private static IEnumerable<TodoItem> Office(Actor actor, Consultation c, DateTimeOffset now) =>
        c.State switch
        {
            ConsultationState.AwaitingAdmission => Item(actor, c, Texts.TodoAdmit, c.AdmissionDue, [.. OfficeNotices.Exits])
                .Select(i => i with { Promise = Promise.Admission }),
            ConsultationState.AwaitingSession => Item(actor, c, Texts.TodoSchedule, null, ConsultationAction.Schedule)
                .Select(i => i with { Promise = Promise.Session }),
            ConsultationState.SeekingViews when c.InvitedUnits.TrueForAll(i => i.ViewAt is not null) => Item(
                actor,
                c,
                Texts.TodoViewsComplete,
                null,
                [.. OfficeNotices.AfterViews]
            ),
            ConsultationState.SeekingViews when c.ViewsDue < now => Item(
                actor,
                c,
                Texts.TodoViewsLate.With(c.InvitedUnits.Count(i => i.ViewAt is null)),
                c.ViewsDue,
                [.. OfficeNotices.AfterViews]
            ),
            _ => [],
        };

    private static IEnumerable<TodoItem> Invited(Actor actor, Consultation c, IReadOnlySet<Guid> answersFor) =>
        ConsultationLifecycle.Table.Can(actor, ConsultationAction.GiveView, c)
            ? c
                .InvitedUnits.Where(i => i.ViewAt is null && answersFor.Contains(i.UnitId))
                .Select(i => new TodoItem(
                    c.Id,
                    c.Number,
                    c.Title,
                    Texts.TodoView,
                    c.ViewsDue,
                    [.. ConsultationChoices.Views(c, i.Unit!), ConsultationChoices.Full(c)],
                    Promise.View,
                    i.UnitId
                ))
            : [];

    private static IEnumerable<TodoItem> Item(
        Actor actor,
        Consultation c,
        string what,
        DateTimeOffset? due,
        params IReadOnlyList<ConsultationAction> actions
    )
    {
        var choices = ConsultationChoices.Allowed(actor, c, actions).ToList();
        return choices.Count == 0 ? [] : [new TodoItem(c.Id, c.Number, c.Title, what, due, [.. choices, ConsultationChoices.Full(c)])];
    }
}
