using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Promised;

/// <summary>What a tracked resolution promises: to be done by its date, then to be looked at by the office (domain: a7).</summary>
internal sealed class ResolutionPromises : IPromiseSource
{
    private const int TitleLength = 40;

    public string Kind => RecordNumber.RegisterTask;

    public IQueryable<Guid> Open(WorkDb db) =>
        db.Resolutions.Where(r => r.State == ResolutionState.Open || r.State == ResolutionState.Reported).Select(r => r.Id);

    public async Task<Promises?> OfAsync(WorkDb db, Guid recordId, CancellationToken cancel)
    {
        var resolution = await db.Resolutions.AsNoTracking().FirstOrDefaultAsync(r => r.Id == recordId, cancel);
        return resolution?.Number is not { } number
            ? null
            : new Promises(
                number,
                ConsultationTitle.Cut(resolution.Text, TitleLength),
                Urgent: false,
                [.. OpenOf(resolution)],
                deadline => EndOf(resolution, deadline)
            );
    }

    // What a correction took from a unit, or made 长期坚持, it no longer owes.
    private static DeadlineAction EndOf(Resolution resolution, Deadline deadline) =>
        deadline.Promise == Promise.CloseOut || resolution.State != ResolutionState.Open ? DeadlineAction.Keep : DeadlineAction.CallOff;

    private static IEnumerable<Deadlines.Promised> OpenOf(Resolution resolution) =>
        (resolution.State, resolution.DueOn) switch
        {
            (ResolutionState.Open, { } due) => [new(Promise.Resolution, resolution.LeadUnitId, Day: due)],
            (ResolutionState.Reported, _) => [new(Promise.CloseOut, Since: resolution.ReportedAt)],
            _ => [],
        };
}
