using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Directory.Demo;
using SupervisionBot.Core.Tests.Consultations;

namespace SupervisionBot.Core.Tests.Deadlines;

/// <summary>Who is there. People leave and come back, and go away with a B角 for some days.</summary>
internal sealed class HalfYearPeople(County county, HalfYearLedger ledger, Random random)
{
    private static readonly IReadOnlyList<DemoPerson> All = DemoCounty.Load().People;
    private static readonly string[] Contacts = [nameof(Role.Liaison), nameof(Role.UnitLeader), nameof(Role.Staff)];

    private static readonly IReadOnlyList<DemoPerson> Movable =
    [
        .. All.Where(p =>
            p.Unit is not ("sifa" or "bianban") && (p.Roles.Contains(nameof(Role.Liaison)) || p.Roles.Contains(nameof(Role.UnitLeader)))
        ),
    ];

    /// <summary>Departments that are asked for views.</summary>
    public IReadOnlyList<Guid> Departments { get; } =
    [.. All.Where(p => p.Roles.Contains(nameof(Role.Liaison)) && p.Unit != "sifa").Select(p => p.Unit).Distinct().Select(county.Unit)];

    /// <summary>Staff of townships whose unit has a leader beside them.</summary>
    public IReadOnlyList<DemoPerson> Clerks { get; } =
    [
        .. All.Where(p =>
            p.Roles is [nameof(Role.Staff)] && All.Any(l => l.Unit == p.Unit && l.Roles is [nameof(Role.UnitLeader)] && p.Unit != "shijian")
        ),
    ];

    public Guid Office => county.Id(random.Next(3) == 0 ? County.OtherOffice : County.Office);

    /// <summary>Whom the unit is reached by today; null where nobody is left.</summary>
    public Guid? ContactOf(Guid unit) =>
        Contacts
            .Select(role => All.FirstOrDefault(p => county.Unit(p.Unit) == unit && p.Roles.Contains(role) && IsThere(p)))
            .Where(p => p is not null)
            .Select(p => (Guid?)county.Id(p!.Login))
            .FirstOrDefault();

    public Guid LeaderOf(Guid unit) => county.Id(All.First(p => county.Unit(p.Unit) == unit && p.Roles.Contains(nameof(Role.UnitLeader))).Login);

    /// <summary>Somebody leaves, comes back, or goes away for some days.</summary>
    public Task ChangeAsync(CancellationToken cancel)
    {
        var id = county.Id(Movable[random.Next(Movable.Count)].Login);
        var office = random.Next(8) == 0;
        var moves = random.Next(3);
        return county.Host.Database.WriteAsync(
            async (db, token) =>
            {
                var away = await db.People.SingleAsync(p => p.Id == (office ? county.Id(County.Office) : id), token);
                if (!office && (moves == 0 || ledger.Left.Contains(id)))
                {
                    away.Active = ledger.Left.Contains(id);
                    db.AfterCommit.Add(() => _ = away.Active ? ledger.Left.Remove(id) : ledger.Left.Add(id));
                    return;
                }

                var from = ChinaTime.DateOf(county.Host.Clock.Now).AddDays(moves);
                var unit = away.UnitId;
                var deputy = office ? county.Id(County.OtherOffice) : await OtherAsync();
                (away.DeputyId, away.DeputyFrom, away.DeputyTo) = (deputy, from, from.AddDays(random.Next(1, 9)));

                async Task<Guid> OtherAsync() =>
                    await db.People.Where(p => p.UnitId == unit && p.Id != id).OrderBy(p => p.Order).Select(p => p.Id).FirstOrDefaultAsync(token)
                        is { } colleague
                    && colleague != Guid.Empty
                        ? colleague
                        : county.Id(County.Land);
            },
            cancel
        );
    }

    private bool IsThere(DemoPerson person) => !ledger.Left.Contains(county.Id(person.Login));
}
