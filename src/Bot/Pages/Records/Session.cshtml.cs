using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Pages.Records;

/// <summary>
/// <c>/sessions/{number}</c>: the recorder's page, for the office. Works without a script: rows are added and taken away by the server, which gives back
/// everything that was typed.
/// </summary>
internal sealed class SessionModel(Database database, BusinessClock clock, UseCases useCases) : RecordPageModel(database, clock)
{
    private readonly Dictionary<string, string> complaints = new(StringComparer.Ordinal);

    [BindProperty]
    public RecordForm Form { get; set; } = new();

    public Session Session { get; private set; } = null!;

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <summary>上次议定事项落实情况: what the session opens with.</summary>
    public IReadOnlyList<ResolutionLine> Previous { get; private set; } = [];

    /// <summary>What went wrong as a whole; what is wrong in a field stands beside it.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Everything is saved, and the recorder has asked to end it.</summary>
    public bool Confirming { get; private set; }

    public bool Saved { get; private set; }

    /// <summary>What somebody else saved meanwhile; null where nobody did.</summary>
    public OtherRecord? Other { get; private set; }

    /// <summary>What was typed and can no longer be saved, so that it can be copied.</summary>
    public IReadOnlyList<string> Unsaved { get; private set; } = [];

    public static string RoleName(AttendanceRole role) =>
        role switch
        {
            AttendanceRole.Host => Texts.Host,
            AttendanceRole.Attend => Texts.Attend,
            AttendanceRole.SitIn => Texts.SitIn,
            AttendanceRole.Recorder => Texts.Recorder,
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, message: null),
        };

    /// <summary>The sentence about a field, by the field's name in the form.</summary>
    public string? ComplaintOf(string field) => complaints.GetValueOrDefault(field);

    /// <summary>The resolutions of an item, by its place on the page.</summary>
    public ResolutionRows RowsOf(int item) =>
        new(
            Form.Items[item].Resolutions,
            string.Create(CultureInfo.InvariantCulture, $"Form.Items[{item}].Resolutions"),
            item,
            string.Create(CultureInfo.InvariantCulture, $"item-{item}"),
            ChinaTime.DateOf(Session.StartsAt),
            Units,
            Session.Attendances.Where(a => a.PersonId is null).Select(a => a.UnitId).ToHashSet(),
            Texts.Expected,
            ComplaintOf
        );

    public async Task<IActionResult> OnGetAsync(string number, bool saved, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is { } otherwise)
        {
            return otherwise;
        }

        Saved = saved;
        Form = RecordForm.Of(Session);
        return Page();
    }

    /// <summary>开了.</summary>
    public async Task<IActionResult> OnPostOpenAsync(string number, int step, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is { } otherwise)
        {
            return otherwise;
        }

        var outcome = await useCases.RunAsync(Me!.Id, new OpenSession(Session.Id, step), cancel);
        return outcome.Refusal is { } refusal ? Again(refusal.Sentence) : RedirectToPage();
    }

    /// <summary>One more row, or one less; nothing is saved.</summary>
    public async Task<IActionResult> OnPostRowAsync(string number, int? add, string? remove, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is { } otherwise)
        {
            return otherwise;
        }

        ResolutionRows.Change(Form.Items.ConvertAll(i => i.Resolutions), add, remove);
        return Again(null);
    }

    public async Task<IActionResult> OnPostSaveAsync(string number, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is { } otherwise)
        {
            return otherwise;
        }

        return await SaveAsync(cancel) ? RedirectToPage(new { saved = true }) : Page();
    }

    /// <summary>结束会商: saves, and asks once more.</summary>
    public async Task<IActionResult> OnPostEndAsync(string number, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is { } otherwise)
        {
            return otherwise;
        }

        if (!await SaveAsync(cancel) || await FindAsync(number, cancel) is not null)
        {
            return Page();
        }

        Trouble = EndSession.Complaint(Session);
        Confirming = Trouble is null;
        Saved = true;
        return Page();
    }

    /// <summary>确认结束.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(string number, int step, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is { } otherwise)
        {
            return otherwise;
        }

        var outcome = await useCases.RunAsync(Me!.Id, new EndSession(Session.Id, step), cancel);
        if (outcome.Done)
        {
            return RedirectToPage();
        }

        Form = RecordForm.Of(Session);
        return Again(outcome.Refusal!.Sentence);
    }

    private Task<IActionResult?> FindAsync(string number, CancellationToken cancel)
    {
        // What was typed is shown from the form itself, and judged by the use case.
        ModelState.Clear();
        return LoadAsync(
            (db, actor, token) => SessionPage.LoadAsync(db, actor, Normal(number), token),
            found => (Session, Units, Previous) = (found.Session, found.Units, found.Previous),
            cancel
        );
    }

    private async Task<bool> SaveAsync(CancellationToken cancel)
    {
        Form.DropEmptyRows();
        NoteUnreadableDates();
        foreach (var (field, sentence) in Form.ToRecord().Check(Session, Units.Select(u => u.Id).ToHashSet()))
        {
            complaints.TryAdd($"{nameof(Form)}.{field}", sentence);
        }

        if (complaints.Count > 0)
        {
            Trouble = Texts.Complaints;
            return false;
        }

        var outcome = await useCases.RunAsync(Me!.Id, new RecordSession(Session.Id, null, Form.ToRecord()), cancel);
        if (outcome.Refusal is { } refusal)
        {
            Trouble = refusal.Sentence;
            await FindAsync(Session.Number, cancel);
            if (Session.State != SessionState.InProgress)
            {
                Unsaved = Form.Words();
            }
            else if (Form.Version != Session.Version)
            {
                // Seen beside one's own words, saving once more is then meant.
                Other = new OtherRecord(RecordForm.Of(Session), Units);
                Form.Version = Session.Version;
            }

            return false;
        }

        Form.Version = outcome.Value.Version;
        return true;
    }

    private void NoteUnreadableDates()
    {
        for (var i = 0; i < Form.Items.Count; i++)
        {
            for (var r = 0; r < Form.Items[i].Resolutions.Count; r++)
            {
                if (Form.Items[i].Resolutions[r].DateIsUnreadable)
                {
                    complaints[$"Form.Items[{i}].Resolutions[{r}].DueOn"] = Texts.DateUnreadable;
                }
            }
        }
    }

    private PageResult Again(string? trouble)
    {
        Trouble = trouble;
        return Page();
    }
}
