using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>Takes a consultation that was called off from the agenda of its session. A session with nothing left to discuss lapses with it.</summary>
internal static class TakingOff
{
    /// <summary>Takes it off, and tells those whose plans change.</summary>
    /// <returns>Null where no session had it.</returns>
    public static async Task<TakenOff?> RunAsync(Consultation consultation, Work work, CancellationToken cancel)
    {
        var session = await work
            .Db.Sessions.WithAgenda()
            .FirstOrDefaultAsync(s => s.State == SessionState.Scheduled && s.AgendaItems.Any(i => i.ConsultationId == consultation.Id), cancel);
        if (session is null)
        {
            return null;
        }

        return session.AgendaItems.Count == 1 ? await LapseAsync(session, work, cancel) : await TakeOffAsync(session, consultation, work, cancel);
    }

    private static async Task<TakenOff> LapseAsync(Session session, Work work, CancellationToken cancel)
    {
        await SessionEndCheck.WithdrawAsync(session, work, cancel);
        await SessionReminders.WithdrawAsync(session, work, cancel);
        SessionLifecycle.Table.Follow(work.Actor, SessionAction.Lapse, session);
        work.Remember(RecordNumber.Session, session.Id, nameof(SessionAction.Lapse), Texts.HistoryLapsed);
        var told = await Invitations.CancelledAsync(session, Texts.HistoryLapsed, work, cancel);
        return new TakenOff(session, SessionCancelled: true, told);
    }

    private static async Task<TakenOff> TakeOffAsync(Session session, Consultation consultation, Work work, CancellationToken cancel)
    {
        var item = session.AgendaItems.Find(i => i.ConsultationId == consultation.Id)!;
        var told = (await Concerned.OfAsync(work.Db, session, cancel))
            .Where(c => c.Role == AttendanceRole.Host || c.Items is [var only] && only == item)
            .ToList();
        session.AgendaItems.Remove(item);
        work.Db.Remove(item);
        foreach (var (row, order) in session.AgendaItems.OrderBy(i => i.Order).Select((row, index) => (row, index + 1)))
        {
            row.Order = order;
        }

        var needed = session.AgendaItems.SelectMany(i => UnitsOf(i.Consultation!)).ToHashSet();
        work.Db.RemoveRange(session.Attendances.FindAll(a => a.Role == AttendanceRole.Attend && !needed.Contains(a.UnitId)));
        session.Version++;
        work.Remember(RecordNumber.Session, session.Id, nameof(TakingOff), Texts.HistoryItemTakenOff.With(consultation.Title));
        foreach (var person in told)
        {
            work.Tell(person.PersonId, SessionNotices.ItemTakenOff(session, consultation.Title, person.Role == AttendanceRole.Host));
        }

        return new TakenOff(session, SessionCancelled: false, told.Select(c => c.PersonId).ToHashSet());
    }

    private static IEnumerable<Guid> UnitsOf(Consultation consultation) =>
        consultation.InvitedUnits.Select(i => i.UnitId).Append(consultation.UnitId);
}
