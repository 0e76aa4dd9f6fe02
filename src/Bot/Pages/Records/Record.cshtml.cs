using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Pages.Records;

/// <summary><c>/records/{number}</c>: everything about a consultation that the reader may see.</summary>
internal sealed class RecordModel(Database database, BusinessClock clock, UseCases useCases) : RecordPageModel(database, clock)
{
    private const long Kilobyte = 1024;
    private const long Megabyte = Kilobyte * Kilobyte;

    public RecordPage Record { get; private set; } = null!;

    /// <summary>What it led to.</summary>
    public CaseFile Case { get; private set; } = null!;

    /// <summary>出具会商意见, when it is the office's turn; null otherwise.</summary>
    public ConclusionFields? Conclusion { get; private set; }

    [BindProperty]
    public ConclusionForm Form { get; set; } = new();

    /// <summary>What was typed into a form that is gone, so that it can be copied.</summary>
    public IReadOnlyList<string> Unsaved => Conclusion is null ? Form.Words() : [];

    [TempData]
    public string? Done { get; set; }

    public string? Trouble { get; private set; }

    /// <summary>Label and text of everything that was said, in the order in which it is read.</summary>
    public IEnumerable<(string Label, string Text)> Fields
    {
        get
        {
            var record = Record.Consultation;
            var units = string.Join('、', Record.InvitedUnits.Select(u => u.ShortName));
            (string Label, string? Text)[] all =
            [
                (Texts.Position, Record.Position.Where),
                (Texts.Next, Record.Position.Next),
                (Texts.Due, Record.Position.Due is { } due ? ChinaTime.Moment(due) : null),
                (Texts.Unit, record.Unit!.Name),
                (Texts.Drafter, $"{record.Drafter!.Name} {record.Drafter.Phone}"),
                (Texts.Situation, Situations.Name(record.Situation)),
                (Texts.Invited, units.Length == 0 ? Texts.InvitedOpen : units),
                (Texts.Account, record.Account),
                (Texts.Negotiation, record.Negotiation),
                (Texts.OwnView, record.OwnView),
                (Texts.Urgent, record.UrgentReason),
                (Texts.Wished, record.WishedAt is { } wished ? ChinaTime.Moment(wished) : null),
                (Texts.ReturnReason, record.ReturnReason),
                (Texts.Outcome, (record.Outcome ?? Case.Outcome) is { } outcome ? ConsultationOutcomes.Name(outcome) : null),
                (Texts.ConclusionText, record.Conclusion),
            ];
            return all.Where(f => !string.IsNullOrEmpty(f.Text)).Select(f => (f.Label, f.Text!));
        }
    }

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel)
    {
        if (Normal(number).StartsWith(RecordNumber.Session, StringComparison.Ordinal))
        {
            var path = "";
            return await LoadAsync((db, actor, token) => CaseFile.PathOfSessionAsync(db, actor, Normal(number), token), found => path = found, cancel)
                ?? LocalRedirect(path);
        }

        if (Normal(number).StartsWith(RecordNumber.TypicalPractice, StringComparison.Ordinal))
        {
            return LocalRedirect($"/practices/{Uri.EscapeDataString(Normal(number))}");
        }

        if (await FindAsync(number, cancel) is { } otherwise)
        {
            return otherwise;
        }

        Form = ConclusionForm.Of(Record.Consultation);
        return Page();
    }

    /// <summary>One more row, or one less; nothing is saved.</summary>
    public async Task<IActionResult> OnPostRowAsync(string number, int? add, string? remove, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is { } otherwise)
        {
            return otherwise;
        }

        ResolutionRows.Change([Form.Resolutions], add, remove);
        return Page();
    }

    public async Task<IActionResult> OnPostConcludeAsync(string number, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is { } otherwise)
        {
            return otherwise;
        }

        Form.Resolutions.RemoveAll(r => r.IsEmpty);
        if (Conclusion is { } fields && !fields.Judge())
        {
            Trouble = Texts.ConclusionComplaints;
            return Page();
        }

        var outcome = await useCases.RunAsync(Me!.Id, Form.ToRequest(Record.Consultation.Id), cancel);
        if (outcome.Done)
        {
            Done = Texts.ConcludeDone;
            return RedirectToPage();
        }

        Trouble = outcome.Refusal!.Sentence;
        return await FindAsync(number, cancel) ?? Page();
    }

    /// <summary>1.5 MB, 12 KB.</summary>
    public static string Size(long bytes) =>
        bytes >= Megabyte
            ? FormattableString.Invariant($"{bytes / (double)Megabyte:0.#} MB")
            : FormattableString.Invariant($"{Math.Max(1, bytes / Kilobyte)} KB");

    /// <summary>会议纪要〔2026〕5号（已印发）.</summary>
    public static string PaperName(PagePaper paper) =>
        (paper.Kind == MinutesKind.Session ? Texts.PaperSession : Texts.PaperConclusion).With(paper.IssueMark, MinutesNames.Name(paper.State));

    public static string StateName(SessionState state) =>
        state switch
        {
            SessionState.Scheduled => Texts.StateScheduled,
            SessionState.InProgress => Texts.StateInProgress,
            SessionState.Ended => Texts.StateEnded,
            SessionState.Compiled => Texts.StateCompiled,
            SessionState.Cancelled => Texts.StateCancelled,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
        };

    private async Task<IActionResult?> FindAsync(string number, CancellationToken cancel)
    {
        ModelState.Clear();
        if (
            await LoadAsync((db, actor, token) => RecordPage.LoadAsync(db, actor, Normal(number), token), found => Record = found, cancel) is
            { } otherwise
        )
        {
            return otherwise;
        }

        Case = await Database.ReadAsync((db, token) => CaseFile.OfAsync(db, Me!, Record.Consultation.Id, token), cancel);
        if (ConclusionFields.IsDue(Me!, Record.Consultation, Now))
        {
            var units = await Database.ReadAsync((db, token) => db.Units.OrderBy(u => u.Order).ToListAsync(token), cancel);
            Conclusion = new ConclusionFields(this, units, ChinaTime.DateOf(Now));
        }

        return null;
    }
}
