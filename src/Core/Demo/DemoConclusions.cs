using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Conclusions;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;
using ConclusionTexts = SupervisionBot.Core.Consultations.Conclusions.Texts;

namespace SupervisionBot.Core.Demo;

/// <summary>Concludes consultations of the demo in writing, as the office did, and compiles their papers, as the worker did.</summary>
internal sealed class DemoConclusions(DemoScene scene)
{
    private readonly Dictionary<string, Minutes> papers = new(StringComparer.Ordinal);

    public Minutes PaperOf(string key) => papers[key];

    public void Conclude(Consultation consultation, DemoPaperStep step, Work work)
    {
        ConsultationLifecycle.Table.Follow(work.Actor, ConsultationAction.ConcludeInWriting, consultation);
        consultation.Outcome = step.Outcome;
        consultation.Conclusion = step.Text;
        scene.Db.AddRange(step.Resolutions!.Select((told, index) => Resolution(consultation, told, index + 1, work.Today)));
        work.Remember(
            RecordNumber.Consultation,
            consultation.Id,
            step.Action,
            ConclusionTexts.HistoryConcluded.With(ConsultationOutcomes.Name(step.Outcome!.Value))
        );
        scene.Occurrences.Plan(consultation.Id, CompileConclusion.Name, consultation.Number, work.Now);
    }

    public void Compile(Consultation consultation, string key, Work work)
    {
        scene.Occurrences.Settle(consultation.Id, CompileConclusion.Name, work.Now);
        var text = ConclusionSource.Markdown(consultation, scene.County.Units);
        var paper = CompileConclusion.Compile(DemoDirectory.IdOf("minutes", key), consultation, text, work);
        papers.Add(key, paper);
        scene.Db.Add(paper);
        scene.Db.Add(MinutesVersions.First(paper));
    }

    private Resolution Resolution(Consultation consultation, DemoResolution told, int order, DateOnly day) =>
        new()
        {
            Id = DemoDirectory.IdOf("resolution", $"{consultation.Id}:{order}"),
            ConsultationId = consultation.Id,
            Order = order,
            Text = told.Text,
            LeadUnitId = scene.County.UnitOf(told.Lead).Id,
            SupportingUnitIds = [.. (told.Supporting ?? []).Select(unit => scene.County.UnitOf(unit).Id)],
            DueOn = told.DueInDays is { } days ? day.AddDays(days) : null,
        };
}
