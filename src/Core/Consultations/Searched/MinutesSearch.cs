using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;

namespace SupervisionBot.Core.Consultations.Searched;

/// <summary>Minutes and conclusions are found by the text that all their readers have before them.</summary>
internal sealed class MinutesSearch : ISearchSource
{
    public string Name => nameof(Minutes);
    public string Kind => RecordNumber.Session;
    public string KindName => Texts.KindSession;

    public IQueryable<Guid> All(WorkDb db) => db.Minutes.Select(m => m.Id);

    public async Task<SearchText?> OfAsync(WorkDb db, Guid recordId, CancellationToken cancel)
    {
        var minutes = await db
            .Minutes.AsNoTracking()
            .Include(m => m.Countersignatures)
            .Include(m => m.Session!.Attendances)
            .Include(m => m.Session!.AgendaItems)
                .ThenInclude(i => i.Consultation)
            .Include(m => m.Consultation!.InvitedUnits)
            .Include(m => m.Resolutions)
            .AsSplitQuery()
            .FirstOrDefaultAsync(m => m.Id == recordId, cancel);
        if (minutes is null)
        {
            return null;
        }

        return new SearchText(
            Kind,
            minutes.Number,
            MinutesNames.Of(minutes),
            $"{MinutesNames.IssueMark(minutes)}\n{await TextAsync(db, minutes, cancel)}",
            minutes.CompiledAt,
            [.. Readers(minutes).Distinct().Order()]
        );
    }

    public async Task<IReadOnlyList<SearchHit>> HitsAsync(WorkDb db, Actor actor, IReadOnlyCollection<Guid> recordIds, CancellationToken cancel)
    {
        var papers = await db
            .Minutes.AsNoTracking()
            .VisibleTo(actor)
            .Where(m => recordIds.Contains(m.Id))
            .Include(m => m.Consultation)
            .Include(m => m.Session!.AgendaItems)
                .ThenInclude(i => i.Consultation)
            .ToListAsync(cancel);
        return papers.ConvertAll(m => new SearchHit(m.Id, Kind, m.Number, MinutesNames.Of(m), MinutesNames.Name(m.State), $"/minutes/{m.Number}"));
    }

    // While an issued paper is corrected, its readers have the issued text, until the new one is sent to them.
    private static async Task<string> TextAsync(WorkDb db, Minutes minutes, CancellationToken cancel) =>
        minutes is { IssuedVersion: { } issued, State: not (MinutesState.Issued or MinutesState.Countersigning) }
            ? await VersionText.OfAsync(db, minutes.Id, issued, cancel)
            : minutes.Markdown;

    /// <summary>Those of <see cref="MinutesVisibility"/>.</summary>
    private static IEnumerable<Guid> Readers(Minutes minutes) =>
        [
            .. minutes.PresiderId is { } presider ? [presider] : (Guid[])[],
            .. minutes.Countersignatures.Select(c => c.UnitId),
            .. minutes.Session?.Attendances.Select(a => a.UnitId) ?? [],
            .. minutes.Session?.AgendaItems.Select(i => i.Consultation!.UnitId) ?? [],
            .. minutes.Consultation is { } concluded ? concluded.InvitedUnits.Select(i => i.UnitId).Append(concluded.UnitId) : [],
            .. minutes.Resolutions.SelectMany(r => r.SupportingUnitIds.Append(r.LeadUnitId)),
        ];
}
