using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>
/// Everything about a consultation that an actor may see, for <c>/records/{number}</c>. Invited units see their own view and what concerns them; how
/// the initiating unit came to send it stays with that unit and the office.
/// </summary>
public sealed record RecordPage(
    Consultation Consultation,
    ConsultationPosition Position,
    IReadOnlyList<Unit> InvitedUnits,
    IReadOnlyList<PageView> Views,
    IReadOnlyList<PageFile> Files,
    IReadOnlyList<PageEvent> Timeline
)
{
    private static readonly string[] ForEverybody =
    [
        nameof(StartConsultation),
        nameof(ConsultationAction.AdmitForViews),
        nameof(ConsultationAction.AdmitForRegularSession),
        nameof(ConsultationAction.AdmitForOwnSession),
        nameof(ConsultationAction.AddMaterial),
        AddMaterial.FilesOnly,
        nameof(ConsultationAction.Schedule),
        .. SessionHistory.ActionsOnItems,
        nameof(ConsultationAction.ConcludeInWriting),
        nameof(ConsultationAction.DraftMinutes),
        .. MinutesHistory.ActionsOnItems,
        nameof(ConsultationAction.Cancel),
    ];

    /// <summary>Loads the page of a consultation by its full number, <c>HS-2026-0012</c>.</summary>
    /// <returns>Null where there is none, or the actor may not see it.</returns>
    public static async Task<RecordPage?> LoadAsync(WorkDb db, Actor actor, string number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var consultation = await db
            .Consultations.AsNoTracking()
            .VisibleTo(actor)
            .Include(c => c.InvitedUnits)
                .ThenInclude(i => i.Unit)
            .Include(c => c.Unit)
            .Include(c => c.Drafter)
            .FirstOrDefaultAsync(c => c.Number == number, cancel);
        if (consultation is null)
        {
            return null;
        }

        if (!ConsultationStatus.IsInsider(actor, consultation))
        {
            KeepBack(actor, consultation);
        }

        var files = await db
            .Files.AsNoTracking()
            .Where(f => f.RecordId == consultation.Id)
            .OrderBy(f => f.Number)
            .Select(f => new PageFile(f.Id, f.Number ?? 0, f.Name, f.ContentType, f.Size))
            .ToListAsync(cancel);
        var invited = consultation.InvitedUnits.OrderBy(i => i.Unit!.Order).ToList();
        return new RecordPage(
            consultation,
            await ConsultationPosition.OfAsync(db, consultation, cancel),
            invited.ConvertAll(i => i.Unit!),
            invited.FindAll(i => ConsultationStatus.IsInsider(actor, consultation) || actor.UnitIds.Contains(i.UnitId)).ConvertAll(PageView.Of),
            files,
            await TimelineAsync(db, actor, consultation, cancel)
        );
    }

    /// <summary>What the actor may not see is not on the page at all. The record is a copy that nothing tracks.</summary>
    private static void KeepBack(Actor actor, Consultation consultation)
    {
        consultation.ReturnReason = null;
        foreach (var invited in consultation.InvitedUnits.Where(i => !actor.UnitIds.Contains(i.UnitId)))
        {
            invited.ViewKind = null;
            invited.ViewText = null;
            invited.ViewBasis = null;
            invited.ViewById = null;
            invited.ViewAt = null;
        }
    }

    private static Task<IReadOnlyList<PageEvent>> TimelineAsync(WorkDb db, Actor actor, Consultation consultation, CancellationToken cancel)
    {
        var entries = db.History.AsNoTracking().Where(h => h.RecordId == consultation.Id);
        if (!ConsultationStatus.IsInsider(actor, consultation))
        {
            var units = actor.UnitIds;
            entries = entries.Where(h =>
                ForEverybody.Contains(h.Action)
                || (h.Action == nameof(ConsultationAction.GiveView) && h.UnitId != null && units.Contains(h.UnitId.Value))
            );
        }

        return Timelines.OfAsync(db, entries, cancel);
    }
}

/// <summary>A unit's written view; <paramref name="Words"/> is null while it has not given one.</summary>
public sealed record PageView(Unit Unit, ViewKind? Kind, string? Words, DateTimeOffset? At)
{
    internal static PageView Of(InvitedUnit invited) =>
        new(invited.Unit!, invited.ViewKind, invited.ViewAt is null ? null : ViewWords.Whole(invited), invited.ViewAt);
}

/// <summary>附件 <paramref name="Number"/> of the record, at <c>/files/{Id}</c>; <paramref name="Size"/> in bytes.</summary>
public sealed record PageFile(Guid Id, int Number, string Name, string ContentType, long Size);

/// <summary>One line of the timeline; unit and person are null where the worker acted.</summary>
public sealed record PageEvent(DateTimeOffset At, string? UnitName, string? PersonName, string Text, string? Before, string? After);
