using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Signing;

namespace SupervisionBot.Core.Demo;

/// <summary>
/// Plays what was done to the papers of the demo and to their resolutions. Everything happens on the records in memory, by the lifecycle tables: a first
/// start must not wait for the queries of a dozen use cases.
/// </summary>
internal sealed class DemoPapers(DemoScene scene, DemoSessions sessions, DemoConsultations consultations)
{
    private readonly DemoConclusions conclusions = new(scene);
    private readonly DemoSigning signing = new(scene);
    private readonly DemoResolutions resolutions = new(scene);

    public void Play(DemoPaper told, DemoPaperStep step)
    {
        var work = scene.WorkAt(step.By, step.Day, step.At);
        if (step.Action == nameof(ConsultationAction.ConcludeInWriting))
        {
            conclusions.Conclude(consultations[told.Consultation!], step, work);
        }
        else if (step.Action == nameof(ConsultationAction.DraftMinutes))
        {
            conclusions.Compile(consultations[told.Consultation!], told.Consultation!, work);
        }
        else if (step.Position is { } position)
        {
            resolutions.Play(PaperOf(told), position, step, work);
        }
        else
        {
            signing.Play(PaperOf(told), step, work);
        }
    }

    private Minutes PaperOf(DemoPaper told) => told.Session is { } key ? sessions.PaperOf(key) : conclusions.PaperOf(told.Consultation!);
}
