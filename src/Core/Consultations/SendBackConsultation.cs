using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>退回，说一句: the unit's leader wants something changed before it is sent.</summary>
public sealed record SendBackConsultation(Guid RecordId, int? Step, string Reason) : IRecordRequest<ConsultationSentBack>
{
    internal sealed class Handler : ConsultationHandler<SendBackConsultation, ConsultationSentBack>
    {
        protected override ConsultationAction ActionOf(SendBackConsultation request) => ConsultationAction.SendBack;

        protected override Task<Refusal?> CheckAsync(SendBackConsultation request, Consultation record, Work work, CancellationToken cancel) =>
            Task.FromResult(FreeText.Check(Texts.FieldReason, request.Reason, FreeText.ReasonLength, Texts.NoSendBackReason));

        protected override Task<ConsultationSentBack> ApplyAsync(
            SendBackConsultation request,
            Consultation record,
            ConsultationState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.ReturnReason = FreeText.Kept(request.Reason);
            work.Remember(
                RecordNumber.Consultation,
                record.Id,
                nameof(ConsultationAction.SendBack),
                Texts.HistorySentBack.With(record.ReturnReason),
                onBehalfOf: work.Person.StandsInFor(Role.UnitLeader, record.UnitId)
            );
            work.Tell(record.DrafterId, DrafterNotices.SentBack(record, work.Person.Person));
            return Task.FromResult(new ConsultationSentBack(record.Number, record.Title, record.Drafter!.Name));
        }
    }
}

/// <summary>The answer to the leader.</summary>
public sealed record ConsultationSentBack(string Number, string Title, string DrafterName);
