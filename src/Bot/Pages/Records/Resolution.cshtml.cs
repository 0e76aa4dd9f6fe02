using Microsoft.AspNetCore.Mvc;
using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Pages.Records;

/// <summary><c>/records/RW-…</c>: a resolution, what was reported on it, and what the reader can do with it now.</summary>
internal sealed class ResolutionModel(Database database, BusinessClock clock, UseCases useCases) : RecordPageModel(database, clock)
{
    [BindProperty]
    public ResolutionAction? Action { get; set; }

    [BindProperty]
    public int? Step { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [TempData]
    public string? Done { get; set; }

    public ResolutionPage Shown { get; private set; } = null!;
    public string? Trouble { get; private set; }
    public ResolutionLine Line => Shown.Resolution;

    /// <summary>The choice of that action; null where the reader cannot take it now.</summary>
    public Choice? ChoiceOf(ResolutionAction action) =>
        Shown.Choices.FirstOrDefault(c => string.Equals(c.Verb, ResolutionChoices.VerbPrefix + action, StringComparison.Ordinal));

    public string? StepOf(ResolutionAction action) => ChoiceOf(action)?.Arguments?["step"];

    /// <summary>What was typed beside a press that was refused.</summary>
    public string? Typed(params ResolutionAction[] actions) => Action is { } pressed && actions.Contains(pressed) ? Text : null;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel) => await FindAsync(number, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is { } otherwise)
        {
            return otherwise;
        }

        var (id, text) = (Line.Id, Text ?? "");
        switch (Action)
        {
            case ResolutionAction.ReportProgress:
                return await AnswerAsync(number, new ReportProgress(id, Step, text, [], Done: false), _ => Texts.ReportedDone, cancel);
            case ResolutionAction.ReportDone:
                return await AnswerAsync(number, new ReportProgress(id, Step, text, [], Done: true), _ => Texts.ReportedFinished, cancel);
            case ResolutionAction.CloseOut:
                return await AnswerAsync(
                    number,
                    new CloseOutResolution(id, Step, Text),
                    closed => Texts.ClosedOutDone.With(string.Join('、', closed.Told)),
                    cancel
                );
            case ResolutionAction.SendBack:
                return await AnswerAsync(number, new SendBackResolution(id, Step, text), _ => Texts.SentBackDone.With(Line.LeadUnit), cancel);
            default:
                return BadRequest();
        }
    }

    private async Task<IActionResult> AnswerAsync<T>(string number, IRequest<T> request, Func<T, string> words, CancellationToken cancel)
    {
        var outcome = await useCases.RunAsync(Me!.Id, request, cancel);
        if (outcome.Done)
        {
            Done = words(outcome.Value);
            return RedirectToPage();
        }

        Trouble = outcome.Refusal!.Sentence;
        return await FindAsync(number, cancel) ?? Page();
    }

    private Task<IActionResult?> FindAsync(string number, CancellationToken cancel)
    {
        ModelState.Clear();
        return LoadAsync((db, actor, token) => ResolutionPage.LoadAsync(db, actor, Normal(number), token), found => Shown = found, cancel);
    }
}
