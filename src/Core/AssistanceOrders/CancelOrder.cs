using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>撤回 by the township, any time before 办结. Whoever was still to do something hears so, once.</summary>
public sealed record CancelOrder(Guid RecordId, int? Step, string? Reason) : IRecordRequest<OrderAnswer>
{
    internal sealed class Handler : OrderHandler<CancelOrder>
    {
        protected override OrderAction ActionOf(CancelOrder request) => OrderAction.Cancel;

        protected override Task<Refusal?> CheckAsync(CancelOrder request, AssistanceOrder record, Work work, CancellationToken cancel) =>
            Task.FromResult(FreeText.Check(Texts.FieldReason, request.Reason, FreeText.ReasonLength));

        protected override async Task<OrderAnswer> ApplyAsync(
            CancelOrder request,
            AssistanceOrder record,
            OrderState from,
            Work work,
            CancellationToken cancel
        )
        {
            var reason = FreeText.Kept(request.Reason);
            record.PausedAt = null;
            Remember(work, record, request, Texts.HistoryCancelled, after: reason);
            var notice = DepartmentNotices.Cancelled(record, reason);
            work.Tell(record.RequesterId, notice);
            if (from == OrderState.AwaitingDispatch || from == OrderState.AwaitingRuling)
            {
                foreach (var person in await RulingNotices.RulersAsync(record, from, work, cancel))
                {
                    work.Tell(person.Id, notice);
                }
            }

            if (record.LeadUnitId is not { } lead)
            {
                return OrderAnswer.Of(record, Texts.PartyOffice);
            }

            var contacts = await Addressees.ContactsOfAsync(work.Db, record.Supporters.Select(s => s.UnitId).Prepend(lead), cancel);
            foreach (var contact in contacts.Values)
            {
                work.Tell(contact.Id, notice);
            }

            return OrderAnswer.Of(record, record.LeadUnit!.ShortName);
        }
    }
}
