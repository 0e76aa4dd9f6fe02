using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>
/// Who gets the issued paper, each person once and in protocol order: task-force leaders, host and recorder, and for every unit expected, concerned or
/// named by a resolution the one it is reached by, with the drafter of its consultation.
/// </summary>
internal sealed record MinutesParties(
    IReadOnlyList<(Guid PersonId, Guid UnitId)> People,
    IReadOnlyList<string> Units,
    IReadOnlyList<string> Unreached
)
{
    public static async Task<MinutesParties> OfAsync(Minutes record, WorkDb db, CancellationToken cancel)
    {
        var consultations = MinutesHistory.ConsultationsOf(record).ToList();
        var ids = (record.Session?.Attendances.Where(a => a.PersonId is null).Select(a => a.UnitId) ?? [])
            .Concat(consultations.Select(c => c.UnitId))
            .Concat(consultations.SelectMany(c => c.InvitedUnits).Select(i => i.UnitId))
            .Concat(Tracking.On(record).SelectMany(r => r.SupportingUnitIds.Append(r.LeadUnitId)))
            .Distinct()
            .ToList();
        var contacts = await Addressees.ContactsOfAsync(db, ids, cancel);
        var named = consultations
            .Select(c => c.DrafterId)
            .Concat(record.Session?.Attendances.Where(a => a.PersonId is not null).Select(a => a.PersonId!.Value) ?? [])
            .Concat(contacts.Values.Select(p => p.Id))
            .ToList();
        var people = await db
            .People.Where(p => p.Active && (named.Contains(p.Id) || p.Roles.Contains(Role.TaskForceLeader)))
            .OrderBy(p => p.Unit!.Order)
            .ThenBy(p => p.Order)
            .Select(p => new { p.Id, p.UnitId })
            .ToListAsync(cancel);
        var units = await db.Units.Where(u => ids.Contains(u.Id)).OrderBy(u => u.Order).Select(u => new { u.Id, u.ShortName }).ToListAsync(cancel);
        return new MinutesParties(
            people.ConvertAll(p => (p.Id, p.UnitId)),
            units.ConvertAll(u => u.ShortName),
            units.FindAll(u => !contacts.ContainsKey(u.Id)).ConvertAll(u => u.ShortName)
        );
    }
}
