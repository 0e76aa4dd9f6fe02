using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>Takes a consultation that was called off from the agenda of its session. A session with nothing left to discuss is called off with it.</summary>
internal static class TakingOff
{
    /// <summary>Takes it off; withdraws the invitation where nothing is left.</summary>
    /// <returns>Null where no session had it.</returns>
    public static async Task<TakenOff?> RunAsync(Consultation consultation, Work work, CancellationToken cancel)
    {
        var session = await work
            .Db.Sessions.Include(s => s.AgendaItems)
            .FirstOrDefaultAsync(s => s.State == SessionState.Scheduled && s.AgendaItems.Any(i => i.ConsultationId == consultation.Id), cancel);
        if (session is null)
        {
            return null;
        }

        session.Version++;
        session.InvitationSequence++;
        if (session.AgendaItems.Count == 1)
        {
            session.State = SessionState.Cancelled;
            session.Step++;
            work.Remember(RecordNumber.Session, session.Id, nameof(SessionAction.Cancel), Consultations.Texts.HistorySessionCancelled);
            return new TakenOff(session, SessionCancelled: true, new HashSet<Guid>());
        }

        session.AgendaItems.RemoveAll(i => i.ConsultationId == consultation.Id);
        var order = 0;
        foreach (var item in session.AgendaItems.OrderBy(i => i.Order))
        {
            item.Order = ++order;
        }

        work.Remember(RecordNumber.Session, session.Id, nameof(TakingOff), Consultations.Texts.HistoryTakenOff.With(consultation.Title));
        return new TakenOff(session, SessionCancelled: false, new HashSet<Guid>());
    }
}
