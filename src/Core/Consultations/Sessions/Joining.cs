using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>Adds consultations to a regular session that already stands: several matters, one meeting.</summary>
internal static class Joining
{
    /// <summary>The regular session that still lies ahead on the same day; null where there is none.</summary>
    public static Task<Session?> OnDayAsync(Work work, DateTimeOffset moment, CancellationToken cancel)
    {
        var day = ChinaTime.DateOf(moment);
        var from = ChinaTime.FromLocal(day, TimeOnly.MinValue);
        var to = ChinaTime.FromLocal(day.AddDays(1), TimeOnly.MinValue);
        return Ahead(work).FirstOrDefaultAsync(s => s.StartsAt >= from && s.StartsAt < to, cancel);
    }

    /// <summary>The next regular session; null where none is fixed.</summary>
    public static Task<Session?> NextAsync(Work work, CancellationToken cancel) => Ahead(work).FirstOrDefaultAsync(cancel);

    /// <summary>Adds the consultations, which are scheduled already, and invites whom they concern.</summary>
    public static async Task<SessionScheduled> JoinAsync(
        Session session,
        IReadOnlyList<Consultation> consultations,
        Work work,
        CancellationToken cancel
    )
    {
        var items = await Agenda.AddAsync(session, consultations, work, cancel);
        foreach (var consultation in consultations)
        {
            work.Remember(RecordNumber.Session, session.Id, nameof(AddToSession), Texts.HistoryItemAdded.With(consultation.Title));
            work.Remember(
                RecordNumber.Consultation,
                consultation.Id,
                nameof(ConsultationAction.Schedule),
                Texts.HistoryAdded.With(ChinaTime.Moment(session.StartsAt))
            );
        }

        session.Version++;
        await Invitations.InviteAsync(session, work, items, cancel);
        return SessionScheduled.Of(session, joined: true);
    }

    private static IQueryable<Session> Ahead(Work work) =>
        work
            .Db.Sessions.WithAgenda()
            .Where(s => s.Kind == SessionKind.Regular && s.State == SessionState.Scheduled && s.StartsAt > work.Now)
            .OrderBy(s => s.StartsAt);
}
