using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SupervisionBot.Bot.Conversations.Practices;
using SupervisionBot.Bot.Pages.Records;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Core.TypicalPractices.Queries;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Pages.Practices;

/// <summary><c>/practices/{number}</c>: the practice as it is read, and for those concerned where it stands and what they can do with it now.</summary>
internal sealed class PracticeModel(Database database, BusinessClock clock, UseCases useCases) : RecordPageModel(database, clock)
{
    private IReadOnlyList<PracticeAction> actions = [];

    [BindProperty]
    public PracticePress Press { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public PracticePage Shown { get; private set; } = null!;
    public string? Trouble { get; private set; }

    /// <summary>Steps that need nothing but the press.</summary>
    public IEnumerable<PracticeAction> Buttons =>
        actions.Where(a => a is PracticeAction.Release or PracticeAction.RevokeRelease or PracticeAction.Amend);

    /// <summary>The office's decisions that are open, under one reason.</summary>
    public IReadOnlyList<PracticeAction> Decisions => [.. PracticeChoices.Decisions.Where(actions.Contains)];

    public bool MayRecordAdoption => actions.Contains(PracticeAction.RecordAdoption);

    /// <summary>Today in Shanghai, as a date field takes it.</summary>
    public string Today => ChinaTime.DateOf(Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Steps with a sentence beside them: what to call it, and what the button reads.</summary>
    public IEnumerable<(PracticeAction Action, string Label, string Now)> Worded =>
        new[]
        {
            (PracticeAction.SendBack, Texts.SendBackText, Texts.SendBackNow),
            (PracticeAction.ReleaseOnBehalf, Texts.OnBehalfText, Texts.OnBehalfNow),
            (PracticeAction.Cancel, Texts.CancelText, Texts.CancelNow),
        }.Where(w => actions.Contains(w.Item1));

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel) => await FindAsync(number, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is { } otherwise)
        {
            return otherwise;
        }

        if (Press.Action == PracticeAction.Amend && actions.Contains(PracticeAction.Amend))
        {
            var draft = await PracticeDrafts.BeginAmendingAsync(Database, useCases, Me!.Id, Shown.Practice, cancel);
            return LocalRedirect($"/practices/drafts/{draft}");
        }

        if (await Press.RunAsync(useCases, Me!.Id, Shown.Practice.Id, cancel) is not var (refusal, done))
        {
            return BadRequest();
        }

        if (refusal is null)
        {
            Done = done;
            return RedirectToPage();
        }

        Trouble = refusal.Sentence;
        return await FindAsync(number, cancel) ?? Page();
    }

    private async Task<IActionResult?> FindAsync(string number, CancellationToken cancel)
    {
        // What was typed is shown from the form itself, and judged by the use case.
        ModelState.Clear();
        var otherwise = await LoadAsync(
            (db, actor, token) => PracticePage.LoadAsync(db, actor, Normal(number), token),
            found => Shown = found,
            cancel
        );
        actions = otherwise is null ? [.. PracticeLifecycle.Table.ActionsOf(Me!, Shown.Practice)] : [];
        return otherwise;
    }
}
