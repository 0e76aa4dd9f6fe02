using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations.Ordering;

/// <summary>12号单基本满意，就是来得晚了点: a rating in words, of the order that is named or the only one that may be rated.</summary>
internal sealed class RatingInWords(OrderTownshipTalk township) : ITalk, IInWords
{
    private const string Which = "order.rate-which";
    private const string TextKey = "text";

    public IEnumerable<(string Verb, Answer Answer)> Verbs => [(Which, ChosenAsync)];

    public async Task<bool> TryAsync(TurnContext turn, CancellationToken cancel)
    {
        if (Scores.Spoken(turn.Text) is not { } rating || OrderSentence.Read(turn.Text) is OrderSpeech.Accept or OrderSpeech.HandBack)
        {
            return false;
        }

        var units = turn.Work.Person.UnitIds;
        var ratable = await turn
            .Work.Db.AssistanceOrders.AsNoTracking()
            .Where(o =>
                units.Contains(o.UnitId) && (o.State == OrderState.Completed || o.State == OrderState.Rated || o.State == OrderState.AwaitingCheck)
            )
            .OrderByDescending(o => o.CompletedAt)
            .ToListAsync(cancel);
        if (RecordNumbers.FindCertain(turn.Text) is { } number)
        {
            ratable = ratable.FindAll(o => RecordNumbers.Means(number.Typed, o.Number));
        }

        // 改成满意 is about one that has been rated, everything else about one that waits for it.
        var changes = Scores.IsChange(turn.Text);
        switch (ratable.Count > 1 ? ratable.FindAll(o => o.State == OrderState.Completed != changes) : ratable)
        {
            case []:
                return false;
            case [var only]:
                var action = rating == OrderRating.Dissatisfied ? OrderAction.RateDissatisfied : OrderAction.Rate;
                var press = Press.Of(OrderChoices.VerbPrefix + action, OrderChoices.Of(action, only, "").Arguments);
                await township.RateAsync(turn, press, rating, OrderSentence.BesideRating(turn.Text), cancel);
                return true;
            case var several:
                turn.Reply(
                    new Message
                    {
                        Title = Texts.WhichRated,
                        Choices = [.. several.Select(o => OrderChoices.Of(OrderAction.Rate, o, o.Title, TextKey, turn.Text) with { Verb = Which })],
                    }
                );
                return true;
        }
    }

    private Task ChosenAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var text = press.Arguments.GetValueOrDefault(TextKey) ?? "";
        var rating = Scores.RatingIn(text) ?? OrderRating.Satisfied;
        return township.RateAsync(turn, press, rating, press.Sentence ?? OrderSentence.BesideRating(text), cancel);
    }
}
