using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.TypicalPractices.Queries;

/// <summary>A practice as an actor reads it at <c>/practices/{number}</c>.</summary>
/// <param name="Where">Where it stands; null for who only reads it, as everything else about its way.</param>
/// <param name="Choices">What the actor can do now, by the lifecycle table.</param>
public sealed record PracticePage(
    TypicalPractice Practice,
    string? Where,
    IReadOnlyList<PracticePart> Parts,
    IReadOnlyList<PracticeAdoption> Adoptions,
    IReadOnlyList<PageFile> Files,
    IReadOnlyList<Choice> Choices,
    IReadOnlyList<PageEvent> Timeline
)
{
    /// <summary>Loads the page by the full number, <c>JY-2026-0007</c>.</summary>
    /// <returns>Null where there is none, or the actor may not see it.</returns>
    public static async Task<PracticePage?> LoadAsync(WorkDb db, Actor actor, string number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var practice = await db
            .TypicalPractices.AsNoTracking()
            .VisibleTo(actor)
            .Include(p => p.Unit)
            .Include(p => p.Drafter)
            .Include(p => p.Adoptions)
            .FirstOrDefaultAsync(p => p.Number == number, cancel);
        if (practice is null)
        {
            return null;
        }

        var insider = PracticeVisibility.IsInsider(actor, practice);
        if (!insider)
        {
            // What the actor may not see is not on the page at all. The record is a copy that nothing tracks.
            practice.Reason = null;
        }

        var files = await db
            .Files.AsNoTracking()
            .Where(f => f.RecordId == practice.Id)
            .OrderBy(f => f.Number)
            .Select(f => new PageFile(f.Id, f.Number ?? 0, f.Name, f.ContentType, f.Size))
            .ToListAsync(cancel);
        return new PracticePage(
            practice,
            insider ? await PracticePosition.OfAsync(db, practice, cancel) : null,
            PracticeText.PartsOf(practice.Body, practice.Title),
            [.. practice.Adoptions.OrderBy(a => a.On).ThenBy(a => a.Level)],
            files,
            [.. PracticeChoices.Now(actor, practice)],
            insider ? await Timelines.OfAsync(db, db.History.AsNoTracking().Where(h => h.RecordId == practice.Id), cancel) : []
        );
    }
}
