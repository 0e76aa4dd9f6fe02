using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>
/// The agenda of a session with each item's material and the views received, for <c>/sessions/{number}/agenda</c>, its Word file and the notice of
/// meeting. The units expected see each other's views once the agenda has been sent: they are what the session is about.
/// </summary>
public sealed record AgendaPage(Session Session, IReadOnlyList<AgendaPageItem> Items, IReadOnlyList<ResolutionLine> Previous, bool Sent)
{
    /// <summary>Loads the agenda of a session by its number, <c>HY-2026-0005</c>.</summary>
    /// <returns>Null where there is none, or the actor may not see it.</returns>
    public static async Task<AgendaPage?> LoadAsync(WorkDb db, Actor actor, string number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var session = await db.Sessions.AsNoTracking().VisibleTo(actor).WithAgenda().FirstOrDefaultAsync(s => s.Number == number, cancel);
        if (session is null)
        {
            return null;
        }

        var ids = session.AgendaItems.ConvertAll(i => i.ConsultationId);
        var files = await db
            .Files.AsNoTracking()
            .Where(f => f.RecordId != null && ids.Contains(f.RecordId.Value))
            .OrderBy(f => f.Number)
            .Select(f => new { f.RecordId, File = new PageFile(f.Id, f.Number ?? 0, f.Name, f.ContentType, f.Size) })
            .ToListAsync(cancel);
        var sent = session.AgendaSent is not null;
        var items = session
            .AgendaItems.OrderBy(i => i.Order)
            .Select(item => new AgendaPageItem(
                item,
                [
                    .. item.Consultation!.InvitedUnits.Where(i => sent || actor.SeesEverything || actor.UnitIds.Contains(i.UnitId))
                        .OrderBy(i => i.Unit!.Order)
                        .Select(PageView.Of),
                ],
                files.Where(f => f.RecordId == item.ConsultationId).Select(f => f.File).ToList()
            ))
            .ToList();
        return new AgendaPage(session, items, await PreviousResolutions.ForAsync(db, session, cancel), sent);
    }
}

/// <summary>One item: its consultation (基本情况, 自行协商, the initiating unit's view), the views received and the files.</summary>
public sealed record AgendaPageItem(AgendaItem Item, IReadOnlyList<PageView> Views, IReadOnlyList<PageFile> Files);
