using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.TypicalPractices.Queries;

/// <summary>The part of 我的待办 that comes from typical practices. Nothing was promised about them, so that nothing is ever late.</summary>
internal static class PracticeTodos
{
    public static async Task<IEnumerable<TodoItem>> OfAsync(WorkDb db, Actor actor, CancellationToken cancel)
    {
        var open = PracticePosition.Open;
        var practices = await db
            .TypicalPractices.AsNoTracking()
            .VisibleTo(actor)
            .Where(p => open.Contains(p.State))
            .Include(p => p.Drafter)
            .ToListAsync(cancel);
        return practices.SelectMany(p => Item(actor, p));
    }

    private static IEnumerable<TodoItem> Item(Actor actor, TypicalPractice practice)
    {
        var mine = practice.DrafterId == actor.Id || actor.DeputyFor.Any(p => p.Id == practice.DrafterId) || !practice.Drafter!.Active;
        (string? What, PracticeAction[] Actions) wanted = practice.State switch
        {
            PracticeState.AwaitingRelease => (Texts.TodoRelease, [PracticeAction.Release, PracticeAction.SendBack]),
            PracticeState.AwaitingReview => (Texts.TodoReview, [.. PracticeChoices.Decisions]),
            PracticeState.SentBack when mine => (Texts.TodoAmend.With(practice.Reason), [PracticeAction.Amend, PracticeAction.Cancel]),
            PracticeState.ReturnedForRevision when mine => (Texts.TodoRevise.With(practice.Reason), [PracticeAction.Amend, PracticeAction.Cancel]),
            _ => (null, []),
        };
        var choices = PracticeChoices.Allowed(actor, practice, wanted.Actions).ToList();
        return choices.Count == 0
            ? []
            : [new TodoItem(practice.Id, practice.Number, practice.Title, wanted.What!, null, [.. choices, PracticeChoices.Full(practice)])];
    }
}
