using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Promised;

/// <summary>What a paper promises on its way to the issue (domain: a4): draft, countersigning, sign-off, issue.</summary>
internal sealed class MinutesPromises : IPromiseSource
{
    private const int TitleLength = 60;

    public string Kind => RecordNumber.Session;

    public IQueryable<Guid> Open(WorkDb db) => db.Minutes.Where(m => m.State != MinutesState.Issued).Select(m => m.Id);

    public async Task<Promises?> OfAsync(WorkDb db, Guid recordId, CancellationToken cancel)
    {
        var minutes = await db
            .Minutes.AsNoTracking()
            .Include(m => m.Countersignatures)
            .Include(m => m.Consultation)
            .Include(m => m.Session!.AgendaItems)
                .ThenInclude(i => i.Consultation)
            .AsSplitQuery()
            .FirstOrDefaultAsync(m => m.Id == recordId, cancel);
        return minutes is null
            ? null
            : new Promises(
                minutes.Number,
                ConsultationTitle.Cut(MinutesNames.Of(minutes), TitleLength),
                Urgent: false,
                [.. OpenOf(minutes)],
                deadline => EndOf(minutes, deadline)
            );
    }

    private static IEnumerable<Deadlines.Promised> OpenOf(Minutes minutes) =>
        minutes.State switch
        {
            MinutesState.Drafting => [new(Promise.Draft)],
            MinutesState.Countersigning when minutes.AllAnswered => [new(Promise.Submit, Round: minutes.Round)],
            MinutesState.Countersigning => [.. Missing(minutes), .. Closing(minutes)],
            MinutesState.AwaitingSignOff => [new(Promise.SignOff, PersonId: minutes.PresiderId ?? Guid.Empty, Round: minutes.Round)],
            MinutesState.SignedOff => [new(Promise.Issue)],
            _ => [],
        };

    private static IEnumerable<Deadlines.Promised> Missing(Minutes minutes) =>
        minutes
            .Asked.Where(c => c.Choice is null)
            .Select(c => new Deadlines.Promised(Promise.Countersign, c.UnitId, Round: c.Round, Due: minutes.CountersignDue));

    private static IEnumerable<Deadlines.Promised> Closing(Minutes minutes) => minutes.LimitPassed ? [new(Promise.Submit, Round: minutes.Round)] : [];

    private static DeadlineAction EndOf(Minutes minutes, Deadline deadline)
    {
        if (deadline.Promise != Promise.Countersign)
        {
            return DeadlineAction.Keep;
        }

        var answered = minutes.Countersignatures.Exists(c => c.UnitId == deadline.UnitId && c.Round == deadline.Round && c.Choice is not null);
        return answered ? DeadlineAction.Keep : DeadlineAction.Lapse;
    }
}
