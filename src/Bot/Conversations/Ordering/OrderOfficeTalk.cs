using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.UseCases;
using Act = SupervisionBot.Core.AssistanceOrders.OrderAction;

namespace SupervisionBot.Bot.Conversations.Ordering;

/// <summary>What the office, and for a second hand-back the task-force leaders, decide: dispatch, rule, look into a dissatisfied rating.</summary>
internal sealed class OrderOfficeTalk(UseCases useCases, Sentences sentences, OrderReading reading) : ITalk
{
    public IEnumerable<(string Verb, Answer Answer)> Verbs =>
        [
            (OrderChoices.VerbPrefix + Act.Dispatch, (t, p, c) => GiveAsync(t, p, unit => new DispatchOrder(p.Id, p.Step, unit), c)),
            (OrderChoices.VerbPrefix + Act.Redispatch, (t, p, c) => GiveAsync(t, p, unit => new RedispatchOrder(p.Id, p.Step, unit), c)),
            (OrderChoices.VerbPrefix + Act.RefuseHandBack, RefuseAsync),
            (OrderChoices.VerbPrefix + Act.Decline, DeclineAsync),
            (OrderChoices.VerbPrefix + Act.Convert, ConvertAsync),
            (OrderChoices.VerbPrefix + Act.Reopen, (t, p, c) => SettleAsync(t, p, RatingVerdict.DoAgain, c)),
            (OrderChoices.VerbPrefix + Act.DismissRating, (t, p, c) => SettleAsync(t, p, RatingVerdict.Dismiss, c)),
            (OrderChoices.VerbPrefix + Act.UpholdRating, (t, p, c) => SettleAsync(t, p, RatingVerdict.Uphold, c)),
        ];

    /// <summary>One tap where the department is on the button; else one sentence.</summary>
    private async Task GiveAsync(TurnContext turn, Press press, Func<Guid, IRecordRequest<OrderAnswer>> request, CancellationToken cancel)
    {
        Guid? unit = Guid.TryParse(press.Arguments.GetValueOrDefault(OrderChoices.UnitArgument), out var named) ? named : null;
        unit ??= press.Sentence is { } said ? await reading.UnitAsync(turn, said, cancel) : null;
        if (unit is not { } lead)
        {
            await sentences.AskAsync(
                turn,
                press with
                {
                    Sentence = null,
                },
                press.Sentence is null ? Texts.WhichDepartment : Talks.Texts.UnitsNotFound,
                null,
                cancel
            );
        }
        else if (await useCases.StepAsync(turn, sentences, press.With(OrderChoices.UnitArgument, null), request(lead), cancel) is { } done)
        {
            OrderReplies.Say(
                turn,
                done,
                Texts.Given.With(done.Order.LeadUnit!.ShortName),
                done.Told is [var told, ..] ? Texts.GivenThen.With(told) : Texts.SentButNobody.With(done.Order.LeadUnit.ShortName)
            );
        }
    }

    private async Task RefuseAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (press.Sentence is not { } reason)
        {
            await sentences.AskAsync(turn, press, Texts.AskRefusal, null, cancel);
        }
        else if (await useCases.StepAsync(turn, sentences, press, new RefuseHandBack(press.Id, press.Step, reason), cancel) is { } done)
        {
            OrderReplies.Say(turn, done, Texts.HandBackRefused.With(done.Order.LeadUnit!.ShortName), Texts.BothTold);
        }
    }

    private async Task DeclineAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (press.Sentence is not { } reason)
        {
            await sentences.AskAsync(turn, press, Texts.AskDecline, null, cancel);
        }
        else if (await useCases.StepAsync(turn, sentences, press, new DeclineOrder(press.Id, press.Step, reason), cancel) is { } done)
        {
            OrderReplies.Say(turn, done, Texts.Declined.With(done.Order.Title), Texts.BothTold);
        }
    }

    private async Task ConvertAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await useCases.StepAsync(turn, sentences, press, new ConvertToConsultation(press.Id, press.Step), cancel) is { } done)
        {
            await turn.Work.Db.SaveChangesAsync(cancel);
            var now = await Core.Consultations.Queries.RecordStatus.OfAsync(
                turn.Work.Db,
                turn.Work.Person,
                done.Order.ConsultationId!.Value,
                turn.Work.Now,
                cancel
            );
            turn.Reply(now! with { Title = Texts.Converted.With(done.Order.Title) });
        }
    }

    private async Task SettleAsync(TurnContext turn, Press press, RatingVerdict verdict, CancellationToken cancel)
    {
        if (press.Sentence is not { } reason)
        {
            await sentences.AskAsync(turn, press, Texts.AskVerdict, null, cancel);
        }
        else if (await useCases.StepAsync(turn, sentences, press, new SettleRating(press.Id, press.Step, verdict, reason), cancel) is { } done)
        {
            OrderReplies.Say(
                turn,
                done,
                verdict switch
                {
                    RatingVerdict.DoAgain => Texts.Reopened.With(done.Order.LeadUnit!.ShortName),
                    RatingVerdict.Dismiss => Texts.Dismissed,
                    _ => Texts.Upheld,
                }
            );
        }
    }
}
