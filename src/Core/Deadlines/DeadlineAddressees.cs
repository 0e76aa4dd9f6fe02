using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Deadlines;

/// <summary>Which people an audience of a deadline means today: those who can act, and for who is away their B角.</summary>
internal static class DeadlineAddressees
{
    public static async Task<IReadOnlyList<Guid>> OfAsync(WorkDb db, Deadline deadline, Audience audience, DateOnly today, CancellationToken cancel)
    {
        var people = audience switch
        {
            Audience.Owner => await OwnersAsync(db, deadline, cancel),
            Audience.UnitLeader => await LeaderAsync(db, deadline, cancel),
            Audience.TaskForceLeaders => await Addressees.TaskForceLeadersAsync(db, cancel),
            _ => await Addressees.OfficeAsync(db, cancel),
        };
        return await StandInsAsync(db, people, today, cancel);
    }

    /// <summary>Those who owe it, as they stand in the directory; a B角 not taken into account.</summary>
    public static async Task<IReadOnlyList<Person>> OwnersAsync(WorkDb db, Deadline deadline, CancellationToken cancel) =>
        deadline.Debtor switch
        {
            Debtor.Unit => [.. (await Addressees.ContactsOfAsync(db, [deadline.UnitId], cancel)).Values],
            Debtor.UnitLeader => await LeaderAsync(db, deadline, cancel),
            Debtor.Office => await Addressees.OfficeAsync(db, cancel),
            _ => await ChairAsync(db, deadline, cancel),
        };

    /// <summary>Whether the unit that owes it has a leader who can be told.</summary>
    public static async Task<bool> HasLeaderAsync(WorkDb db, Deadline deadline, CancellationToken cancel) =>
        await Addressees.LeaderOfAsync(db, deadline.UnitId, cancel) is not null;

    private static async Task<List<Person>> LeaderAsync(WorkDb db, Deadline deadline, CancellationToken cancel) =>
        await Addressees.LeaderOfAsync(db, deadline.UnitId, cancel) is { } leader ? [leader] : [];

    private static async Task<List<Person>> ChairAsync(WorkDb db, Deadline deadline, CancellationToken cancel) =>
        await db.People.FirstOrDefaultAsync(p => p.Id == deadline.PersonId && p.Active, cancel) is { } presider
            ? [presider]
            : await Addressees.TaskForceLeadersAsync(db, cancel);

    /// <summary>Each person, or their B角 on a day on which that one acts for them and is there; in order, each once.</summary>
    public static async Task<IReadOnlyList<Guid>> StandInsAsync(WorkDb db, IReadOnlyList<Person> people, DateOnly today, CancellationToken cancel)
    {
        var deputies = people.Where(p => p.IsAway(today)).Select(p => p.DeputyId!.Value).ToList();
        var active = deputies.Count == 0 ? [] : await db.People.AsNoTracking().Where(p => p.Active && deputies.Contains(p.Id)).ToListAsync(cancel);
        var there = active.Where(p => !p.IsAway(today)).Select(p => p.Id).ToHashSet();
        return [.. people.Select(p => p.IsAway(today) && there.Contains(p.DeputyId!.Value) ? p.DeputyId!.Value : p.Id).Distinct()];
    }
}
