using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations;

/// <summary>拟请单位: which may be named, and how a consultation takes them over.</summary>
internal static class InvitedUnitsCheck
{
    /// <summary>The sentence about units that cannot be invited; null when they can.</summary>
    public static async Task<string?> ComplaintAsync(WorkDb db, Guid initiatorId, IReadOnlyList<Guid> unitIds, CancellationToken cancel)
    {
        if (unitIds.Contains(initiatorId))
        {
            return Texts.OwnUnitInvited;
        }

        var known = await db.Units.CountAsync(u => unitIds.Contains(u.Id), cancel);
        return known == unitIds.Distinct().Count() ? null : Texts.UnknownUnit;
    }

    /// <summary>Makes the units the invited ones; those that have given their view stay in any case.</summary>
    /// <returns>The units that were not invited before.</returns>
    public static IReadOnlyList<Guid> Invite(Consultation consultation, IReadOnlyList<Guid> unitIds)
    {
        consultation.InvitedUnits.RemoveAll(i => i.ViewAt is null && !unitIds.Contains(i.UnitId));
        var added = unitIds.Distinct().Where(id => !consultation.InvitedUnits.Exists(i => i.UnitId == id)).ToList();
        consultation.InvitedUnits.AddRange(added.Select(id => new InvitedUnit { ConsultationId = consultation.Id, UnitId = id }));
        return added;
    }
}
