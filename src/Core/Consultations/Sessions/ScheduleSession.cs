using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>
/// 定会期: the office fixes time, place and host of a session for a consultation, and for others beside it. A consultation admitted to the regular
/// session (定期会商) joins the one that already stands on that day.
/// </summary>
/// <param name="RecordId">The first consultation.</param>
/// <param name="Length">How long it is to last; two hours where nothing is said.</param>
/// <param name="HostId">主持; the first task-force leader in protocol order where nothing is said.</param>
/// <param name="SitInUnitIds">列席: units that report or advise and are no party.</param>
public sealed record ScheduleSession(
    Guid RecordId,
    int? Step,
    DateTimeOffset StartsAt,
    string Place,
    TimeSpan? Length = null,
    Guid? HostId = null,
    IReadOnlyList<Guid>? OtherConsultationIds = null,
    IReadOnlyList<Guid>? SitInUnitIds = null
) : IRecordRequest<SessionScheduled>
{
    private SessionTime Time => new(StartsAt, Length ?? SessionTime.DefaultLength, Place);

    private List<Guid> OtherIds => [.. (OtherConsultationIds ?? []).Distinct().Where(id => id != RecordId)];

    private List<Guid> SitInIds => [.. (SitInUnitIds ?? []).Distinct()];

    internal sealed class Handler(SessionReminders reminders) : ConsultationHandler<ScheduleSession, SessionScheduled>
    {
        protected override ConsultationAction ActionOf(ScheduleSession request) => ConsultationAction.Schedule;

        protected override async Task<Refusal?> CheckAsync(ScheduleSession request, Consultation record, Work work, CancellationToken cancel)
        {
            if (request.Time.Complaint(work.Now) is { } complaint)
            {
                return new Refusal(Refusal.Invalid, complaint);
            }

            var others = await OthersAsync(request, work, cancel);
            if (others.Count != request.OtherIds.Count)
            {
                return new Refusal(Refusal.NotFound, Texts.OtherUnknown);
            }

            if (others.Find(c => !ConsultationLifecycle.Table.Can(work.Actor, ConsultationAction.Schedule, c)) is { } stuck)
            {
                return new Refusal(Refusal.Stale, Texts.OtherNotReady.With(stuck.Title));
            }

            if (await Hosting.FindAsync(work.Db, request.HostId, cancel) is null)
            {
                return new Refusal(Refusal.Invalid, request.HostId is null ? Texts.NoHost : Texts.UnknownHost);
            }

            var sitIn = request.SitInIds;
            return await work.Db.Units.CountAsync(u => sitIn.Contains(u.Id), cancel) == sitIn.Count
                ? null
                : new Refusal(Refusal.Invalid, Texts.UnknownSitIn);
        }

        protected override async Task<SessionScheduled> ApplyAsync(
            ScheduleSession request,
            Consultation record,
            ConsultationState from,
            Work work,
            CancellationToken cancel
        )
        {
            var others = await OthersAsync(request, work, cancel);
            others.ForEach(c => ConsultationLifecycle.Table.Follow(work.Actor, ConsultationAction.Schedule, c));
            IReadOnlyList<Consultation> consultations = [record, .. others];
            var regular = others.Count > 0 || record.Route == AdmissionRoute.RegularSession;
            if (regular && await Joining.OnDayAsync(work, request.StartsAt, cancel) is { } standing)
            {
                return await Joining.JoinAsync(standing, consultations, work, cancel);
            }

            var session = await MakeAsync(request.Time, regular ? SessionKind.Regular : SessionKind.Own, work, cancel);
            var host = await Hosting.FindAsync(work.Db, request.HostId, cancel);
            Hosting.Seat(session, host!, AttendanceRole.Host, work);
            Hosting.Seat(session, work.Person.Person, AttendanceRole.Recorder, work);
            await Agenda.AddAsync(session, consultations, work, cancel);
            await Agenda.ExpectAsync(session, request.SitInIds, AttendanceRole.SitIn, work, cancel);
            Remember(session, consultations, work);
            await SessionEndCheck.PlanAsync(session, work, cancel);
            await reminders.PlanAsync(session, work, cancel);
            await Invitations.InviteAsync(session, work, items: null, cancel);
            return SessionScheduled.Of(session, joined: false);
        }

        private static Task<List<Consultation>> OthersAsync(ScheduleSession request, Work work, CancellationToken cancel) =>
            work.Db.Consultations.Include(c => c.InvitedUnits).Where(c => request.OtherIds.Contains(c.Id)).OrderBy(c => c.Number).ToListAsync(cancel);

        private static async Task<Session> MakeAsync(SessionTime time, SessionKind kind, Work work, CancellationToken cancel)
        {
            var session = new Session
            {
                Id = work.NewId(),
                Number = await work.TakeNumberAsync(RecordNumber.Session, cancel),
                Kind = kind,
                StartsAt = time.StartsAt,
                EndsAt = time.EndsAt,
                Place = time.CleanPlace,
            };
            work.Db.Sessions.Add(session);
            return session;
        }

        private static void Remember(Session session, IReadOnlyList<Consultation> consultations, Work work)
        {
            const string action = nameof(ConsultationAction.Schedule);
            var start = ChinaTime.Moment(session.StartsAt);
            work.Remember(RecordNumber.Session, session.Id, action, Texts.HistoryScheduledPlace.With(start, session.Place));
            foreach (var consultation in consultations)
            {
                work.Remember(RecordNumber.Consultation, consultation.Id, action, Texts.HistoryScheduled.With(start));
            }
        }
    }
}

/// <summary>The answer to the office. <paramref name="Joined"/>: the item was added to a session that stood already, at that one's time and place.</summary>
public sealed record SessionScheduled(Guid Id, int Step, string Number, string Title, DateTimeOffset StartsAt, string Place, string Host, bool Joined)
{
    internal static SessionScheduled Of(Session session, bool joined) =>
        new(
            session.Id,
            session.Step,
            session.Number,
            SessionNames.Title(session),
            session.StartsAt,
            session.Place,
            SessionNames.Host(session),
            joined
        );
}
