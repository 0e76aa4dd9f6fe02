using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations;

/// <summary>Who is written to. Only people who can act, in the order of their posts.</summary>
internal static class Addressees
{
    private static readonly Role[] ContactRoles = [Role.Liaison, Role.UnitLeader, Role.Staff];

    /// <summary>分管领导 of a unit, first in order; null where the directory has none.</summary>
    public static Task<Person?> LeaderOfAsync(WorkDb db, Guid unitId, CancellationToken cancel) =>
        db.People.Where(p => p.Active && p.UnitId == unitId && p.Roles.Contains(Role.UnitLeader)).OrderBy(p => p.Order).FirstOrDefaultAsync(cancel);

    /// <summary>Whom a unit is reached by: its 联络员, else its 分管领导, else its staff. Units without any of them are left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Person>> ContactsOfAsync(WorkDb db, IEnumerable<Guid> unitIds, CancellationToken cancel)
    {
        var ids = unitIds.Distinct().ToList();
        var people = await db.People.Where(p => p.Active && ids.Contains(p.UnitId)).OrderBy(p => p.Order).ToListAsync(cancel);
        return people
            .GroupBy(p => p.UnitId)
            .Select(unit => ContactRoles.Select(role => unit.FirstOrDefault(p => p.Roles.Contains(role))).FirstOrDefault(p => p is not null))
            .OfType<Person>()
            .ToDictionary(p => p.UnitId);
    }

    /// <summary>The task-force office, in order.</summary>
    public static Task<List<Person>> OfficeAsync(WorkDb db, CancellationToken cancel) =>
        db.People.Where(p => p.Active && p.Roles.Contains(Role.Office)).OrderBy(p => p.Order).ToListAsync(cancel);

    /// <summary>The task-force leaders, in order.</summary>
    public static Task<List<Person>> TaskForceLeadersAsync(WorkDb db, CancellationToken cancel) =>
        db.People.Where(p => p.Active && p.Roles.Contains(Role.TaskForceLeader)).OrderBy(p => p.Order).ToListAsync(cancel);

    /// <summary>Whom to call at the office: name and telephone number; empty where the directory has nobody.</summary>
    public static async Task<string> OfficeLineAsync(WorkDb db, CancellationToken cancel) =>
        (await OfficeAsync(db, cancel)).Select(Line).FirstOrDefault("");

    /// <summary>李海英 13900003002</summary>
    public static string Line(Person person) => $"{person.Name} {person.Phone}";
}
