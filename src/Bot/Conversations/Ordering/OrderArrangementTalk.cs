using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Ordering;

/// <summary>Who comes and when: 接单 asks for it in one sentence, and it can be changed later in one (conversation.md 2.3).</summary>
internal sealed class OrderArrangementTalk(UseCases useCases, Sentences sentences, OrderReading reading) : ITalk
{
    public IEnumerable<(string Verb, Answer Answer)> Verbs =>
        [(OrderChoices.VerbPrefix + OrderAction.Accept, AcceptAsync), (OrderChoices.VerbPrefix + OrderAction.Rearrange, RearrangeAsync)];

    /// <summary>接单: who and when are asked for, in one sentence; 先接单 leaves them open.</summary>
    public async Task AcceptAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (press.Sentence is not { } said)
        {
            await sentences.AskAsync(turn, press, Texts.AskAcceptance, Texts.AskAcceptanceExample, cancel);
            return;
        }

        var words = WithCarried(press, said);
        var request = OrderSentence.IsJustAccepted(said)
            ? new AcceptOrder(press.Id, press.Step)
            : reading.Acceptance(press.Id, press.Step, words, turn.Work.Now);
        if (await useCases.StepAsync(turn, sentences, Carried.On(press, words, []), request, cancel) is { } done)
        {
            var appointment = OrderWords.Appointment(done.Order);
            OrderReplies.Say(
                turn,
                done,
                appointment.Length == 0 ? Texts.Accepted.With(done.Order.Title) : Texts.AcceptedWith.With(appointment),
                Texts.AcceptedThen.With(done.Order.Requester!.Name, done.Order.Requester.Phone),
                appointment.Length == 0 ? Texts.AcceptedOpen : Texts.AcceptedLast
            );
        }
    }

    /// <summary>改约: counts at once, as it can be changed again.</summary>
    public async Task RearrangeAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (press.Sentence is not { } said)
        {
            await sentences.AskAsync(turn, press, Texts.AskRearrangement, Texts.AskRearrangementExample, cancel);
            return;
        }

        var read = reading.Acceptance(press.Id, press.Step, said, turn.Work.Now);
        var request = new RearrangeOrder(press.Id, press.Step, read.AssignedTo, read.AgreedOn, read.AgreedTime);
        if (await useCases.StepAsync(turn, sentences, press, request, cancel) is { } done)
        {
            OrderReplies.Say(
                turn,
                done,
                Texts.Rearranged.With(OrderWords.Appointment(done.Order)),
                done.Told is [var told] ? Texts.RearrangedThen.With(told) : Texts.RearrangedAlready
            );
        }
    }

    // What was said last comes first, so that a corrected day is the one that counts.
    private static string WithCarried(Press press, string said) => Carried.Text(press) is { } earlier ? $"{said}；{earlier}" : said;
}
