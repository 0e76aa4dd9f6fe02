using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.TypicalPractices.Queries;

/// <summary>查进度: where a practice stands, for whoever asks. Reasons are told to its unit and the office only.</summary>
public static class PracticeStatus
{
    /// <summary>The present state with what the actor can do now.</summary>
    /// <returns>Null where there is no such practice, or the actor may not see it.</returns>
    public static async Task<Message?> OfAsync(WorkDb db, Actor actor, Guid recordId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var practice = await db
            .TypicalPractices.AsNoTracking()
            .VisibleTo(actor)
            .Include(p => p.Unit)
            .Include(p => p.Drafter)
            .Include(p => p.Adoptions)
            .FirstOrDefaultAsync(p => p.Id == recordId, cancel);
        return practice is null
            ? null
            : new Message
            {
                Title = Texts.StatusTitle.With(practice.Title, await PracticePosition.OfAsync(db, practice, cancel)),
                Facts = [.. Facts(actor, practice)],
                Choices = [.. PracticeChoices.Now(actor, practice), PracticeChoices.Full(practice)],
                Footer = PracticeChoices.Footer(practice.Number),
            };
    }

    /// <summary>The open ones of the actor's units, their own first, the latest first.</summary>
    public static async Task<IReadOnlyList<(Guid RecordId, string Title)>> RecentAsync(WorkDb db, Actor actor, int take, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var (open, units) = (PracticePosition.Open, actor.UnitIds);
        var recent = await db
            .TypicalPractices.AsNoTracking()
            .Where(p => open.Contains(p.State) && units.Contains(p.UnitId))
            .OrderBy(p => p.DrafterId == actor.Id ? 0 : 1)
            .ThenByDescending(p => p.SubmittedAt)
            .Take(take)
            .Select(p => new { p.Id, p.Title })
            .ToListAsync(cancel);
        return recent.ConvertAll(p => (p.Id, p.Title));
    }

    private static IEnumerable<Fact> Facts(Actor actor, TypicalPractice practice)
    {
        yield return new Fact(Texts.PartyUnit, practice.Unit!.ShortName);
        if (practice.Reason is { } reason && PracticeVisibility.IsInsider(actor, practice))
        {
            yield return new Fact(Texts.FieldReviewReason, reason);
        }

        if (practice.Adoptions.Count > 0)
        {
            yield return new Fact(
                Texts.FactAdoptions,
                string.Join('；', practice.Adoptions.OrderBy(a => a.On).Select(a => $"{AdoptionLevels.Name(a.Level)} {ChinaTime.FullDay(a.On)}"))
            );
        }
    }
}
