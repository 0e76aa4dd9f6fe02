using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>转为协助单: no consultation is needed, one department can simply help. The wish is recorded and the drafter told.</summary>
public sealed record ConvertToOrder(Guid RecordId, int? Step, string? Note) : IRecordRequest<ConsultationConverted>
{
    internal sealed class Handler : ConsultationHandler<ConvertToOrder, ConsultationConverted>
    {
        protected override ConsultationAction ActionOf(ConvertToOrder request) => ConsultationAction.ConvertToOrder;

        protected override Task<Refusal?> CheckAsync(ConvertToOrder request, Consultation record, Work work, CancellationToken cancel) =>
            Task.FromResult(FreeText.Check(Texts.FieldNote, request.Note, FreeText.ReasonLength));

        protected override Task<ConsultationConverted> ApplyAsync(
            ConvertToOrder request,
            Consultation record,
            ConsultationState from,
            Work work,
            CancellationToken cancel
        )
        {
            var note = FreeText.Kept(request.Note);
            record.AdmissionDue = null;
            work.Remember(
                RecordNumber.Consultation,
                record.Id,
                nameof(ConsultationAction.ConvertToOrder),
                note is null ? Texts.HistoryConverted : Texts.HistoryConvertedNote.With(note)
            );
            work.Tell(record.DrafterId, DrafterNotices.Converted(record, work.Person.Person, note));
            return Task.FromResult(new ConsultationConverted(record.Number, record.Title, record.Unit!.ShortName));
        }
    }
}

/// <summary>The answer to the office.</summary>
public sealed record ConsultationConverted(string Number, string Title, string UnitName);
