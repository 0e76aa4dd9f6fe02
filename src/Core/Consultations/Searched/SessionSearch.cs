using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;

namespace SupervisionBot.Core.Consultations.Searched;

/// <summary>A session is found by its agenda until its minutes are there; from then on they are what its number means.</summary>
internal sealed class SessionSearch : ISearchSource
{
    public string Name => nameof(Session);
    public string Kind => RecordNumber.Session;
    public string KindName => Texts.KindSession;

    public IQueryable<Guid> All(WorkDb db) => db.Sessions.Select(s => s.Id);

    public async Task<SearchText?> OfAsync(WorkDb db, Guid recordId, CancellationToken cancel)
    {
        var session = await WithMatters(db.Sessions).FirstOrDefaultAsync(s => s.Id == recordId, cancel);
        if (session is null || await db.Minutes.AnyAsync(m => m.SessionId == recordId, cancel))
        {
            return null;
        }

        return new SearchText(
            Kind,
            session.Number,
            SessionNames.Title(session),
            $"{session.Place}\n{SessionNames.Agenda(session)}",
            session.StartsAt,
            [.. session.Attendances.Select(a => a.UnitId).Concat(session.AgendaItems.Select(i => i.Consultation!.UnitId)).Distinct().Order()]
        );
    }

    public async Task<IReadOnlyList<SearchHit>> HitsAsync(WorkDb db, Actor actor, IReadOnlyCollection<Guid> recordIds, CancellationToken cancel)
    {
        var sessions = await WithMatters(db.Sessions.VisibleTo(actor).Where(s => recordIds.Contains(s.Id))).ToListAsync(cancel);
        return sessions.ConvertAll(s => new SearchHit(
            s.Id,
            Kind,
            s.Number,
            SessionNames.Title(s),
            SessionStatus.Where(s.State),
            $"/sessions/{s.Number}/agenda"
        ));
    }

    private static IQueryable<Session> WithMatters(IQueryable<Session> sessions) =>
        sessions.AsNoTracking().Include(s => s.Attendances).Include(s => s.AgendaItems).ThenInclude(i => i.Consultation).AsSplitQuery();
}
