using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>What a session for a consultation would look like, shown before the notice goes out: who presides, which units are expected.</summary>
public sealed record SessionProposal(string Title, string HostName, IReadOnlyList<string> UnitNames)
{
    /// <summary>For one consultation; units in protocol order, the initiating one among them.</summary>
    /// <exception cref="InvalidOperationException">There is no such consultation.</exception>
    public static async Task<SessionProposal> ForAsync(WorkDb db, Guid consultationId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var consultation = await db
            .Consultations.AsNoTracking()
            .Where(c => c.Id == consultationId)
            .Select(c => new
            {
                c.Title,
                c.UnitId,
                Invited = c.InvitedUnits.Select(i => i.UnitId).ToList(),
            })
            .FirstAsync(cancel);
        var ids = consultation.Invited.Append(consultation.UnitId).ToList();
        var names = await db.Units.AsNoTracking().Where(u => ids.Contains(u.Id)).OrderBy(u => u.Order).Select(u => u.ShortName).ToListAsync(cancel);
        var host = await Hosting.FindAsync(db, personId: null, cancel);
        return new SessionProposal(consultation.Title, host is null ? "" : $"{host.Post} {host.Name}", names);
    }
}
