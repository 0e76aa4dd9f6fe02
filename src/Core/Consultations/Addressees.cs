using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations;

/// <summary>Who is written to. Only people who can act, in the order of their posts.</summary>
internal static class Addressees
{
    /// <summary>分管领导 of a unit, first in order; null where the directory has none.</summary>
    public static Task<Person?> LeaderOfAsync(WorkDb db, Guid unitId, CancellationToken cancel) => First(db, unitId, Role.UnitLeader, cancel);

    /// <summary>联络员 of a unit, first in order; null where the directory has none.</summary>
    public static Task<Person?> LiaisonOfAsync(WorkDb db, Guid unitId, CancellationToken cancel) => First(db, unitId, Role.Liaison, cancel);

    /// <summary>The task-force office, in order.</summary>
    public static Task<List<Person>> OfficeAsync(WorkDb db, CancellationToken cancel) =>
        db.People.Where(p => p.Active && p.Roles.Contains(Role.Office)).OrderBy(p => p.Order).ToListAsync(cancel);

    private static Task<Person?> First(WorkDb db, Guid unitId, Role role, CancellationToken cancel) =>
        db.People.Where(p => p.Active && p.UnitId == unitId && p.Roles.Contains(role)).OrderBy(p => p.Order).FirstOrDefaultAsync(cancel);
}
