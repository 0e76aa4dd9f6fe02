using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>
/// 转为协助单: no consultation is needed, one department can simply help. An order takes its place, with the department at once where only one was invited; the drafter
/// is told.
/// </summary>
public sealed record ConvertToOrder(Guid RecordId, int? Step, string? Note) : IRecordRequest<ConsultationConverted>
{
    internal sealed class Handler(OrderLimits limits) : ConsultationHandler<ConvertToOrder, ConsultationConverted>
    {
        protected override ConsultationAction ActionOf(ConvertToOrder request) => ConsultationAction.ConvertToOrder;

        protected override Task<Refusal?> CheckAsync(ConvertToOrder request, Consultation record, Work work, CancellationToken cancel) =>
            Task.FromResult(FreeText.Check(Texts.FieldNote, request.Note, FreeText.ReasonLength));

        protected override async Task<ConsultationConverted> ApplyAsync(
            ConvertToOrder request,
            Consultation record,
            ConsultationState from,
            Work work,
            CancellationToken cancel
        )
        {
            var note = FreeText.Kept(request.Note);
            record.AdmissionDue = null;
            var (order, told) = await FromConsultation.PlaceAsync(record, limits, work, cancel);
            work.Remember(
                RecordNumber.Consultation,
                record.Id,
                nameof(ConsultationAction.ConvertToOrder),
                note is null ? Texts.HistoryConverted : Texts.HistoryConvertedNote.With(note)
            );
            work.Tell(record.DrafterId, DrafterNotices.Converted(record, order, work.Person.Person, note));
            return new ConsultationConverted(record.Number, record.Title, record.Unit!.ShortName, order, told);
        }
    }
}

/// <summary>
/// The answer to the office. <paramref name="Told"/> is whom the order was written to; null where it waits to be dispatched, or nobody is there.
/// </summary>
public sealed record ConsultationConverted(string Number, string Title, string UnitName, AssistanceOrder Order, string? Told);
