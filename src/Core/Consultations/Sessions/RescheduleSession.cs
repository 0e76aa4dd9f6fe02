using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>改期: another time, perhaps another place. Everyone concerned is told once and asked anew; the length stays.</summary>
/// <param name="RecordId">The session.</param>
/// <param name="Place">Null keeps the place.</param>
public sealed record RescheduleSession(Guid RecordId, int? Step, DateTimeOffset StartsAt, string? Place = null) : IRecordRequest<SessionScheduled>
{
    internal sealed class Handler(SessionReminders reminders) : SessionHandler<RescheduleSession, SessionScheduled>
    {
        protected override SessionAction ActionOf(RescheduleSession request) => SessionAction.Reschedule;

        protected override bool ChangesWhatIsDecided(RescheduleSession request, Session record) => true;

        protected override Task<Refusal?> CheckAsync(RescheduleSession request, Session record, Work work, CancellationToken cancel)
        {
            var time = TimeOf(request, record);
            var same = time.StartsAt == record.StartsAt && time.CleanPlace == record.Place;
            var complaint = time.Complaint(work.Now) ?? (same ? Texts.SameTime : null);
            return Task.FromResult(complaint is null ? null : new Refusal(Refusal.Invalid, complaint));
        }

        protected override async Task<SessionScheduled> ApplyAsync(
            RescheduleSession request,
            Session record,
            SessionState from,
            Work work,
            CancellationToken cancel
        )
        {
            var before = record.StartsAt;
            var time = TimeOf(request, record);
            await SessionEndCheck.WithdrawAsync(record, work, cancel);
            await SessionReminders.WithdrawAsync(record, work, cancel);
            (record.StartsAt, record.EndsAt, record.Place) = (time.StartsAt, time.EndsAt, time.CleanPlace);
            foreach (var row in record.Attendances.Where(a => a.PersonId is null))
            {
                (row.Reply, row.ReplyText, row.Attendee) = (AttendanceReply.Open, null, "");
            }

            await SessionEndCheck.PlanAsync(record, work, cancel);
            await reminders.PlanAsync(record, work, cancel);
            SessionHistory.Remember(
                work,
                record,
                SessionAction.Reschedule,
                Texts.HistoryRescheduled.With(ChinaTime.Moment(record.StartsAt), record.Place)
            );
            await Invitations.RescheduledAsync(record, before, work, cancel);
            return SessionScheduled.Of(record, joined: false);
        }

        private static SessionTime TimeOf(RescheduleSession request, Session session) =>
            new(request.StartsAt, session.EndsAt - session.StartsAt, request.Place ?? session.Place);
    }
}
