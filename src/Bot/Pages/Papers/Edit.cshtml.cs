using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupervisionBot.Bot.Pages.Records;
using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;
using Words = SupervisionBot.Bot.Pages.Records.Texts;

namespace SupervisionBot.Bot.Pages.Papers;

/// <summary>
/// <c>/minutes/{number}/edit</c>, for the office: the text beside the paper it becomes. Without its script (<c>editor.js</c>) it is a plain form with a
/// button for the preview; with it, the preview follows and the text is saved by itself.
/// </summary>
internal sealed class EditModel(Database database, BusinessClock clock, UseCases useCases, PaperSettings settings, Editors editors)
    : RecordPageModel(database, clock)
{
    [BindProperty]
    public EditForm Form { get; set; } = new();

    public MinutesPage Minutes { get; private set; } = null!;
    public IReadOnlyList<string> Others { get; private set; } = [];
    public string? Trouble { get; private set; }
    public EditConflict? Conflict { get; private set; }
    public string Html { get; private set; } = "";

    /// <summary>议定事项 as the typed text has them: what will be tracked.</summary>
    public ResolutionsOnPaper Tracked { get; private set; } = null!;

    /// <summary>A signature is not undone by a letter typed: what has been signed is saved by hand only.</summary>
    public bool SavesItself => Minutes.State is not (MinutesState.SignedOff or MinutesState.Issued);

    /// <summary>What saving would undo.</summary>
    public string? Note =>
        Minutes.State switch
        {
            MinutesState.Countersigning => Texts.NoteCountersigning,
            MinutesState.AwaitingSignOff => Texts.NoteAwaitingSignOff,
            MinutesState.SignedOff => Texts.NoteSignedOff,
            MinutesState.Issued => Texts.NoteIssued,
            _ => null,
        };

    public string? LastSaved =>
        Minutes.Versions is [{ SavedBy: { } name } last, ..] ? Texts.LastSaved.With(name, ChinaTime.Stamp(last.SavedAt), last.Number) : null;

    public string OthersHere => Others.Count == 0 ? "" : Texts.OthersHere.With(string.Join('、', Others));

    /// <summary>责任单位：市水务局；配合单位：阳村街道　完成时限：2026年12月20日.</summary>
    public static string Promise(WrittenResolution written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var supporting = string.Join('、', written.Supporting.Select(u => u.ShortName));
        var units = Words.LineUnits.With(written.Lead.ShortName, supporting.Length == 0 ? "" : Words.LineSupporting.With(supporting));
        return $"{units}　{(written.DueOn is { } due ? Words.LineDue.With(ChinaTime.FullDay(due)) : Words.LineAlways)}";
    }

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is { } otherwise)
        {
            return otherwise;
        }

        Form = new EditForm
        {
            Markdown = Minutes.Markdown,
            BasedOn = Minutes.Revision,
            Step = Minutes.Step,
            Opened = Minutes.VersionNumber,
        };
        return Show();
    }

    /// <summary>预览, without a script: nothing is saved.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(string number, CancellationToken cancel) => await FindAsync(number, cancel) ?? Show();

    public async Task<IActionResult> OnPostSaveAsync(string number, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is { } otherwise)
        {
            return otherwise;
        }

        Form.Insist();
        var outcome = await SaveAsync(autosave: false, cancel);
        if (outcome.Done)
        {
            return RedirectToPage();
        }

        return await RefusedAsync(number, outcome.Refusal!, cancel) ?? Show();
    }

    /// <summary>The script saves; answers what the next save is based on, or why it was refused.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(string number, bool byHand, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is { } otherwise)
        {
            return otherwise;
        }

        if (!byHand && !SavesItself)
        {
            return new JsonResult(new { refused = Note });
        }

        var outcome = await SaveAsync(autosave: !byHand, cancel);
        if (outcome.Done)
        {
            var saved = outcome.Value;
            return new JsonResult(
                new
                {
                    basedOn = saved.Revision,
                    step = saved.Step,
                    opened = saved.Version,
                    words = Texts.SavedAt.With($"{ChinaTime.ToLocal(Now):HH:mm}")
                        + (Tracked.Complaints.Count == 0 ? "" : Texts.SavedOpen.With(Tracked.Complaints.Count)),
                }
            );
        }

        return await RefusedAsync(number, outcome.Refusal!, cancel)
            ?? new JsonResult(new { refused = outcome.Refusal!.Sentence, conflict = Conflict });
    }

    /// <summary>The paper as the typed text would give it, for the script.</summary>
    public async Task<IActionResult> OnPostPaperAsync(string number, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is { } otherwise)
        {
            return otherwise;
        }

        Html = Paper();
        return Partial("_Preview", this);
    }

    /// <summary>The script says that the editor is open, or is being closed; answers who else is there.</summary>
    public async Task<IActionResult> OnPostPresentAsync(string number, bool leaving, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is { } otherwise)
        {
            return otherwise;
        }

        if (leaving)
        {
            editors.Leave(Minutes.Id, Me!.Id);
            return new NoContentResult();
        }

        Enter();
        return new JsonResult(new { words = OthersHere });
    }

    private Task<Outcome<MinutesEdited>> SaveAsync(bool autosave, CancellationToken cancel) =>
        useCases.RunAsync(Me!.Id, new EditMinutes(Minutes.Id, Form.Step, Form.BasedOn, Form.Markdown ?? "", autosave), cancel);

    private async Task<IActionResult?> RefusedAsync(string number, Refusal refusal, CancellationToken cancel)
    {
        if (refusal.Code != Refusal.Stale)
        {
            Trouble = refusal.Sentence;
            return null;
        }

        if (await FindAsync(number, cancel) is { } otherwise)
        {
            return otherwise;
        }

        var others =
            Form.Opened < Minutes.VersionNumber
                ? Url.Page(
                    "Compare",
                    new
                    {
                        number = Minutes.Number,
                        before = Form.Opened,
                        after = Minutes.VersionNumber,
                    }
                )
                : null;
        Conflict = new EditConflict(refusal.Sentence, others, EditForm.OverOf(Minutes.Revision, Minutes.Step), Note);
        return null;
    }

    private PageResult Show()
    {
        Enter();
        Html = Paper();
        return Page();
    }

    private void Enter() => Others = editors.Enter(Minutes.Id, Me!.Id, Me.Person.Name);

    private string Paper() => PaperPages.ToHtml(MinutesPaper.Of(Minutes with { Markdown = Form.Markdown ?? "" }, settings));

    private Task<IActionResult?> FindAsync(string number, CancellationToken cancel)
    {
        ModelState.Clear();
        return LoadAsync(
            async (db, actor, token) =>
                await MinutesPage.LoadAsync(db, actor, Normal(number), token) is { MayEdit: true } page
                && await ResolutionsOnPaper.ReadAsync(db, page.Id, Form.Markdown ?? page.Markdown, token) is { } tracked
                    ? Tuple.Create(page, tracked)
                    : null,
            found => (Minutes, Tracked) = found,
            cancel
        );
    }
}
