using Microsoft.AspNetCore.Mvc;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.Pages.Records;

/// <summary><c>/records/{number}</c>: everything about a consultation that the reader may see.</summary>
internal sealed class RecordModel(Database database, BusinessClock clock) : RecordPageModel(database, clock)
{
    private const long Kilobyte = 1024;
    private const long Megabyte = Kilobyte * Kilobyte;

    public RecordPage Record { get; private set; } = null!;

    public IReadOnlyList<PageSession> Sessions { get; private set; } = [];

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
            ];
            return all.Where(f => !string.IsNullOrEmpty(f.Text)).Select(f => (f.Label, f.Text!));
        }
    }

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel) =>
        await LoadAsync((db, actor, token) => RecordPage.LoadAsync(db, actor, Normal(number), token), found => Record = found, cancel)
        ?? await ShowAsync(cancel);

    /// <summary>1.5 MB, 12 KB.</summary>
    public static string Size(long bytes) =>
        bytes >= Megabyte
            ? FormattableString.Invariant($"{bytes / (double)Megabyte:0.#} MB")
            : FormattableString.Invariant($"{Math.Max(1, bytes / Kilobyte)} KB");

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

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Sessions = await Database.ReadAsync((db, token) => PageSession.OfAsync(db, Me!, Record.Consultation.Id, token), cancel);
        return Page();
    }
}
