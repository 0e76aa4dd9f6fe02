using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>
/// 转为会商: nobody agrees whose it is, so the units are asked to settle it together. The office convenes, so it stands at 受理 at once; everything said so far goes with it.
/// </summary>
public sealed record ConvertToConsultation(Guid RecordId, int? Step) : IRecordRequest<OrderAnswer>
{
    internal sealed class Handler(DeadlineRules rules) : OrderHandler<ConvertToConsultation>
    {
        protected override OrderAction ActionOf(ConvertToConsultation request) => OrderAction.Convert;

        protected override async Task<OrderAnswer> ApplyAsync(
            ConvertToConsultation request,
            AssistanceOrder record,
            OrderState from,
            Work work,
            CancellationToken cancel
        )
        {
            Ruling.Settle(record, granted: true, reason: null, work);
            record.PausedAt = null;
            var consultation = await MakeAsync(record, work, cancel);
            record.ConsultationId = consultation.Id;
            work.Db.Consultations.Add(consultation);
            Remember(work, record, request, Texts.HistoryConverted.With(consultation.Number));
            work.Remember(RecordNumber.Consultation, consultation.Id, nameof(StartConsultation), Texts.HistoryFromOrder.With(record.Number));
            await Attachments.MoveAsync(work.Db, record.Id, consultation.Id, cancel);
            await Releasing.TellOfficeAsync(await ConsultationNotices.PleaseAdmitAsync(work.Db, consultation, cancel), work, cancel);
            var notice = RulingNotices.Converted(record, consultation);
            work.Tell(record.RequesterId, notice);
            foreach (var contact in (await Addressees.ContactsOfAsync(work.Db, Departments(record), cancel)).Values)
            {
                work.Tell(contact.Id, notice);
            }

            return OrderAnswer.Of(record, record.Unit!.ShortName);
        }

        private async Task<Consultation> MakeAsync(AssistanceOrder record, Work work, CancellationToken cancel)
        {
            var id = work.NewId();
            return new Consultation
            {
                Id = id,
                Number = await work.TakeNumberAsync(RecordNumber.Consultation, cancel),
                UnitId = record.UnitId,
                DrafterId = record.RequesterId,
                Title = record.Title,
                Situation = record.HandBacks.Count > 0 ? Situation.CompetenceDisputed : Situation.Other,
                Account = string.Join('\n', record.HandBacks.ConvertAll(OrderWords.Whole).Prepend(record.Account)),
                UrgentReason = record.Urgent is { } ground ? OrderWords.GroundName(ground) : null,
                State = ConsultationState.AwaitingAdmission,
                StartedAt = work.Now,
                ReleasedAt = work.Now,
                AdmissionDue = rules.DueOf(Promise.Admission, work.Now, record.Urgent is not null),
                InvitedUnits = [.. Invited(record).Select(unit => new InvitedUnit { ConsultationId = id, UnitId = unit })],
            };
        }

        private static IEnumerable<Guid> Departments(AssistanceOrder record) =>
            record.HandBacks.Select(h => h.UnitId).Concat(record.LeadUnitId is { } lead ? [lead] : []).Distinct();

        private static IEnumerable<Guid> Invited(AssistanceOrder record) =>
            Departments(record).Concat(record.HandBacks.Select(h => h.SuggestedUnitId).OfType<Guid>()).Concat(record.CandidateUnitIds).Distinct();
    }
}
