using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>At the scheduled end of a session that nobody opened, the office is asked once: 开了, 改期, 取消. Nothing else comes of it.</summary>
internal sealed class SessionEndCheck : IOccurrenceStep
{
    internal const string Name = "session.end-check";

    public string Step => Name;

    /// <summary>Plans the question for the end as it stands now.</summary>
    public static Task PlanAsync(Session session, Work work, CancellationToken cancel) =>
        work.PlanAsync(session.Id, Name, DueValue(session), session.EndsAt, Guid.Empty, cancel);

    public static Task WithdrawAsync(Session session, Work work, CancellationToken cancel) => work.WithdrawAsync(session.Id, Name, cancel);

    public async Task<Settlement> SettleAsync(Occurrence occurrence, Work work, CancellationToken cancel)
    {
        var session = await work.Db.Sessions.WithAgenda().FirstAsync(s => s.Id == occurrence.ItemId, cancel);
        if (session.State != SessionState.Scheduled || DueValue(session) != occurrence.DueValue)
        {
            return false;
        }

        var question = SessionNotices.EndCheck(session, work.Today);
        foreach (var person in await Addressees.OfficeAsync(work.Db, cancel))
        {
            work.Tell(person.Id, question);
        }

        return true;
    }

    internal static string DueValue(Session session) => Occurrence.ValueOf(session.EndsAt);
}
