using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>
/// 退单: a reason from the list, its basis and the unit believed competent (domain: b3, 2). Time stands still until it is ruled: the first time by the office, the second
/// by the task-force leaders. Units never pass orders to each other.
/// </summary>
/// <param name="Reason">Null where it is still to be said, which is refused with the question for it.</param>
/// <param name="Basis">Which document, which article.</param>
/// <param name="SuggestedUnitId">Needed where it is not within the powers, unless <paramref name="LeaveToOffice"/>.</param>
public sealed record HandBackOrder(Guid RecordId, int? Step, HandBackReason? Reason, string? Basis, Guid? SuggestedUnitId, bool LeaveToOffice = false)
    : IRecordRequest<OrderAnswer>
{
    internal sealed class Handler(DeadlineRules rules) : OrderHandler<HandBackOrder>
    {
        protected override OrderAction ActionOf(HandBackOrder request) => OrderAction.HandBack;

        protected override async Task<Refusal?> CheckAsync(HandBackOrder request, AssistanceOrder record, Work work, CancellationToken cancel)
        {
            if (request.Reason is not { } reason || !Enum.IsDefined(reason))
            {
                return new Refusal(Refusal.Invalid, Texts.WhichReason);
            }

            if (FreeText.Check(Texts.FieldBasis, request.Basis, FreeText.ReasonLength, Texts.NoBasis) is { } refusal)
            {
                return refusal;
            }

            if (request.SuggestedUnitId is not { } suggested)
            {
                return request is { Reason: HandBackReason.NotCompetent, LeaveToOffice: false }
                    ? new Refusal(Refusal.Invalid, Texts.WhoseIsIt)
                    : null;
            }

            return suggested == record.LeadUnitId
                ? new Refusal(Refusal.Invalid, Texts.SuggestsItself)
                : await Dispatching.CheckAsync(record, suggested, [], work, cancel);
        }

        protected override async Task<OrderAnswer> ApplyAsync(
            HandBackOrder request,
            AssistanceOrder record,
            OrderState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.PausedAt = work.Now;
            record.HandBacks.Add(
                new HandBack
                {
                    OrderId = record.Id,
                    Round = record.HandBacks.Count + 1,
                    UnitId = record.LeadUnitId!.Value,
                    Reason = request.Reason!.Value,
                    Basis = FreeText.Kept(request.Basis)!,
                    SuggestedUnitId = request.SuggestedUnitId,
                    ById = work.Person.Id,
                    At = work.Now,
                }
            );
            await Parties.LoadAsync(work.Db, record, cancel);
            var handBack = record.HandBacks[^1];
            Remember(
                work,
                record,
                request,
                Texts.HistoryHandedBack.With(OrderWords.ReasonName(handBack.Reason)),
                after: OrderWords.Argument(handBack)
            );
            await RulingNotices.TellRulersAsync(record, work, cancel);
            var leaders = OrderLifecycle.IsForLeaders(record);
            var due = rules.DueOf(leaders ? Promise.LeaderRuling : Promise.HandBackRuling, work.Now, record.Urgent is not null);
            work.Tell(record.RequesterId, TownshipNotices.HandedBack(record, due));
            return OrderAnswer.Of(record, leaders ? Texts.PartyLeaders : Texts.PartyOffice) with { Due = due };
        }
    }
}
