using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>
/// 评价 by the township that asked: four words, a text only at 不满意. It may be changed for three working days; what is not satisfactory goes to the office to be looked at.
/// The department is not told of a good word: there is nothing for it to do.
/// </summary>
public sealed record RateOrder(Guid RecordId, int? Step, OrderRating Rating, string? Text) : IRecordRequest<OrderAnswer>
{
    internal sealed class Handler : OrderHandler<RateOrder>
    {
        protected override OrderAction ActionOf(RateOrder request) =>
            request.Rating == OrderRating.Dissatisfied ? OrderAction.RateDissatisfied : OrderAction.Rate;

        protected override Task<Refusal?> CheckAsync(RateOrder request, AssistanceOrder record, Work work, CancellationToken cancel) =>
            Task.FromResult(
                !Enum.IsDefined(request.Rating)
                    ? new Refusal(Refusal.Invalid, Texts.WhichRating)
                    : FreeText.Check(
                        Texts.FieldRatingText,
                        request.Text,
                        FreeText.ReasonLength,
                        request.Rating == OrderRating.Dissatisfied ? Texts.WhyDissatisfied : null
                    )
            );

        protected override async Task<OrderAnswer> ApplyAsync(
            RateOrder request,
            AssistanceOrder record,
            OrderState from,
            Work work,
            CancellationToken cancel
        )
        {
            var before = record.Rating is { } earlier ? OrderWords.RatingName(earlier) : null;
            (record.Rating, record.RatingText, record.RatedAt) = (request.Rating, FreeText.Kept(request.Text), work.Now);
            Remember(work, record, request, Texts.HistoryRated.With(OrderWords.RatingName(request.Rating)), before, record.RatingText);
            if (record.State == OrderState.AwaitingCheck)
            {
                await Releasing.TellOfficeAsync(OfficeOrderNotices.PleaseCheck(record), work, cancel);
                return OrderAnswer.Of(record, Texts.PartyOffice);
            }

            // Where the office was looking into it, it need not any more: its desk shows that.
            await RatingEnd.PlanAsync(record, work, cancel);
            return OrderAnswer.Of(record);
        }
    }
}
