using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>开了: from now on it can be recorded. Not before the day for which it was fixed, because an open session can no longer be moved.</summary>
/// <param name="RecordId">The session.</param>
public sealed record OpenSession(Guid RecordId, int? Step) : IRecordRequest<SessionOpened>
{
    internal sealed class Handler : SessionHandler<OpenSession, SessionOpened>
    {
        protected override SessionAction ActionOf(OpenSession request) => SessionAction.Open;

        protected override Task<Refusal?> CheckAsync(OpenSession request, Session record, Work work, CancellationToken cancel) =>
            Task.FromResult(
                work.Today < ChinaTime.DateOf(record.StartsAt)
                    ? new Refusal(Refusal.Invalid, Texts.NotYet.With(ChinaTime.Moment(record.StartsAt)))
                    : null
            );

        protected override async Task<SessionOpened> ApplyAsync(
            OpenSession request,
            Session record,
            SessionState from,
            Work work,
            CancellationToken cancel
        )
        {
            await SessionEndCheck.WithdrawAsync(record, work, cancel);
            await SessionReminders.WithdrawAsync(record, work, cancel);
            SessionHistory.Remember(work, record, SessionAction.Open, Texts.HistoryOpened);
            return new SessionOpened(record.Id, record.Step, record.Number, SessionNames.Title(record));
        }
    }
}

/// <summary>The answer to the office; it records on <c>/sessions/{Number}</c>.</summary>
public sealed record SessionOpened(Guid Id, int Step, string Number, string Title);
