using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;

namespace SupervisionBot.Core.Consultations.Searched;

/// <summary>A consultation is found by what its own unit and the invited ones read alike; what each of them answered is not among it.</summary>
internal sealed class ConsultationSearch : ISearchSource
{
    public string Name => nameof(Consultation);
    public string Kind => RecordNumber.Consultation;
    public string KindName => Texts.KindConsultation;

    public IQueryable<Guid> All(WorkDb db) => db.Consultations.Select(c => c.Id);

    public async Task<SearchText?> OfAsync(WorkDb db, Guid recordId, CancellationToken cancel)
    {
        var record = await db
            .Consultations.AsNoTracking()
            .Include(c => c.Unit)
            .Include(c => c.InvitedUnits)
                .ThenInclude(i => i.Unit)
            .FirstOrDefaultAsync(c => c.Id == recordId, cancel);
        if (record is null)
        {
            return null;
        }

        string?[] parts = [record.Unit!.ShortName, .. record.InvitedUnits.Select(i => i.Unit!.ShortName).Order(StringComparer.Ordinal)];
        return new SearchText(
            Kind,
            record.Number,
            record.Title,
            string.Join('\n', [.. parts, record.Account, record.Negotiation, record.OwnView, record.UrgentReason, record.Conclusion]),
            record.StartedAt,
            [record.UnitId, .. record.InvitedUnits.Where(_ => record.AdmittedAt is not null).Select(i => i.UnitId).Order()]
        );
    }

    public async Task<IReadOnlyList<SearchHit>> HitsAsync(WorkDb db, Actor actor, IReadOnlyCollection<Guid> recordIds, CancellationToken cancel)
    {
        var records = await db
            .Consultations.AsNoTracking()
            .VisibleTo(actor)
            .Where(c => recordIds.Contains(c.Id))
            .Include(c => c.Drafter)
            .ToListAsync(cancel);
        var hits = new List<SearchHit>(records.Count);
        foreach (var record in records)
        {
            var position = await ConsultationPosition.OfAsync(db, record, cancel);
            hits.Add(new SearchHit(record.Id, Kind, record.Number, record.Title, position.Where, $"/records/{record.Number}"));
        }

        return hits;
    }
}
