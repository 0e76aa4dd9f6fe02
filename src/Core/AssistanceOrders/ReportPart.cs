using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>协办: what a supporting department contributed. The leading department answers for the whole (domain: b3, 4) and hears of it.</summary>
public sealed record ReportPart(Guid RecordId, Guid? UnitId, string Text, IReadOnlyList<Guid> FileIds) : IRecordRequest<OrderAnswer>
{
    /// <summary>Welcome until the whole is finished, whatever step it is at.</summary>
    int? IRecordRequest<OrderAnswer>.Step => null;

    internal sealed class Handler : OrderHandler<ReportPart>
    {
        protected override OrderAction ActionOf(ReportPart request) => OrderAction.ReportPart;

        protected override Task<Refusal?> CheckAsync(ReportPart request, AssistanceOrder record, Work work, CancellationToken cancel) =>
            Task.FromResult(
                PartOf(request, record, work) is null
                    ? new Refusal(Refusal.Forbidden, Texts.OwnPartOnly)
                    : FreeText.Check(Texts.FieldPart, request.Text, ReportOrderProgress.TextLength, Texts.NoPart)
            );

        protected override async Task<OrderAnswer> ApplyAsync(
            ReportPart request,
            AssistanceOrder record,
            OrderState from,
            Work work,
            CancellationToken cancel
        )
        {
            var part = PartOf(request, record, work)!;
            var before = part.Contribution;
            (part.Contribution, part.ReportedById, part.ReportedAt) = (FreeText.Kept(request.Text), work.Person.Id, work.Now);
            var files = await Attachments.AddAsync(work.Db, record.Id, work.Person.Id, request.FileIds, cancel);
            Remember(work, record, request, Texts.HistoryPart.With(part.Unit!.ShortName), before, part.Contribution);
            var lead = record.LeadUnitId!.Value;
            var contact = (await Addressees.ContactsOfAsync(work.Db, [lead], cancel)).GetValueOrDefault(lead);
            if (contact is not null)
            {
                work.Tell(contact.Id, DepartmentNotices.PartReported(record, part));
            }

            return OrderAnswer.Of(record, contact is null ? null : record.LeadUnit!.ShortName) with
            {
                Files = files,
            };
        }

        private static SupportingUnit? PartOf(ReportPart request, AssistanceOrder record, Work work) =>
            record
                .Supporters.Where(s => work.Person.WorksFor(s.UnitId) && (request.UnitId is null || s.UnitId == request.UnitId))
                .OrderByDescending(s => s.UnitId == work.Person.UnitId)
                .FirstOrDefault();
    }
}
