using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Conclusions;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Demo;

/// <summary>Plays what was done to the papers of the demo and to their resolutions: through the door, at the moment it was done.</summary>
internal sealed class DemoPapers(
    DemoScene scene,
    DemoSessions sessions,
    DemoConsultations consultations,
    UseCases.UseCases useCases,
    OutboxWriter outbox
)
{
    private readonly IOccurrenceStep[] steps = [new CompileConclusion(), new CountersignLimit()];

    public async Task PlayAsync(DemoPaper told, DemoPaperStep step, CancellationToken cancel)
    {
        var at = scene.MomentOf(step.Day, step.At).ToUniversalTime();
        var actor = step.By is null ? null : new Actor(scene.County.PersonOf(step.By), []);
        var work = new Work(scene.Db, actor, at, outbox);
        await scene.Db.SaveChangesAsync(cancel);
        if (actor is null)
        {
            await SettleAsync(work, cancel);
        }
        else if (step.Action == nameof(ConcludeInWriting))
        {
            await DoAsync(work, Conclude(consultations[told.Consultation!].Id, step, work.Today), cancel);
        }
        else
        {
            var number = told.Session is { } key ? sessions[key].Number : consultations[told.Consultation!].Number;
            var minutes = await scene.Db.Minutes.FirstAsync(m => m.Number == number, cancel);
            await (step.Position is { } position ? FollowUpAsync(work, minutes, position, step, cancel) : SignAsync(work, minutes, step, cancel));
        }
    }

    private Task SignAsync(Work work, Minutes minutes, DemoPaperStep step, CancellationToken cancel) =>
        Enum.Parse<MinutesAction>(step.Action) switch
        {
            MinutesAction.Edit => DoAsync(work, new EditMinutes(minutes.Id, null, minutes.Revision, Extended(minutes, step.Text!)), cancel),
            MinutesAction.SendForCountersign => DoAsync(work, new SendForCountersign(minutes.Id, null), cancel),
            MinutesAction.Countersign => DoAsync(work, new CountersignMinutes(minutes.Id, null, null, step.Choice!.Value, step.Text), cancel),
            MinutesAction.Submit => DoAsync(work, new SubmitMinutes(minutes.Id, null), cancel),
            MinutesAction.SignOff => DoAsync(work, new SignOffMinutes(minutes.Id, null), cancel),
            MinutesAction.SignOffOnBehalf => DoAsync(work, new SignOffOnBehalf(minutes.Id, null, null, step.Text), cancel),
            MinutesAction.Issue => DoAsync(work, new IssueMinutes(minutes.Id, null), cancel),
            _ => throw new InvalidDataException($"The demo's papers know no {step.Action}."),
        };

    private async Task FollowUpAsync(Work work, Minutes minutes, int position, DemoPaperStep step, CancellationToken cancel)
    {
        var numbered = scene.Db.Resolutions.Where(r => r.MinutesId == minutes.Id).OrderBy(r => r.Number);
        var id = await numbered.Skip(position - 1).Select(r => r.Id).FirstAsync(cancel);
        await (
            Enum.Parse<ResolutionAction>(step.Action) switch
            {
                ResolutionAction.ReportProgress => DoAsync(work, new ReportProgress(id, null, step.Text!, [], Done: false), cancel),
                ResolutionAction.ReportDone => DoAsync(work, new ReportProgress(id, null, step.Text!, [], Done: true), cancel),
                ResolutionAction.CloseOut => DoAsync(work, new CloseOutResolution(id, null), cancel),
                _ => throw new InvalidDataException($"The demo's resolutions know no {step.Action}."),
            }
        );
    }

    private ConcludeInWriting Conclude(Guid id, DemoPaperStep step, DateOnly today) =>
        new(
            id,
            null,
            step.Outcome!.Value,
            step.Text!,
            [
                .. step.Resolutions!.Select(r => new ResolutionRecord(
                    r.Text,
                    scene.County.UnitOf(r.Lead).Id,
                    [.. (r.Supporting ?? []).Select(key => scene.County.UnitOf(key).Id)],
                    r.DueInDays is { } days ? today.AddDays(days) : null
                )),
            ]
        );

    /// <summary>What the worker would have done by then.</summary>
    private async Task SettleAsync(Work work, CancellationToken cancel)
    {
        var names = steps.Select(s => s.Step).ToList();
        var due = await scene
            .Db.Occurrences.Where(o => o.State == OccurrenceState.Planned && o.At <= work.Now && names.Contains(o.Step))
            .ToListAsync(cancel);
        foreach (var occurrence in due)
        {
            occurrence.State = OccurrenceState.Done;
            occurrence.SettledAt = work.Now;
            await steps.Single(s => s.Step == occurrence.Step).SettleAsync(occurrence, work, cancel);
        }
    }

    private async Task DoAsync<TResult>(Work work, IRequest<TResult> request, CancellationToken cancel)
    {
        var outcome = await useCases.RunInAsync(work, request, cancel);
        if (outcome.Refusal is { } refusal)
        {
            throw new InvalidDataException($"The demo's papers are wrong: {request} was refused: {refusal.Sentence}");
        }
    }

    /// <summary>One more paragraph before the sentence that closes every paper.</summary>
    private static string Extended(Minutes minutes, string paragraph)
    {
        var end = minutes.Markdown.IndexOf(Documents.Texts.Advisory, StringComparison.Ordinal);
        return minutes.Markdown.Insert(end, paragraph + "\n\n");
    }
}
