using Microsoft.AspNetCore.Mvc;
using SupervisionBot.Bot.Files;
using SupervisionBot.Bot.Pages.Records;
using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Pages.Papers;

/// <summary><c>/minutes/{number}</c>: the paper, where it stands, and what the reader can do with it now, without going back to the chat.</summary>
internal sealed class MinutesModel(Database database, BusinessClock clock, UseCases useCases, PaperSettings settings, SignedPaths paths)
    : RecordPageModel(database, clock)
{
    [BindProperty]
    public MinutesPress Press { get; set; } = new();

    /// <summary>What was just done, for the page that follows.</summary>
    [TempData]
    public string? Done { get; set; }

    public MinutesPage Minutes { get; private set; } = null!;

    /// <summary>议定事项 tracked since the paper was issued, as far as the reader may see them.</summary>
    public IReadOnlyList<ResolutionLine> Resolutions { get; private set; } = [];

    public string? Trouble { get; private set; }

    /// <summary>Safe by construction: every word of the paper is escaped.</summary>
    public string Html => PaperPages.ToHtml(MinutesPaper.Of(Minutes, settings));

    /// <summary>Opens without the cookie: phones hand a Word file to another program, which has none.</summary>
    public string WordAddress => paths.Sign($"/minutes/{Minutes.Number}/word", Me!.Id);

    /// <summary>Who reads the issued text reads no state of the next one.</summary>
    public string State => MinutesNames.Name(Minutes.DraftMark is null ? MinutesState.Issued : Minutes.State);

    public string? Signature =>
        Minutes is { SignedBy: { } name, SignedAt: { } at }
            ? (Minutes.SignedOnBehalf ? Texts.SignedOnPaper : Texts.SignedBy).With(name, ChinaTime.Stamp(at))
            : null;

    /// <summary>The units that the reader may countersign for now, in protocol order.</summary>
    public IEnumerable<PageCountersignature> ToCountersign
    {
        get
        {
            var units = Minutes.Choices.Select(c => c.Arguments?.GetValueOrDefault(MinutesChoices.UnitArgument)).ToHashSet(StringComparer.Ordinal);
            return Minutes.Countersignatures.Where(c => units.Contains(c.UnitId.ToString()));
        }
    }

    /// <summary>Steps that need nothing but the press, in the order of the lifecycle.</summary>
    public IEnumerable<(MinutesAction Action, Choice Choice)> Buttons =>
        MinutesPress
            .WithoutWords.Select(action => (action, Choice: ChoiceOf(action)))
            .Where(b => b.Choice is not null)
            .Select(b => (b.action, b.Choice!));

    public bool HasActions => Minutes.Choices.Count > 0;

    /// <summary>The choice of that action; null where the reader cannot take it now.</summary>
    public Choice? ChoiceOf(MinutesAction action) =>
        Minutes.Choices.FirstOrDefault(c => string.Equals(c.Verb, MinutesChoices.VerbPrefix + action, StringComparison.Ordinal));

    /// <summary>What was typed beside a press that was refused.</summary>
    public string? Typed(MinutesAction action, Guid? unit = null) =>
        Press.Action == action && (unit is null || Press.Unit == unit) ? Press.Text : null;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel) => await FindAsync(number, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is { } otherwise)
        {
            return otherwise;
        }

        if (await Press.RunAsync(useCases, Me!.Id, Minutes.Id, cancel) is not var (refusal, done))
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
        return await LoadAsync((db, actor, token) => MinutesPage.LoadAsync(db, actor, Normal(number), token), found => Minutes = found, cancel)
            ?? await LoadAsync(
                async (db, actor, token) => await ResolutionLines.OfPaperAsync(db, actor, Minutes.Id, token),
                found => Resolutions = found,
                cancel
            );
    }
}
