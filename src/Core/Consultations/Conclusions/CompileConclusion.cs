using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Conclusions;

/// <summary>Compiles the 会商意见书 of a consultation that was concluded in writing, once, and gives it to the office.</summary>
internal sealed class CompileConclusion : IOccurrenceStep
{
    private const string Name = "conclusion.compile";

    public string Step => Name;

    /// <summary>Plans it for now.</summary>
    public static Task PlanAsync(Consultation consultation, Work work, CancellationToken cancel) =>
        work.PlanAsync(consultation.Id, Name, consultation.Number, work.Now, Guid.Empty, cancel);

    public async Task<Settlement> SettleAsync(Occurrence occurrence, Work work, CancellationToken cancel)
    {
        var consultation = await work
            .Db.Consultations.Include(c => c.Unit)
            .Include(c => c.InvitedUnits)
                .ThenInclude(i => i.Unit)
            .Include(c => c.Resolutions)
            .FirstAsync(c => c.Id == occurrence.ItemId, cancel);
        if (!ConsultationLifecycle.Table.Can(work.Actor, ConsultationAction.DraftMinutes, consultation))
        {
            return false;
        }

        ConsultationLifecycle.Table.Follow(work.Actor, ConsultationAction.DraftMinutes, consultation);
        var markdown = await ConclusionSource.MarkdownAsync(consultation, work.Db, cancel);
        var minutes = new Minutes
        {
            Id = work.NewId(),
            Kind = MinutesKind.Conclusion,
            Number = consultation.Number,
            ConsultationId = consultation.Id,
            Consultation = consultation,
            Title = MinutesVersions.TitleIn(markdown) ?? consultation.Title,
            Markdown = markdown,
            CompiledAt = work.Now,
        };
        await NewMinutes.AddAsync(minutes, work, cancel);
        work.Remember(RecordNumber.Consultation, consultation.Id, nameof(ConsultationAction.DraftMinutes), Texts.HistoryCompiled);
        return true;
    }
}
