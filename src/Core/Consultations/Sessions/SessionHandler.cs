using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>What every step of a session shares.</summary>
internal abstract class SessionHandler<TRequest, TResult>()
    : RecordHandler<TRequest, Session, SessionState, SessionAction, TResult>(SessionLifecycle.Table)
    where TRequest : IRecordRequest<TResult>
{
    protected override Task<Session?> LoadAsync(WorkDb db, Guid id, CancellationToken cancel) =>
        db.Sessions.WithAgenda().FirstOrDefaultAsync(s => s.Id == id, cancel);

    // An answer to an invitation stales nobody's button.
    protected override IReadOnlyList<string> BesidesTheStep => [nameof(SessionAction.Answer), nameof(SessionAction.Record)];

    protected override bool IsVisible(Actor? actor, Session record) => actor is null || new[] { record }.AsQueryable().VisibleTo(actor).Any();
}

/// <summary>Loading a session whole.</summary>
public static class SessionLoading
{
    /// <summary>With everything that stands on its agenda, and who is expected.</summary>
    public static IQueryable<Session> WithAgenda(this IQueryable<Session> sessions) =>
        sessions
            .Include(s => s.Attendances)
                .ThenInclude(a => a.Unit)
            .Include(s => s.AgendaItems)
                .ThenInclude(i => i.Resolutions)
            .Include(s => s.AgendaItems)
                .ThenInclude(i => i.Consultation!.Unit)
            .Include(s => s.AgendaItems)
                .ThenInclude(i => i.Consultation!.InvitedUnits)
                    .ThenInclude(i => i.Unit)
            .AsSplitQuery();
}
