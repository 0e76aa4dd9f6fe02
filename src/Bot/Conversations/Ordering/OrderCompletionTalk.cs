using SupervisionBot.Bot.Conversations.Talks;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Ordering;

/// <summary>办结 (conversation.md 2.3): said in free words it is shown once before it counts; after the button the sentence counts at once.</summary>
internal sealed class OrderCompletionTalk(UseCases useCases, Sentences sentences, OrderReading reading) : ITalk
{
    /// <summary>改: stands on the card that shows what would be reported as finished.</summary>
    public const string Read = "order.read";

    public IEnumerable<(string Verb, Answer Answer)> Verbs => [(OrderChoices.VerbPrefix + OrderAction.Complete, CompleteAsync), (Read, ReadAsync)];

    /// <summary>Shows what would be reported as finished; where it cannot be any more, the order as it is.</summary>
    public async Task ShowAsync(TurnContext turn, AssistanceOrder order, string text, IReadOnlyList<Guid> files, CancellationToken cancel)
    {
        if (!OrderLifecycle.Table.Can(turn.Work.Person, OrderAction.Complete, order))
        {
            await StandingTalk.RefuseAsync(turn, new Refusal(Refusal.Stale, Talks.Texts.NothingMoreToDo), order.Id, cancel);
            return;
        }

        var said = await reading.CompletionAsync(turn, order.Id, order.Step, text, files, cancel);
        var answered = order.State == OrderState.AwaitingAcceptance;
        var choices = new List<Choice>
        {
            Carried.On(order, OrderAction.Complete, answered ? Texts.ChoiceAsItIs : Texts.ChoiceComplete, text, files),
            new(Texts.ChoiceSayAgain, Read, new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = order.Id.ToString() }),
        };
        if (!answered)
        {
            choices.Add(Carried.On(order, OrderAction.ReportProgress, Texts.ChoiceOnlyProgress, text, files));
        }

        turn.Reply(
            new Message
            {
                Title = (answered ? Texts.AnswerRead : Texts.CompletionRead).With(order.Title),
                Facts = [.. Facts(order, said, files.Count)],
                Text = answered && order.NeedsProof ? Texts.PaperDecides : null,
                Choices = choices,
                Footer = OrderChoices.Footer(order),
            }
        );
    }

    private static IEnumerable<Fact> Facts(AssistanceOrder order, CompleteOrder said, int files)
    {
        yield return new Fact(Texts.FactResult, said.Result);
        if (said.PeopleSent is { } people)
        {
            yield return new Fact(Texts.FactSent, order.AssignedTo is { } who ? Texts.PeopleWith.With(people, who) : Texts.People.With(people));
        }
        else if (order.AssignedTo is { } who)
        {
            yield return new Fact(Texts.FactSent, who);
        }

        yield return new Fact(Texts.FactDoneOn, said.DoneOn is { } day ? ChinaTime.Day(day) : Texts.Today);
        if (said.HandedOver)
        {
            yield return new Fact(Texts.FactPaper, Texts.PaperHandedOver);
        }

        if (files > 0)
        {
            yield return new Fact(Texts.FactFiles, Texts.Files.With(files));
        }
    }

    private async Task CompleteAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        // A sentence after the text was shown answers what was missing, the paper for instance.
        var text = (Carried.Text(press), press.Sentence) switch
        {
            ({ } shown, { } more) => $"{shown}；{more}",
            ({ } shown, null) => shown,
            (null, var only) => only,
        };
        if (text is null)
        {
            await sentences.AskAsync(turn, press, Texts.AskResult, Texts.AskResultExample, cancel);
            return;
        }

        var request = await reading.CompletionAsync(turn, press.Id, press.Step, text, Carried.Files(press), cancel);
        if (await useCases.StepAsync(turn, sentences, Carried.On(press, text, request.FileIds), request, cancel) is { } done)
        {
            OrderReplies.Say(
                turn,
                done,
                Texts.Completed.With(done.Order.Title),
                Texts.CompletedThen.With(done.Order.Unit!.ShortName),
                OrderDepartmentTalk.Files(done)
            );
        }
    }

    /// <summary>改: says it again.</summary>
    private async Task ReadAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (press.Sentence is not { } said)
        {
            await sentences.AskAsync(turn, press, Texts.AskResult, Texts.AskResultExample, cancel);
        }
        else if (await OrderReplies.FindAsync(turn, press.Id, cancel) is { } order)
        {
            await ShowAsync(turn, order, said, press.FileIds ?? [], cancel);
        }
    }
}
