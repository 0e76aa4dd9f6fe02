using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;
using Act = SupervisionBot.Core.AssistanceOrders.OrderAction;

namespace SupervisionBot.Bot.Conversations.Ordering;

/// <summary>What the township does with its order after sending it: supply material, rate, withdraw.</summary>
internal sealed class OrderTownshipTalk(UseCases useCases, Sentences sentences) : ITalk
{
    private const string Withdraw = "order.withdraw";

    public IEnumerable<(string Verb, Answer Answer)> Verbs =>
        [
            (OrderChoices.VerbPrefix + Act.SupplyMaterial, (t, p, c) => SupplyAsync(t, p, asked: true, c)),
            (OrderChoices.VerbPrefix + Act.AddMaterial, (t, p, c) => SupplyAsync(t, p, asked: false, c)),
            (OrderChoices.VerbPrefix + Act.Rate, RateAsync),
            (OrderChoices.VerbPrefix + Act.RateDissatisfied, RateAsync),
            (OrderChoices.VerbPrefix + Act.Cancel, ConfirmAsync),
            (Withdraw, WithdrawAsync),
        ];

    /// <summary>补材料; asked for, it lets time run again.</summary>
    public async Task SupplyAsync(TurnContext turn, Press press, bool asked, CancellationToken cancel)
    {
        if (press.Sentence is not { } said)
        {
            await sentences.AskAsync(turn, press, Texts.AskSupply, Texts.AskSupplyFiles, cancel);
        }
        else if (
            await useCases.StepAsync(
                turn,
                sentences,
                press,
                new SupplyMaterial(press.Id, asked ? press.Step : null, said, press.FileIds ?? [], asked),
                cancel
            ) is
            { } done
        )
        {
            OrderReplies.Say(
                turn,
                done,
                (asked ? Texts.Supplied : Texts.Added).With(done.Order.Title),
                done.Told is [var unit, ..] ? Texts.SuppliedThen.With(unit) : null,
                OrderDepartmentTalk.Files(done)
            );
        }
    }

    private Task RateAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var rating = press.Named<OrderRating>(OrderChoices.RatingArgument) ?? OrderRating.Satisfied;
        return RateAsync(turn, press, rating, press.Sentence, cancel);
    }

    /// <summary>Rates; 不满意 without a word is asked for it.</summary>
    public async Task RateAsync(TurnContext turn, Press press, OrderRating rating, string? text, CancellationToken cancel)
    {
        var again = press.With(OrderChoices.RatingArgument, rating.ToString());
        if (await useCases.StepAsync(turn, sentences, again, new RateOrder(press.Id, press.Step, rating, text), cancel) is { } done)
        {
            OrderReplies.Say(
                turn,
                done,
                Texts.Rated.With(OrderWords.RatingName(rating)),
                rating == OrderRating.Dissatisfied ? Texts.RatedThenCheck
                    : done.Order.RatableUntil is { } until
                        ? Texts.RatedThen.With(Core.Calendars.ChinaTime.Day(Core.Calendars.ChinaTime.DateOf(until)))
                    : null
            );
        }
    }

    /// <summary>What cannot be undone is asked for once more.</summary>
    public async Task ConfirmAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await OrderReplies.FindAsync(turn, press.Id, cancel) is not { } order || !OrderLifecycle.Table.Can(turn.Work.Person, Act.Cancel, order))
        {
            await WithdrawAsync(turn, press, cancel);
            return;
        }

        turn.Reply(
            new Message
            {
                Title = Texts.ConfirmWithdraw.With(order.Title),
                Choices =
                [
                    OrderChoices.Of(Act.Cancel, order, Texts.ChoiceWithdraw) with
                    {
                        Verb = Withdraw,
                    },
                    new Choice(Texts.ChoiceKeep, Talks.HelpTalk.Never),
                ],
                Footer = OrderChoices.Footer(order),
            }
        );
    }

    private async Task WithdrawAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await useCases.StepAsync(turn, sentences, press, new CancelOrder(press.Id, press.Step, press.Sentence), cancel) is { } done)
        {
            OrderReplies.Say(turn, done, Texts.Withdrawn.With(done.Order.Title), done.Told is [var told, ..] ? Texts.WithdrawnThen.With(told) : null);
        }
    }
}
