using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations;

internal static class UnitNames
{
    /// <summary>Short names in protocol order.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(WorkDb db, IReadOnlyList<Guid> unitIds, CancellationToken cancel) =>
        unitIds.Count == 0
            ? []
            : await db.Units.Where(u => unitIds.Contains(u.Id)).OrderBy(u => u.Order).Select(u => u.ShortName).ToListAsync(cancel);
}
