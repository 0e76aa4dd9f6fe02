using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;
using ResolutionTexts = SupervisionBot.Core.Consultations.Resolutions.Texts;

namespace SupervisionBot.Core.Demo;

/// <summary>Plays what units reported on the resolutions of the demo, and what the office closed out.</summary>
internal sealed class DemoResolutions(DemoScene scene)
{
    /// <summary>A step of the resolution at a position on its paper, counted from 1.</summary>
    public void Play(Minutes paper, int position, DemoPaperStep step, Work work)
    {
        var resolution = Tracking.On(paper).ElementAt(position - 1);
        var action = Enum.Parse<ResolutionAction>(step.Action);
        ResolutionLifecycle.Table.Follow(work.Actor, action, resolution);
        switch (action)
        {
            case ResolutionAction.ReportProgress:
                Report(resolution, ResolutionTexts.HistoryProgress, done: false, step, work);
                break;
            case ResolutionAction.ReportDone:
                resolution.ReportedAt = work.Now;
                Report(resolution, ResolutionTexts.HistoryDone, done: true, step, work);
                break;
            case ResolutionAction.CloseOut:
                resolution.ClosedAt = work.Now;
                work.Remember(RecordNumber.RegisterTask, resolution.Id, step.Action, ResolutionTexts.HistoryClosedOut);
                break;
            default:
                throw new InvalidDataException($"The demo's resolutions know no {step.Action}.");
        }
    }

    private void Report(Resolution resolution, string words, bool done, DemoPaperStep step, Work work)
    {
        scene.Db.Add(
            new ProgressReport
            {
                Id = DemoDirectory.IdOf("progress-report", $"{resolution.Id}:{work.Now:O}"),
                ResolutionId = resolution.Id,
                UnitId = work.Person.UnitId,
                ById = work.Person.Id,
                At = work.Now,
                Text = step.Text!,
                Done = done,
            }
        );
        work.Remember(RecordNumber.RegisterTask, resolution.Id, step.Action, words.With(work.Person.Person.Unit!.ShortName), after: step.Text);
    }
}
