using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>Two versions of a paper, line by line.</summary>
public sealed record MinutesComparison(string Number, string Title, int Before, int After, IReadOnlyList<LineChange> Lines)
{
    /// <summary>Compares two versions of a paper by its number; only for the office and the chairs.</summary>
    /// <returns>Null where there is no such paper or version, or the actor may not see its versions.</returns>
    public static async Task<MinutesComparison?> LoadAsync(WorkDb db, Actor actor, string number, int before, int after, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var minutes = await db
            .Minutes.AsNoTracking()
            .VisibleTo(actor)
            .Where(m => m.Number == number)
            .Select(m => new
            {
                m.Id,
                m.Title,
                m.PresiderId,
            })
            .FirstOrDefaultAsync(cancel);
        if (minutes is null || !(actor.SeesEverything || actor.Id == minutes.PresiderId))
        {
            return null;
        }

        var texts = await db
            .MinutesVersions.AsNoTracking()
            .Where(v => v.MinutesId == minutes.Id && (v.Number == before || v.Number == after))
            .ToDictionaryAsync(v => v.Number, v => v.Markdown, cancel);
        return texts.TryGetValue(before, out var old) && texts.TryGetValue(after, out var now)
            ? new MinutesComparison(number, minutes.Title, before, after, LineChanges.Between(old, now))
            : null;
    }
}
