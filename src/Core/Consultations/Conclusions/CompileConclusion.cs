using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Conclusions;

/// <summary>Compiles the 会商意见书 of a consultation that was concluded in writing, once, and gives it to the office.</summary>
internal sealed class CompileConclusion : IOccurrenceStep
{
    internal const string Name = "conclusion.compile";

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

        var markdown = await ConclusionSource.MarkdownAsync(consultation, work.Db, cancel);
        await NewMinutes.AddAsync(Compile(work.NewId(), consultation, markdown, work), work, cancel);
        return true;
    }

    public static Minutes Compile(Guid id, Consultation consultation, string markdown, Work work)
    {
        ConsultationLifecycle.Table.Follow(work.Actor, ConsultationAction.DraftMinutes, consultation);
        work.Remember(RecordNumber.Consultation, consultation.Id, nameof(ConsultationAction.DraftMinutes), Texts.HistoryCompiled);
        return new Minutes
        {
            Id = id,
            Kind = MinutesKind.Conclusion,
            Number = consultation.Number,
            ConsultationId = consultation.Id,
            Consultation = consultation,
            Title = MinutesVersions.TitleIn(markdown) ?? consultation.Title,
            Markdown = markdown,
            CompiledAt = work.Now,
        };
    }
}
