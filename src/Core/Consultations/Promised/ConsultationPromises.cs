using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Promised;

/// <summary>What a consultation promises as it stands (domain: a4): release, admission, written views, a session.</summary>
internal sealed class ConsultationPromises : IPromiseSource
{
    private static readonly ConsultationState[] Owing =
    [
        ConsultationState.AwaitingRelease,
        ConsultationState.AwaitingAdmission,
        ConsultationState.SeekingViews,
        ConsultationState.AwaitingSession,
        ConsultationState.Scheduled,
    ];

    public string Kind => RecordNumber.Consultation;

    public IQueryable<Guid> Open(WorkDb db) => db.Consultations.Where(c => Owing.Contains(c.State)).Select(c => c.Id);

    public async Task<Promises?> OfAsync(WorkDb db, Guid recordId, CancellationToken cancel)
    {
        var record = await db.Consultations.AsNoTracking().Include(c => c.InvitedUnits).FirstOrDefaultAsync(c => c.Id == recordId, cancel);
        if (record is null)
        {
            return null;
        }

        return new Promises(record.Number, record.Title, record.UrgentReason is not null, [.. OpenOf(record)], deadline => EndOf(record, deadline));
    }

    private static IEnumerable<Deadlines.Promised> OpenOf(Consultation record) =>
        record.State switch
        {
            ConsultationState.AwaitingRelease => [new(Promise.Release, record.UnitId)],
            ConsultationState.AwaitingAdmission => [new(Promise.Admission, Due: record.AdmissionDue)],
            ConsultationState.SeekingViews or ConsultationState.Scheduled => Views(record),
            ConsultationState.AwaitingSession => [new(Promise.Session, Since: record.AdmittedAt), .. Views(record)],
            _ => [],
        };

    private static IEnumerable<Deadlines.Promised> Views(Consultation record) =>
        record.InvitedUnits.Where(i => i.ViewAt is null).Select(i => new Deadlines.Promised(Promise.View, i.UnitId, Due: record.ViewsDue));

    private static DeadlineAction EndOf(Consultation record, Deadline deadline)
    {
        if (record.State == ConsultationState.Cancelled)
        {
            return DeadlineAction.CallOff;
        }

        if (deadline.Promise != Promise.View)
        {
            return DeadlineAction.Keep;
        }

        return record.InvitedUnits.Find(i => i.UnitId == deadline.UnitId) switch
        {
            null => DeadlineAction.CallOff,
            { ViewAt: null } => DeadlineAction.Lapse,
            _ => DeadlineAction.Keep,
        };
    }
}
