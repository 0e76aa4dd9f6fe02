using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Directory;

/// <summary>
/// Who acts, with what capacity at this moment: the person, the unit, the roles held, and those of colleagues for whom the person is B角 today.
/// </summary>
public sealed record Actor(Person Person, IReadOnlyList<Person> DeputyFor)
{
    public Guid Id => Person.Id;
    public Guid UnitId => Person.UnitId;

    /// <summary>The own unit and those of the colleagues stood in for.</summary>
    public IReadOnlyList<Guid> UnitIds => [.. Holders.Select(p => p.UnitId).Distinct()];

    /// <summary>Office, readers, administrators and task-force leaders act for the task force, not for their home unit.</summary>
    public bool IsOffice => Has(Role.Office);

    public bool IsTaskForceLeader => Has(Role.TaskForceLeader);

    public bool SeesEverything => IsOffice || IsTaskForceLeader || Has(Role.Reader) || Has(Role.Administrator);

    public bool Has(Role role) => Person.Roles.Contains(role) || DeputyFor.Any(p => p.Roles.Contains(role));

    /// <summary>True when the person holds the role in that unit, in their own right or as B角.</summary>
    public bool Has(Role role, Guid unitId) => Holders.Any(p => p.UnitId == unitId && p.Roles.Contains(role));

    /// <summary>True for anybody of the unit who may speak for it in writing: staff, liaison or leader.</summary>
    public bool WorksFor(Guid unitId) => Holders.Any(p => p.UnitId == unitId && p.Roles.Any(r => r is Role.Staff or Role.Liaison or Role.UnitLeader));

    /// <summary>For whom the person acts as B角 when using the role in that unit; null when they hold it themselves.</summary>
    public Guid? StandsInFor(Role role, Guid unitId) =>
        Holders.FirstOrDefault(p => p.UnitId == unitId && p.Roles.Contains(role)) is { } holder && holder.Id != Id ? holder.Id : null;

    private IEnumerable<Person> Holders => DeputyFor.Prepend(Person);

    /// <summary>Loads the person and the colleagues they stand in for on the day.</summary>
    /// <returns>Null when the person does not exist or has left.</returns>
    public static async Task<Actor?> LoadAsync(WorkDb db, Guid personId, DateOnly today, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var people = await db
            .People.AsNoTracking()
            .Include(p => p.Unit)
            .Where(p => p.Active && (p.Id == personId || (p.DeputyId == personId && p.DeputyFrom <= today && p.DeputyTo >= today)))
            .ToListAsync(cancel);
        var self = people.Find(p => p.Id == personId);
        return self is null ? null : new Actor(self, people.FindAll(p => p.Id != personId));
    }
}
