using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.History;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>办理经过, as every record's page shows it.</summary>
internal static class Timelines
{
    /// <summary>The entries in the order in which they happened, with the names of who acted.</summary>
    public static async Task<IReadOnlyList<PageEvent>> OfAsync(WorkDb db, IQueryable<HistoryEntry> entries, CancellationToken cancel) =>
        await entries
            .OrderBy(h => h.Id)
            .Select(h => new PageEvent(
                h.At,
                db.Units.Where(u => u.Id == h.UnitId).Select(u => u.ShortName).FirstOrDefault(),
                db.People.Where(p => p.Id == h.PersonId).Select(p => p.Name).FirstOrDefault(),
                h.Text,
                h.Before,
                h.After
            ))
            .ToListAsync(cancel);
}
