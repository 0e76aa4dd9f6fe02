using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>审签: the unit's leader agrees, and the request goes to the task-force office, which answers within two working days (domain: a4).</summary>
public sealed record ReleaseConsultation(Guid RecordId, int? Step) : IRecordRequest<ConsultationReleased>
{
    internal sealed class Handler(DeadlineRules rules) : ConsultationHandler<ReleaseConsultation, ConsultationReleased>
    {
        protected override ConsultationAction ActionOf(ReleaseConsultation request) => ConsultationAction.Release;

        protected override async Task<ConsultationReleased> ApplyAsync(
            ReleaseConsultation request,
            Consultation record,
            ConsultationState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.ReleasedOnBehalf = false;
            await Releasing.SendToOfficeAsync(record, work, rules, cancel);
            work.Remember(
                RecordNumber.Consultation,
                record.Id,
                nameof(ConsultationAction.Release),
                Texts.HistoryReleased,
                onBehalfOf: work.Person.StandsInFor(Role.UnitLeader, record.UnitId)
            );
            work.Tell(record.DrafterId, DrafterNotices.Released(record, work.Person.Person.Name));
            return await Releasing.AnswerAsync(record, work.Person.Person.Name, work, cancel);
        }
    }
}
