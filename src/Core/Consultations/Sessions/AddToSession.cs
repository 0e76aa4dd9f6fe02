using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>列入下次会商: puts a consultation on the agenda of a session that is fixed already.</summary>
/// <param name="RecordId">The consultation.</param>
/// <param name="SessionId">The session; the next regular one where nothing is said.</param>
public sealed record AddToSession(Guid RecordId, int? Step, Guid? SessionId = null) : IRecordRequest<SessionScheduled>
{
    internal sealed class Handler : ConsultationHandler<AddToSession, SessionScheduled>
    {
        protected override ConsultationAction ActionOf(AddToSession request) => ConsultationAction.Schedule;

        protected override async Task<Refusal?> CheckAsync(AddToSession request, Consultation record, Work work, CancellationToken cancel)
        {
            var session = await FindAsync(request, work, cancel);
            if (session is null)
            {
                return new Refusal(Refusal.NotFound, Texts.NoRegularSession);
            }

            return session.State != SessionState.Scheduled || session.StartsAt <= work.Now ? new Refusal(Refusal.Stale, Texts.SessionStarted) : null;
        }

        protected override async Task<SessionScheduled> ApplyAsync(
            AddToSession request,
            Consultation record,
            ConsultationState from,
            Work work,
            CancellationToken cancel
        )
        {
            var session = await FindAsync(request, work, cancel);
            return await Joining.JoinAsync(session!, [record], work, cancel);
        }

        private static Task<Session?> FindAsync(AddToSession request, Work work, CancellationToken cancel) =>
            request.SessionId is { } id
                ? work.Db.Sessions.WithAgenda().FirstOrDefaultAsync(s => s.Id == id, cancel)
                : Joining.NextAsync(work, cancel);
    }
}
