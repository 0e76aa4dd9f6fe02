using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>
/// 改约: somebody else comes, or on another day, or what 先接单 left open is settled. What is not named stays. What is done as agreed is due by the new day; every
/// other limit stays, so that nobody extends one by arranging anew. The township hears.
/// </summary>
/// <param name="AssignedTo">办理人 in free words.</param>
/// <param name="AgreedOn">The day on which they come, Shanghai.</param>
/// <param name="AgreedTime">Belongs to <paramref name="AgreedOn"/>; a new day without it leaves the hour open.</param>
public sealed record RearrangeOrder(Guid RecordId, int? Step, string? AssignedTo = null, DateOnly? AgreedOn = null, TimeOnly? AgreedTime = null)
    : IRecordRequest<OrderAnswer>
{
    internal sealed class Handler(OrderLimits limits) : OrderHandler<RearrangeOrder>
    {
        protected override OrderAction ActionOf(RearrangeOrder request) => OrderAction.Rearrange;

        protected override Task<Refusal?> CheckAsync(RearrangeOrder request, AssistanceOrder record, Work work, CancellationToken cancel) =>
            Task.FromResult(
                FreeText.Kept(request.AssignedTo) is null && request.AgreedOn is null
                    ? new Refusal(Refusal.Invalid, Texts.NothingRearranged)
                    : AcceptOrder.CheckAppointment(request.AssignedTo, request.AgreedOn, work.Today)
            );

        protected override Task<OrderAnswer> ApplyAsync(
            RearrangeOrder request,
            AssistanceOrder record,
            OrderState from,
            Work work,
            CancellationToken cancel
        )
        {
            var before = OrderWords.Appointment(record);
            record.AssignedTo = FreeText.Kept(request.AssignedTo) ?? record.AssignedTo;
            if (request.AgreedOn is { } day)
            {
                (record.AgreedOn, record.AgreedTime) = (day, request.AgreedTime);
                limits.Confirm(record);
            }

            var after = OrderWords.Appointment(record);
            if (after == before)
            {
                return Task.FromResult(OrderAnswer.Of(record));
            }

            Remember(work, record, request, Texts.HistoryRearranged.With(after), before: before);
            work.Tell(record.RequesterId, TownshipNotices.Rearranged(record, work.Person.Person));
            return Task.FromResult(OrderAnswer.Of(record, record.Requester!.Name));
        }
    }
}
