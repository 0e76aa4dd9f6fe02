using SupervisionBot.Bot.Conversations.Talks;
using SupervisionBot.Core;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.AssistanceOrders.Queries;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.Conversations.Ordering;

/// <summary>类似的: the own ones by number, those that others shared only as they were answered. The draft stays open.</summary>
internal static class OrderSimilar
{
    public static Message List(Draft draft, IReadOnlyList<SimilarOrder> similar) =>
        similar.Count == 0
            ? Message.Say(Texts.NothingSimilar)
            : new Message
            {
                Title = Texts.SimilarTitle,
                Text = string.Join('\n', similar.Select(Line)),
                Choices =
                [
                    .. similar.Where(o => o.IsOwn).Select(o => OverviewTalk.Choice(o.Id, Texts.ShowOwn.With(RecordNumber.Sequence(o.Number)))),
                    Drafts.Choice(Texts.ChoiceBack, OrderMenuTalk.Back, draft),
                ],
            };

    private static string Line(SimilarOrder order)
    {
        var what = order.IsOwn
            ? Texts.SimilarOwn.With(order.Title, RecordNumber.Sequence(order.Number), OrderWords.StateName(order.State))
            : order.Title;
        return order.Answer is { } answer ? Texts.SimilarAnswered.With(what, answer) : what;
    }
}
