using SupervisionBot.Core.Forms;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>取消会议: everyone concerned is told once; its consultations wait for another session.</summary>
/// <param name="RecordId">The session.</param>
public sealed record CancelSession(Guid RecordId, int? Step, string? Reason = null) : IRecordRequest<SessionEnded>
{
    private const int MaxReason = 200;

    private string CleanReason { get; } = PlainText.Clean(Reason);

    internal sealed class Handler : SessionHandler<CancelSession, SessionEnded>
    {
        protected override SessionAction ActionOf(CancelSession request) => SessionAction.Cancel;

        protected override Task<Refusal?> CheckAsync(CancelSession request, Session record, Work work, CancellationToken cancel)
        {
            var complaint = request.CleanReason.Length > MaxReason ? Texts.ReplyTooLong : SensitiveText.SecrecyRefusal(request.CleanReason);
            return Task.FromResult(complaint is null ? null : new Refusal(Refusal.Invalid, complaint));
        }

        protected override async Task<SessionEnded> ApplyAsync(
            CancelSession request,
            Session record,
            SessionState from,
            Work work,
            CancellationToken cancel
        )
        {
            await SessionEndCheck.WithdrawAsync(record, work, cancel);
            await SessionReminders.WithdrawAsync(record, work, cancel);
            foreach (var item in record.AgendaItems)
            {
                ConsultationLifecycle.Table.Follow(work.Actor, ConsultationAction.Unschedule, item.Consultation!);
            }

            var reason = request.CleanReason;
            SessionHistory.Remember(
                work,
                record,
                SessionAction.Cancel,
                reason.Length == 0 ? Texts.HistoryCancelled : Texts.HistoryCancelledReason.With(reason),
                Texts.HistoryUnscheduled
            );
            await Invitations.CancelledAsync(record, reason.Length == 0 ? null : reason, work, cancel);
            return SessionEnded.Of(record);
        }
    }
}

/// <summary>The answer to who called a session off, opened or ended it.</summary>
public sealed record SessionEnded(Guid Id, string Number, string Title)
{
    internal static SessionEnded Of(Session session) => new(session.Id, session.Number, SessionNames.Title(session));
}
