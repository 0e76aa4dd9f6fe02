using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;

namespace SupervisionBot.Core.Consultations.Searched;

/// <summary>A tracked resolution is found by its own words and by what was reported on it.</summary>
internal sealed class ResolutionSearch : ISearchSource
{
    private const int TitleLength = 60;

    public string Name => nameof(Resolution);
    public string Kind => RecordNumber.RegisterTask;
    public string KindName => Texts.KindResolution;

    public IQueryable<Guid> All(WorkDb db) => db.Resolutions.Where(r => r.Number != null).Select(r => r.Id);

    public async Task<SearchText?> OfAsync(WorkDb db, Guid recordId, CancellationToken cancel)
    {
        var resolution = await db
            .Resolutions.AsNoTracking()
            .Include(r => r.LeadUnit)
            .Include(r => r.Minutes)
            .Include(r => r.Reports)
            .FirstOrDefaultAsync(r => r.Id == recordId && r.Number != null, cancel);
        return resolution is null
            ? null
            : new SearchText(
                Kind,
                resolution.Number,
                ConsultationTitle.Cut(resolution.Text, TitleLength),
                string.Join('\n', [resolution.LeadUnit!.ShortName, resolution.Text, .. resolution.Reports.OrderBy(r => r.At).Select(r => r.Text)]),
                resolution.Minutes!.CompiledAt,
                [resolution.LeadUnitId, .. resolution.SupportingUnitIds]
            );
    }

    public async Task<IReadOnlyList<SearchHit>> HitsAsync(WorkDb db, Actor actor, IReadOnlyCollection<Guid> recordIds, CancellationToken cancel)
    {
        var resolutions = await db.Resolutions.AsNoTracking().VisibleTo(actor).Where(r => recordIds.Contains(r.Id)).ToListAsync(cancel);
        return resolutions.ConvertAll(r => new SearchHit(
            r.Id,
            Kind,
            r.Number!,
            ConsultationTitle.Cut(r.Text, TitleLength),
            ResolutionLine.Name(r.State),
            $"/records/{r.Number}"
        ));
    }
}
