using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Tests.Consultations;

/// <summary>Sessions put straight into the database, where a test is about what a session does to a consultation.</summary>
internal static class SessionRows
{
    /// <summary>A session on 30 November at nine, with the consultations on its agenda and their units invited.</summary>
    public static Task<Guid> PlaceAsync(County county, SessionState state, CancellationToken cancel, params Guid[] consultationIds) =>
        county.Host.Database.WriteAsync((db, token) => PlaceAsync(db, state, consultationIds, token), cancel);

    private static async Task<Guid> PlaceAsync(WorkDb db, SessionState state, Guid[] consultationIds, CancellationToken cancel)
    {
        var session = new Session
        {
            Id = Guid.NewGuid(),
            Number = await RecordNumber.TakeAsync(db, RecordNumber.Session, 2026, cancel),
            Kind = SessionKind.Own,
            StartsAt = new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.FromHours(8)),
            EndsAt = new DateTimeOffset(2026, 11, 30, 11, 0, 0, TimeSpan.FromHours(8)),
            Place = "司法局三楼会议室",
            State = state,
        };
        var consultations = await db.Consultations.Include(c => c.InvitedUnits).Where(c => consultationIds.Contains(c.Id)).ToListAsync(cancel);
        foreach (var (consultation, order) in consultations.Select((c, i) => (c, i + 1)))
        {
            consultation.State = ConsultationState.Scheduled;
            consultation.Step++;
            session.AgendaItems.Add(
                new AgendaItem
                {
                    Id = Guid.NewGuid(),
                    SessionId = session.Id,
                    ConsultationId = consultation.Id,
                    Order = order,
                }
            );
        }

        session.Attendances.AddRange(
            consultations
                .SelectMany(c => c.InvitedUnits)
                .Select(i => i.UnitId)
                .Distinct()
                .Select(unit => new Attendance
                {
                    Id = Guid.NewGuid(),
                    SessionId = session.Id,
                    UnitId = unit,
                    Role = AttendanceRole.Attend,
                })
        );
        db.Sessions.Add(session);
        return session.Id;
    }
}
