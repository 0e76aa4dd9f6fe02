using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>
/// What a session for a consultation would look like, shown before the notice goes out: who presides, which units are expected. One that was admitted
/// to the regular session brings the others that wait for it: <paramref name="Others"/>.
/// </summary>
public sealed record SessionProposal(string Title, string HostName, IReadOnlyList<string> UnitNames, IReadOnlyList<ProposedItem> Others)
{
    /// <summary>For a consultation and those beside it; units in protocol order, the initiating ones among them.</summary>
    /// <exception cref="InvalidOperationException">There is no such consultation.</exception>
    public static async Task<SessionProposal> ForAsync(WorkDb db, Guid consultationId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var consultation = await db.Consultations.AsNoTracking().Include(c => c.InvitedUnits).FirstAsync(c => c.Id == consultationId, cancel);
        var others = consultation.Route == AdmissionRoute.RegularSession ? await OthersAsync(db, consultationId, cancel) : [];
        var ids = others.Prepend(consultation).SelectMany(c => c.InvitedUnits.Select(i => i.UnitId).Append(c.UnitId)).Distinct().ToList();
        var names = await db.Units.AsNoTracking().Where(u => ids.Contains(u.Id)).OrderBy(u => u.Order).Select(u => u.ShortName).ToListAsync(cancel);
        var host = await Hosting.FindAsync(db, personId: null, cancel);
        return new SessionProposal(
            consultation.Title,
            host is null ? "" : SessionNames.Named(host.Unit, Texts.PostAndName.With(host.Post, host.Name)),
            names,
            others.ConvertAll(c => new ProposedItem(c.Id, c.Title))
        );
    }

    /// <summary>Why nobody can meet then or there; null where they can. So that nothing is shown that would be refused.</summary>
    public static string? Complaint(DateTimeOffset start, string place, DateTimeOffset now) =>
        new SessionTime(start, SessionTime.DefaultLength, place).Complaint(now);

    private static Task<List<Consultation>> OthersAsync(WorkDb db, Guid besides, CancellationToken cancel) =>
        db
            .Consultations.AsNoTracking()
            .Include(c => c.InvitedUnits)
            .Where(c => c.Id != besides && c.State == ConsultationState.AwaitingSession && c.Route == AdmissionRoute.RegularSession)
            .OrderBy(c => c.Number)
            .ToListAsync(cancel);
}

/// <summary>Another consultation that waits for the same session.</summary>
public sealed record ProposedItem(Guid Id, string Title);
