using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>The part of 我的待办 that comes from minutes and conclusions on their way to the issue.</summary>
internal static class MinutesTodos
{
    public static async Task<IEnumerable<TodoItem>> OfAsync(WorkDb db, Actor actor, IReadOnlySet<Guid> answersFor, CancellationToken cancel)
    {
        var papers = await db.Minutes.AsNoTracking().VisibleTo(actor).Where(m => m.State != MinutesState.Issued).WithParties().ToListAsync(cancel);
        return papers.SelectMany(m => Office(actor, m).Concat(Chair(actor, m)).Concat(Units(actor, m, answersFor)));
    }

    private static IEnumerable<TodoItem> Office(Actor actor, Minutes m)
    {
        if (!actor.IsOffice)
        {
            return [];
        }

        return m.State switch
        {
            MinutesState.Drafting => Item(
                m,
                m.SendBackReason is { } reason ? Texts.TodoMinutesSentBack.With(reason) : Texts.TodoMinutesEdit,
                null,
                [MinutesChoices.Edit(m), .. MinutesChoices.Allowed(actor, m, MinutesAction.Submit, MinutesAction.SendForCountersign)],
                Promise.Draft
            ),
            MinutesState.Countersigning when m.AllAnswered => Item(
                m,
                Texts.TodoMinutesAnswered,
                null,
                [MinutesChoices.Of(MinutesAction.Submit, m), MinutesChoices.Edit(m), MinutesChoices.Of(MinutesAction.SendForCountersign, m)],
                Promise.Submit
            ),
            MinutesState.Countersigning when m.LimitPassed => Item(
                m,
                Texts.TodoMinutesMissing.With(Signing.Countersignatures.MissingNames(m)),
                m.CountersignDue,
                [MinutesChoices.Of(MinutesAction.CloseCountersign, m), MinutesChoices.Full(m)],
                Promise.Submit
            ),
            MinutesState.SignedOff => Item(
                m,
                Texts.TodoMinutesIssue,
                null,
                [MinutesChoices.Of(MinutesAction.Issue, m), MinutesChoices.Full(m)],
                Promise.Issue
            ),
            _ => [],
        };
    }

    private static IEnumerable<TodoItem> Chair(Actor actor, Minutes m) =>
        MinutesLifecycle.Table.Can(actor, MinutesAction.SignOff, m)
            ? Item(
                m,
                Texts.TodoMinutesSignOff,
                null,
                [.. MinutesChoices.Allowed(actor, m, MinutesAction.SignOff, MinutesAction.SendBack), MinutesChoices.Full(m)],
                Promise.SignOff
            )
            : [];

    private static IEnumerable<TodoItem> Units(Actor actor, Minutes m, IReadOnlySet<Guid> answersFor) =>
        MinutesLifecycle.Table.Can(actor, MinutesAction.Countersign, m)
            ? m
                .Asked.Where(c => c.Choice is null && answersFor.Contains(c.UnitId))
                .SelectMany(c =>
                    Item(
                        m,
                        Texts.TodoCountersign,
                        m.CountersignDue,
                        [.. MinutesChoices.Countersign(m, c.UnitId), MinutesChoices.Full(m)],
                        Promise.Countersign,
                        c.UnitId
                    )
                )
            : [];

    private static IEnumerable<TodoItem> Item(
        Minutes m,
        string what,
        DateTimeOffset? due,
        IReadOnlyList<Choice> choices,
        Promise promise,
        Guid unitId = default
    ) => [new TodoItem(m.Id, m.Number, MinutesNames.Of(m), what, due, choices, promise, unitId)];
}

/// <summary>The part of 我的待办 that comes from resolutions: for the responsible unit what has a date, for the office what was reported as done.</summary>
internal static class ResolutionTodos
{
    private const int TitleLength = 40;

    public static async Task<IEnumerable<TodoItem>> OfAsync(WorkDb db, Actor actor, IReadOnlySet<Guid> answersFor, CancellationToken cancel)
    {
        var units = answersFor.ToList();
        var office = actor.IsOffice;
        var open = await db
            .Resolutions.AsNoTracking()
            .VisibleTo(actor)
            .Where(r =>
                (r.State == ResolutionState.Open && r.DueOn != null && units.Contains(r.LeadUnitId))
                || (office && r.State == ResolutionState.Reported)
            )
            .ToListAsync(cancel);
        return open.Select(r => new TodoItem(
            r.Id,
            r.Number!,
            ConsultationTitle.Cut(r.Text, TitleLength),
            r.State == ResolutionState.Reported ? Texts.TodoResolutionReported
                : r.SendBackReason is { } reason ? Texts.TodoResolutionSentBack.With(reason)
                : Texts.TodoResolutionOpen,
            r.State == ResolutionState.Reported || r.DueOn is not { } due ? null : EndOf(due),
            [.. ResolutionChoices.Now(actor, r)],
            r.State == ResolutionState.Reported ? Promise.CloseOut : Promise.Resolution,
            r.State == ResolutionState.Reported ? Guid.Empty : r.LeadUnitId
        ));
    }

    // A date on a paper holds until its day is over, working day or not (domain: e2).
    private static DateTimeOffset EndOf(DateOnly day) => Calendars.ChinaTime.FromLocal(day.AddDays(1), TimeOnly.MinValue).AddMinutes(-1);
}
