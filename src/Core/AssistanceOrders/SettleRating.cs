using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>What the office does about a dissatisfied township.</summary>
public enum RatingVerdict
{
    /// <summary>重办, once.</summary>
    DoAgain,

    /// <summary>评价不采纳, with the reason.</summary>
    Dismiss,

    /// <summary>评价采纳，归档: it was done again already.</summary>
    Uphold,
}

/// <summary>核实 by the office after 不满意 (domain: b3, 9): the department does it again, once, or the matter ends with a reason. Both sides hear.</summary>
public sealed record SettleRating(Guid RecordId, int? Step, RatingVerdict Verdict, string Reason) : IRecordRequest<OrderAnswer>
{
    internal sealed class Handler(OrderLimits limits) : OrderHandler<SettleRating>
    {
        protected override OrderAction ActionOf(SettleRating request) =>
            request.Verdict switch
            {
                RatingVerdict.DoAgain => OrderAction.Reopen,
                RatingVerdict.Dismiss => OrderAction.DismissRating,
                RatingVerdict.Uphold => OrderAction.UpholdRating,
                _ => throw new ArgumentOutOfRangeException(nameof(request), request.Verdict, message: null),
            };

        protected override Task<Refusal?> CheckAsync(SettleRating request, AssistanceOrder record, Work work, CancellationToken cancel) =>
            Task.FromResult(FreeText.Check(Texts.FieldReason, request.Reason, FreeText.ReasonLength, Texts.NoVerdictReason));

        protected override async Task<OrderAnswer> ApplyAsync(
            SettleRating request,
            AssistanceOrder record,
            OrderState from,
            Work work,
            CancellationToken cancel
        )
        {
            var reason = FreeText.Kept(request.Reason)!;
            if (request.Verdict == RatingVerdict.DoAgain)
            {
                record.Reopened = true;
                (record.CompletedAt, record.RatableUntil) = (null, null);
                (record.AgreedOn, record.AgreedTime) = (null, null);
                limits.Reopen(record, work.Now);
            }

            Remember(work, record, request, OrderWords.VerdictSentence(request.Verdict), after: reason);
            work.Tell(record.RequesterId, TownshipNotices.Settled(record, request.Verdict, reason, work.Person.Person));
            var lead = record.LeadUnitId!.Value;
            var contact = (await Addressees.ContactsOfAsync(work.Db, [lead], cancel)).GetValueOrDefault(lead);
            if (contact is not null && request.Verdict == RatingVerdict.DoAgain)
            {
                work.Tell(contact.Id, DepartmentNotices.DoAgain(record, reason));
            }

            return OrderAnswer.Of(record, record.Requester!.Name);
        }
    }
}
