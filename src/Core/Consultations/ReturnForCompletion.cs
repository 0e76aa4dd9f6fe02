using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>退回补充: the office says once and completely what is missing (一次性告知).</summary>
public sealed record ReturnForCompletion(Guid RecordId, int? Step, string WhatIsMissing) : IRecordRequest<ConsultationReturned>
{
    internal sealed class Handler : ConsultationHandler<ReturnForCompletion, ConsultationReturned>
    {
        protected override ConsultationAction ActionOf(ReturnForCompletion request) => ConsultationAction.ReturnForCompletion;

        protected override Task<Refusal?> CheckAsync(ReturnForCompletion request, Consultation record, Work work, CancellationToken cancel) =>
            Task.FromResult(FreeText.Check(Texts.FieldMissing, request.WhatIsMissing, FreeText.ReasonLength, Texts.NoMissing));

        protected override Task<ConsultationReturned> ApplyAsync(
            ReturnForCompletion request,
            Consultation record,
            ConsultationState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.ReturnReason = FreeText.Kept(request.WhatIsMissing);
            record.AdmissionDue = null;
            work.Remember(
                RecordNumber.Consultation,
                record.Id,
                nameof(ConsultationAction.ReturnForCompletion),
                Texts.HistoryReturned.With(record.ReturnReason)
            );
            work.Tell(record.DrafterId, DrafterNotices.Returned(record, work.Person.Person));
            return Task.FromResult(new ConsultationReturned(record.Number, record.Title, record.Unit!.ShortName, Addressees.Line(record.Drafter!)));
        }
    }
}

/// <summary>The answer to the office: which unit has it now, and whom to call there.</summary>
public sealed record ConsultationReturned(string Number, string Title, string UnitName, string DrafterLine);
