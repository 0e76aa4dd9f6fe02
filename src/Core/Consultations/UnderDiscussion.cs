using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>Once its session is open, a consultation is settled in the room and no longer in the chat.</summary>
internal static class UnderDiscussion
{
    /// <summary>Those of the consultations whose session is open.</summary>
    public static Task<HashSet<Guid>> AmongAsync(WorkDb db, IReadOnlyList<Guid> consultationIds, CancellationToken cancel) =>
        db
            .Sessions.Where(s => s.State == SessionState.InProgress)
            .SelectMany(s => s.AgendaItems)
            .Where(i => consultationIds.Contains(i.ConsultationId))
            .Select(i => i.ConsultationId)
            .ToHashSetAsync(cancel);

    public static async Task<Refusal?> RefusalAsync(WorkDb db, Guid consultationId, CancellationToken cancel) =>
        (await AmongAsync(db, [consultationId], cancel)).Count == 0 ? null : new Refusal(Refusal.Stale, Texts.SessionIsOpen);
}
