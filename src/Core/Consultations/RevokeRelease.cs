using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>撤回代录的同意: the leader takes back an agreement that was entered for them, and decides anew.</summary>
public sealed record RevokeRelease(Guid RecordId, int? Step) : IRecordRequest<ReleaseRevoked>
{
    internal sealed class Handler : ConsultationHandler<RevokeRelease, ReleaseRevoked>
    {
        protected override ConsultationAction ActionOf(RevokeRelease request) => ConsultationAction.RevokeRelease;

        protected override async Task<ReleaseRevoked> ApplyAsync(
            RevokeRelease request,
            Consultation record,
            ConsultationState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.ReleasedOnBehalf = false;
            record.ReleasedAt = null;
            record.AdmissionDue = null;
            work.Remember(
                RecordNumber.Consultation,
                record.Id,
                nameof(ConsultationAction.RevokeRelease),
                Texts.HistoryReleaseRevoked,
                onBehalfOf: work.Person.StandsInFor(Role.UnitLeader, record.UnitId)
            );
            work.Tell(record.DrafterId, DrafterNotices.ReleaseRevoked(record, work.Person.Person));
            await Releasing.TellOfficeAsync(ConsultationNotices.ReleaseRevoked(record), work, cancel);
            return new ReleaseRevoked(record.Id, record.Number, record.Title, record.Drafter!.Name);
        }
    }
}

/// <summary>The answer to the leader; the consultation waits for their own decision now.</summary>
public sealed record ReleaseRevoked(Guid Id, string Number, string Title, string DrafterName);
