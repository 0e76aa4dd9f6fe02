using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>Compiles the minutes of an ended session, once, and gives the draft to every party.</summary>
internal sealed class CompileMinutes : IOccurrenceStep
{
    private const string Name = "minutes.compile";

    public string Step => Name;

    /// <summary>Plans it for now.</summary>
    public static Task PlanAsync(Session session, Work work, CancellationToken cancel) =>
        work.PlanAsync(session.Id, Name, session.Number, work.Now, Guid.Empty, cancel);

    public async Task<bool> SettleAsync(Occurrence occurrence, Work work, CancellationToken cancel)
    {
        var session = await work.Db.Sessions.WithAgenda().FirstAsync(s => s.Id == occurrence.ItemId, cancel);
        if (!SessionLifecycle.Table.Can(work.Actor, SessionAction.Compile, session))
        {
            return false;
        }

        SessionLifecycle.Table.Follow(work.Actor, SessionAction.Compile, session);
        foreach (var item in session.AgendaItems)
        {
            ConsultationLifecycle.Table.Follow(work.Actor, ConsultationAction.DraftMinutes, item.Consultation!);
        }

        var facts = await MinutesSource.FactsAsync(session, work.Db, cancel);
        work.Db.Minutes.Add(
            new Minutes
            {
                Id = work.NewId(),
                SessionId = session.Id,
                Title = facts.Title,
                Markdown = MinutesCompiler.Compile(facts),
                CompiledAt = work.Now,
            }
        );
        SessionHistory.Remember(work, session, SessionAction.Compile, Texts.HistoryCompiled);
        await TellAsync(session, work, cancel);
        return true;
    }

    private static async Task TellAsync(Session session, Work work, CancellationToken cancel)
    {
        var concerned = await Concerned.OfAsync(work.Db, session, cancel);
        var office = await Addressees.OfficeAsync(work.Db, cancel);
        var notice = SessionNotices.Compiled(session);
        foreach (var personId in concerned.Select(c => c.PersonId).Concat(office.Select(p => p.Id)).Distinct())
        {
            work.Tell(personId, notice);
        }
    }
}
