using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>
/// A paper as an actor may read it, for <c>/minutes/{number}</c>, its Word file and the card in chat: those concerned, and those who see everything.
/// </summary>
/// <param name="Markdown">The text; for others than the office and the chairs the one issued last, where a correction is under way.</param>
/// <param name="Revision">What the next save is based on.</param>
/// <param name="IssueMark">〔2026〕5号; null before the first issue.</param>
/// <param name="Date">Date of the paper: the day of the sign-off; null while it is not signed.</param>
/// <param name="PrintedOn">印发日期, a Shanghai day; null for a text that has not been issued.</param>
/// <param name="DraftMark">What the text is called while it has not been issued; null for an issued one.</param>
/// <param name="SignedOnBehalf">The signature stands on paper and was entered by the office.</param>
/// <param name="CanBeSignedBy">Whose signature on paper the actor may enter, in protocol order; empty where there is nothing to enter.</param>
/// <param name="Versions">The newest first; only for the office and the chairs.</param>
/// <param name="Countersignatures">Of the present round in protocol order; for others than the office and the chairs that of their own units.</param>
/// <param name="Notes">What stands on the paper because of the countersigning; nobody edits it.</param>
/// <param name="Choices">What the actor may do now.</param>
public sealed record MinutesPage(
    Guid Id,
    MinutesKind Kind,
    string Number,
    string Title,
    MinutesState State,
    int Step,
    string Markdown,
    int Revision,
    int VersionNumber,
    string? IssueMark,
    DateOnly? Date,
    DateOnly? PrintedOn,
    string? DraftMark,
    bool Corrected,
    string? SignedBy,
    DateTimeOffset? SignedAt,
    bool SignedOnBehalf,
    DateTimeOffset? CountersignDue,
    string? SendBackReason,
    bool MayEdit,
    IReadOnlyList<PageVersion> Versions,
    IReadOnlyList<PageCountersignature> Countersignatures,
    IReadOnlyList<string> Notes,
    IReadOnlyList<Choice> Choices,
    IReadOnlyList<PageChair> CanBeSignedBy,
    IReadOnlyList<PageLink> Records
)
{
    /// <summary>Loads a paper by its number, <c>HY-2026-0005</c> or <c>HS-2026-0012</c>.</summary>
    /// <returns>Null where there is none, or the actor may not see it.</returns>
    public static async Task<MinutesPage?> LoadAsync(WorkDb db, Actor actor, string number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var minutes = await db.Minutes.AsNoTracking().VisibleTo(actor).WithParties().FirstOrDefaultAsync(m => m.Number == number, cancel);
        return minutes is null
            ? null
            : await OfAsync(db, actor, minutes, Decides(actor, minutes) || minutes.State == MinutesState.Countersigning, cancel);
    }

    /// <summary>Loads a paper as it is filed, for the operator at the machine: the text issued last, or the draft where none was issued. Nothing can be done with it.</summary>
    /// <returns>Null where there is none.</returns>
    public static async Task<MinutesPage?> LoadFiledAsync(WorkDb db, string number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var minutes = await db.Minutes.AsNoTracking().WithParties().FirstOrDefaultAsync(m => m.Number == number, cancel);
        return minutes is null ? null : await OfAsync(db, actor: null, minutes, present: false, cancel);
    }

    /// <summary>Draws the paper for an actor; the worker and commands read it as everybody does.</summary>
    /// <param name="present">The text as it stands now, also where an earlier one has been issued.</param>
    private static async Task<MinutesPage> OfAsync(WorkDb db, Actor? actor, Minutes minutes, bool present, CancellationToken cancel)
    {
        var decides = actor is not null && Decides(actor, minutes);
        var issued = present || minutes.State == MinutesState.Issued ? null : minutes.IssuedVersion;
        var isIssued = issued is not null || minutes.State == MinutesState.Issued;
        var mayEnter = MinutesLifecycle.Table.Can(actor, MinutesAction.SignOffOnBehalf, minutes);
        return new MinutesPage(
            minutes.Id,
            minutes.Kind,
            minutes.Number,
            minutes.Title,
            minutes.State,
            minutes.Step,
            issued is { } version ? await VersionText.OfAsync(db, minutes.Id, version, cancel) : minutes.Markdown,
            minutes.Revision,
            minutes.VersionNumber,
            MinutesNames.IssueMark(minutes),
            minutes.SignedAt is { } signed && issued is null ? Calendars.ChinaTime.DateOf(signed) : minutes.IssuedOn,
            isIssued && minutes.IssuedAt is { } at ? Calendars.ChinaTime.DateOf(at) : null,
            isIssued ? null : MinutesNames.DraftMark(minutes.State),
            minutes.Corrections > 0,
            minutes.SignedBy?.Name,
            minutes.SignedAt,
            minutes.SignedOnBehalf,
            minutes.CountersignDue,
            decides ? minutes.SendBackReason : null,
            MinutesLifecycle.Table.Can(actor, MinutesAction.Edit, minutes),
            decides ? await PageVersion.OfAsync(db, minutes.Id, cancel) : [],
            PageCountersignature.Of(minutes, c => decides || (actor?.UnitIds.Contains(c.UnitId) ?? false)),
            Signing.Countersignatures.Notes(minutes),
            actor is null ? [] : [.. MinutesChoices.Now(actor, minutes)],
            mayEnter ? (await Chairs.OfAsync(minutes, db, cancel)).ConvertAll(p => new PageChair(p.Id, p.Name)) : [],
            actor is null ? [] : await RecordsAsync(db, actor, minutes, cancel)
        );
    }

    private static bool Decides(Actor actor, Minutes minutes) => actor.SeesEverything || actor.Id == minutes.PresiderId;

    private static Task<List<PageLink>> RecordsAsync(WorkDb db, Actor actor, Minutes minutes, CancellationToken cancel)
    {
        var visible = db.Consultations.VisibleTo(actor);
        return minutes.ConsultationId is { } id
            ? visible.Where(c => c.Id == id).Select(c => new PageLink(c.Number, c.Title)).ToListAsync(cancel)
            : db
                .Sessions.Where(s => s.Id == minutes.SessionId)
                .SelectMany(s => s.AgendaItems)
                .OrderBy(i => i.Order)
                .Where(i => visible.Any(c => c.Id == i.ConsultationId))
                .Select(i => new PageLink(i.Consultation!.Number, i.Consultation.Title))
                .ToListAsync(cancel);
    }
}

/// <summary>A leader who may sign off.</summary>
public sealed record PageChair(Guid Id, string Name);

/// <summary>Another record, at <c>/records/{Number}</c>.</summary>
public sealed record PageLink(string Number, string Title);
