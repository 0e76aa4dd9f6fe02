using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>结束会商: the record is complete, and the worker compiles the minutes.</summary>
/// <param name="RecordId">The session.</param>
public sealed record EndSession(Guid RecordId, int? Step) : IRecordRequest<SessionEnded>
{
    internal sealed class Handler : SessionHandler<EndSession, SessionEnded>
    {
        protected override SessionAction ActionOf(EndSession request) => SessionAction.End;

        protected override Task<Refusal?> CheckAsync(EndSession request, Session record, Work work, CancellationToken cancel)
        {
            var complaint = Complaint(record);
            return Task.FromResult(complaint is null ? null : new Refusal(Refusal.Invalid, complaint));
        }

        protected override async Task<SessionEnded> ApplyAsync(
            EndSession request,
            Session record,
            SessionState from,
            Work work,
            CancellationToken cancel
        )
        {
            foreach (var item in record.AgendaItems)
            {
                item.Outcome = OutcomeProposal.Of(item);
                ConsultationLifecycle.Table.Follow(work.Actor, ConsultationAction.Hear, item.Consultation!);
            }

            SessionHistory.Remember(work, record, SessionAction.End, Texts.HistoryEnded, Texts.HistoryHeard);
            await CompileMinutes.PlanAsync(record, work, cancel);
            return SessionEnded.Of(record);
        }
    }

    /// <summary>
    /// What the record still lacks, in one sentence; null when it can be ended. A discussion that only repeats the views sent in counts: they were what
    /// was heard.
    /// </summary>
    public static string? Complaint(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var missing = new List<string>();
        if (!session.Attendances.Exists(a => a is { Role: AttendanceRole.Host, Present: true }))
        {
            missing.Add(Texts.MissingHost);
        }

        missing.AddRange(
            session
                .AgendaItems.OrderBy(i => i.Order)
                .Where(i => i.Discussion.Length == 0 && i.Resolutions.Count == 0)
                .Select(i => Texts.MissingItem.With(i.Consultation!.Title))
        );
        missing.AddRange(
            session
                .AgendaItems.OrderBy(i => i.Order)
                .Where(i => (i.Discussion.Length > 0 || i.Resolutions.Count > 0) && OutcomeProposal.Of(i) is null)
                .Select(i => Texts.MissingOutcome.With(i.Consultation!.Title))
        );
        return missing.Count == 0 ? null : Texts.EndMissing.With(string.Join('；', missing));
    }
}
