using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>补充后再报: what the office found missing. It goes straight back to the office, whose two working days begin anew.</summary>
public sealed record CompleteConsultation(Guid RecordId, int? Step, string Text, IReadOnlyList<Guid> FileIds) : IRecordRequest<ConsultationCompleted>
{
    internal sealed class Handler(DeadlineRules rules) : ConsultationHandler<CompleteConsultation, ConsultationCompleted>
    {
        protected override ConsultationAction ActionOf(CompleteConsultation request) => ConsultationAction.Complete;

        protected override Task<Refusal?> CheckAsync(CompleteConsultation request, Consultation record, Work work, CancellationToken cancel) =>
            MaterialAdding.CheckAsync(record, request.Text, request.FileIds, work, cancel);

        protected override async Task<ConsultationCompleted> ApplyAsync(
            CompleteConsultation request,
            Consultation record,
            ConsultationState from,
            Work work,
            CancellationToken cancel
        )
        {
            var before = record.Account;
            var (words, files) = await MaterialAdding.AddAsync(record, request.Text, request.FileIds, work, cancel);
            record.ReturnReason = null;
            work.Remember(
                RecordNumber.Consultation,
                record.Id,
                nameof(ConsultationAction.Complete),
                Texts.HistoryCompleted,
                before: words ? before : null,
                after: words ? record.Account : null
            );
            await Releasing.SendToOfficeAsync(record, work, rules, cancel);
            return new ConsultationCompleted(
                record.Number,
                record.Title,
                files,
                record.AdmissionDue!.Value,
                await Addressees.OfficeLineAsync(work.Db, cancel)
            );
        }
    }
}

/// <summary>The answer to who completed it; <paramref name="OfficeLine"/> is whom to call at the office.</summary>
public sealed record ConsultationCompleted(string Number, string Title, int Files, DateTimeOffset AdmissionDue, string OfficeLine);
