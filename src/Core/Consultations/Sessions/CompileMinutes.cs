using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>Compiles the minutes of an ended session, once, and gives the draft to the office.</summary>
internal sealed class CompileMinutes : IOccurrenceStep
{
    internal const string Name = "minutes.compile";

    public string Step => Name;

    /// <summary>Plans it for now.</summary>
    public static Task PlanAsync(Session session, Work work, CancellationToken cancel) =>
        work.PlanAsync(session.Id, Name, session.Number, work.Now, Guid.Empty, cancel);

    public async Task<Settlement> SettleAsync(Occurrence occurrence, Work work, CancellationToken cancel)
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
        var minutes = new Minutes
        {
            Id = work.NewId(),
            Kind = MinutesKind.Session,
            Number = session.Number,
            SessionId = session.Id,
            Session = session,
            PresiderId = session.Attendances.Find(a => a is { Role: AttendanceRole.Host, Present: true })?.PersonId,
            Title = facts.Title,
            Markdown = MinutesCompiler.Compile(facts),
            CompiledAt = work.Now,
        };
        await NewMinutes.AddAsync(minutes, work, cancel);
        SessionHistory.Remember(work, session, SessionAction.Compile, Texts.HistoryCompiled);
        return true;
    }
}
