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
    bool Corrected,
    string? SignedBy,
    DateTimeOffset? CountersignDue,
    string? SendBackReason,
    bool MayEdit,
    IReadOnlyList<PageVersion> Versions,
    IReadOnlyList<PageCountersignature> Countersignatures,
    IReadOnlyList<string> Notes,
    IReadOnlyList<Choice> Choices,
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
        if (minutes is null)
        {
            return null;
        }

        var decides = Decides(actor, minutes);
        var issued = decides || minutes.State is MinutesState.Issued or MinutesState.Countersigning ? null : minutes.IssuedVersion;
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
            minutes.Corrections > 0,
            minutes.SignedBy?.Name,
            minutes.CountersignDue,
            decides ? minutes.SendBackReason : null,
            MinutesLifecycle.Table.Can(actor, MinutesAction.Edit, minutes),
            decides ? await PageVersion.OfAsync(db, minutes.Id, cancel) : [],
            PageCountersignature.Of(minutes, c => decides || actor.UnitIds.Contains(c.UnitId)),
            Signing.Countersignatures.Notes(minutes),
            [.. MinutesChoices.Now(actor, minutes)],
            await RecordsAsync(db, actor, minutes, cancel)
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

/// <summary>Another record, at <c>/records/{Number}</c>.</summary>
public sealed record PageLink(string Number, string Title);
