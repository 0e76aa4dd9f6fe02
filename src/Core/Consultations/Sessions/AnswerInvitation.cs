using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>参加、请假: an expected unit says who comes, or why nobody can. It may say it anew until the session begins.</summary>
/// <param name="RecordId">The session.</param>
/// <param name="Text">Who comes (post and name), or the reason of the leave, which is required.</param>
public sealed record AnswerInvitation(Guid RecordId, int? Step, AttendanceReply Reply, string? Text) : IRecordRequest<InvitationAnswered>
{
    private const int MaxReason = 200;
    private const int MaxAttendee = 80;

    private string CleanText { get; } = PlainText.Clean(Text).Replace('\n', ' ');

    internal sealed class Handler : SessionHandler<AnswerInvitation, InvitationAnswered>
    {
        protected override SessionAction ActionOf(AnswerInvitation request) => SessionAction.Answer;

        protected override Task<Refusal?> CheckAsync(AnswerInvitation request, Session record, Work work, CancellationToken cancel)
        {
            var complaint = Complaint(request, record, work);
            return Task.FromResult(complaint is null ? null : new Refusal(Refusal.Invalid, complaint));
        }

        protected override async Task<InvitationAnswered> ApplyAsync(
            AnswerInvitation request,
            Session record,
            SessionState from,
            Work work,
            CancellationToken cancel
        )
        {
            var text = request.CleanText;
            var row = RowOf(record, work.Person);
            row.Reply = request.Reply;
            row.ReplyText = text.Length == 0 ? null : text;
            row.Attendee = request.Reply == AttendanceReply.Accepted ? text : "";
            var unit = row.Unit!.ShortName;
            work.Remember(RecordNumber.Session, record.Id, nameof(SessionAction.Answer), History(request.Reply, unit, text));
            if (request.Reply == AttendanceReply.Leave)
            {
                var notice = SessionNotices.Leave(record, unit, text);
                foreach (var person in await Addressees.OfficeAsync(work.Db, cancel))
                {
                    work.Tell(person.Id, notice);
                }
            }

            return new InvitationAnswered(SessionNames.Title(record), record.Number, unit, request.Reply, record.StartsAt);
        }

        private static string? Complaint(AnswerInvitation request, Session session, Work work)
        {
            var text = request.CleanText;
            if (session.StartsAt <= work.Now)
            {
                return Texts.AnswerTooLate;
            }

            return request.Reply switch
            {
                AttendanceReply.Leave when text.Length == 0 => Texts.LeaveNeedsReason,
                AttendanceReply.Leave when text.Length > MaxReason => Texts.ReplyTooLong,
                AttendanceReply.Accepted when text.Length > MaxAttendee => Texts.AttendeeTooLong,
                _ => SensitiveText.SecrecyRefusal(text),
            };
        }

        private static string History(AttendanceReply reply, string unit, string text) =>
            (reply, text.Length) switch
            {
                (AttendanceReply.Leave, _) => Texts.HistoryLeave.With(unit, text),
                (_, 0) => Texts.HistoryAcceptedPlain.With(unit),
                _ => Texts.HistoryAccepted.With(unit, text),
            };

        /// <summary>The row of the actor's own unit, or of the unit of a colleague for whom the actor is B角 today.</summary>
        private static Attendance RowOf(Session session, Actor actor) =>
            session
                .Attendances.Where(a => a.Role is AttendanceRole.Attend or AttendanceRole.SitIn && actor.WorksFor(a.UnitId))
                .OrderByDescending(a => a.UnitId == actor.UnitId)
                .First();
    }
}

/// <summary>The answer to who answered.</summary>
public sealed record InvitationAnswered(string Title, string Number, string Unit, AttendanceReply Reply, DateTimeOffset StartsAt);
