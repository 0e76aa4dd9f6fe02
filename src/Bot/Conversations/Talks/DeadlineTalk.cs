using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;
using Act = SupervisionBot.Core.Deadlines.DeadlineAction;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>期限: what the unit asks for or explains, what the office rules, holds back, pauses and takes on. At most one sentence each.</summary>
internal sealed class DeadlineTalk(UseCases useCases, Sentences sentences, DayWords days, WorkingCalendar calendar) : ITalk
{
    private const int ExampleAfter = 10;

    public IEnumerable<(string Verb, Answer Answer)> Verbs =>
        [
            (DeadlineChoices.Show, ShowAsync),
            (DeadlineChoices.Why, WhyAsync),
            (DeadlineChoices.SendAsPlanned, SendAsPlannedAsync),
            (DeadlineChoices.EnterAnswer, EnterAnswerAsync),
            (Verb(Act.AskExtension), AskExtensionAsync),
            (Verb(Act.ClaimAnswered), (t, p, c) => DoAsync(t, new ClaimAnswered(p.Id, p.Step, p.Sentence), a => Texts.Claimed.With(a.Due), c)),
            (Verb(Act.Explain), (t, p, c) => SayAsync(t, p, Texts.AskExplanation, s => new ExplainDelay(p.Id, p.Step, s), _ => Texts.Explained, c)),
            (Verb(Act.TakeCharge), (t, p, c) => DoAsync(t, new TakeCharge(p.Id, p.Step), _ => Texts.TakenCharge, c)),
            (Verb(Act.Hold), (t, p, c) => SayAsync(t, p, Texts.AskHold, s => new HoldEscalation(p.Id, p.Step, s), _ => Texts.Held, c)),
            (Verb(Act.Pause), PauseAsync),
            (Verb(Act.Resume), (t, p, c) => DoAsync(t, new ResumeDeadline(p.Id, p.Step), a => Texts.Resumed.With(a.Due), c)),
            (Verb(Act.Grant), GrantAsync),
            (Verb(Act.Refuse), (t, p, c) => SayAsync(t, p, Texts.AskRefusal, s => new Rule(p.Id, p.Step, Grant: false, s), _ => Texts.Ruled, c)),
        ];

    public IEnumerable<string> OnlyShowing => [DeadlineChoices.Show, DeadlineChoices.Why];

    private static string Verb(Act action) => DeadlineChoices.VerbPrefix + action;

    private async Task ShowAsync(TurnContext turn, Press press, CancellationToken cancel) =>
        turn.Reply(
            await DeadlineStatus.OfAsync(turn.Work.Db, turn.Work.Person, press.Id, turn.Work.Now, calendar, cancel)
                ?? Message.Say(Texts.NothingMoreToDo)
        );

    private async Task WhyAsync(TurnContext turn, Press press, CancellationToken cancel) =>
        turn.Reply(await DeadlineStatus.WhyAsync(turn.Work.Db, turn.Work.Person, press.Id, calendar, cancel) ?? Message.Say(Texts.NothingMoreToDo));

    private static async Task SendAsPlannedAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var at = await turn
            .Work.Db.Deadlines.VisibleTo(turn.Work.Person)
            .Where(d => d.Id == press.Id && d.State == DeadlineState.Open)
            .Select(d => d.NextStepAt)
            .FirstOrDefaultAsync(cancel);
        turn.Reply(at is { } moment ? Texts.SentAsPlanned.With(ChinaTime.Moment(moment)) : Texts.NothingMoreToDo);
    }

    /// <summary>More time, as long as there is some; afterwards the sentence that is still wanted is asked for instead, and taken as that.</summary>
    private async Task AskExtensionAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var deadline = await turn.Work.Db.Deadlines.AsNoTracking().VisibleTo(turn.Work.Person).FirstOrDefaultAsync(d => d.Id == press.Id, cancel);
        if (deadline is { State: DeadlineState.Open } open && turn.Work.Now > open.Due)
        {
            await sentences.AskAsync(turn, Press.Of(Verb(Act.Explain), press.Arguments), Texts.TooLateToExtend, null, cancel);
            return;
        }

        if (press.Sentence is not { } sentence)
        {
            await sentences.AskAsync(turn, press, Texts.AskExtension, Example(turn, Texts.AskExtensionExample), cancel);
            return;
        }

        if (days.FirstIn(sentence, turn.Work.Now) is not { } day)
        {
            await sentences.AskAsync(turn, press with { Sentence = null }, Texts.WhichDay, Example(turn, Texts.AskExtensionExample), cancel);
            return;
        }

        await DoOrAskAgainAsync(turn, press, new AskExtension(press.Id, press.Step, day, sentence), a => Texts.ExtensionAsked.With(a.Due), cancel);
    }

    private string Example(TurnContext turn, string words) => words.With(ChinaTime.ShortDay(calendar.AddWorkingDays(turn.Work.Today, ExampleAfter)));

    private async Task PauseAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (press.Sentence is not { } sentence)
        {
            await sentences.AskAsync(turn, press, Texts.AskPause, Example(turn, Texts.AskPauseExample), cancel);
            return;
        }

        if (days.FirstIn(sentence, turn.Work.Now) is not { } day)
        {
            await sentences.AskAsync(turn, press with { Sentence = null }, Texts.WhichDay, Example(turn, Texts.AskPauseExample), cancel);
            return;
        }

        await DoOrAskAgainAsync(
            turn,
            press,
            new PauseDeadline(press.Id, press.Step, day, sentence),
            _ => Texts.Paused.With(ChinaTime.Day(day)),
            cancel
        );
    }

    /// <summary>An extension is granted by the press; an answer given by telephone is entered in one sentence, which ends the matter.</summary>
    private async Task GrantAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var deadline = await turn.Work.Db.Deadlines.AsNoTracking().VisibleTo(turn.Work.Person).FirstOrDefaultAsync(d => d.Id == press.Id, cancel);
        if (deadline is not { State: DeadlineState.AwaitingRuling, Asked: RulingKind.AnsweredByPhone })
        {
            await DoAsync(turn, new Rule(press.Id, press.Step, Grant: true), a => Texts.Extended.With(a.Due), cancel);
        }
        else
        {
            await EnterAsync(turn, press, deadline, cancel);
        }
    }

    private async Task EnterAnswerAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var deadline = await turn.Work.Db.Deadlines.AsNoTracking().VisibleTo(turn.Work.Person).FirstOrDefaultAsync(d => d.Id == press.Id, cancel);
        if (deadline is not { ClosedAt: null, Promise: Promise.View })
        {
            turn.Reply(Texts.NothingMoreToDo);
            return;
        }

        await EnterAsync(turn, press, deadline, cancel);
    }

    /// <summary>代录: what a unit said on the telephone, in one sentence.</summary>
    private async Task EnterAsync(TurnContext turn, Press press, Deadline deadline, CancellationToken cancel)
    {
        if (press.Sentence is not { } sentence)
        {
            await sentences.AskAsync(turn, press, Texts.AskEnteredView, null, cancel);
            return;
        }

        var (text, basis) = ViewSentence.Split(sentence);
        var view = new EnterView(deadline.RecordId, deadline.UnitId, ViewSentence.KindOf(sentence), text, basis);
        if (await useCases.DoAsync(turn, view, cancel) is { } given)
        {
            turn.Reply(Texts.ViewEntered.With(given.UnitName, given.Title));
        }
    }

    private async Task SayAsync(
        TurnContext turn,
        Press press,
        string question,
        Func<string, IRecordRequest<DeadlineAnswer>> request,
        Func<DeadlineAnswer, string> answer,
        CancellationToken cancel
    )
    {
        if (press.Sentence is not { } sentence)
        {
            await sentences.AskAsync(turn, press, question, null, cancel);
            return;
        }

        await DoOrAskAgainAsync(turn, press, request(sentence), answer, cancel);
    }

    private async Task DoAsync(
        TurnContext turn,
        IRecordRequest<DeadlineAnswer> request,
        Func<DeadlineAnswer, string> answer,
        CancellationToken cancel
    )
    {
        if (await useCases.DoAsync(turn, request, cancel) is { } done)
        {
            Reply(turn, done, answer(done));
        }
    }

    /// <summary>What is merely wrong is asked for once more; the rest is refused as everywhere.</summary>
    private async Task DoOrAskAgainAsync(
        TurnContext turn,
        Press press,
        IRecordRequest<DeadlineAnswer> request,
        Func<DeadlineAnswer, string> answer,
        CancellationToken cancel
    )
    {
        var outcome = await useCases.RunInAsync(turn.Work, request, cancel);
        switch (outcome.Refusal)
        {
            case null:
                Reply(turn, outcome.Value, answer(outcome.Value));
                break;
            case { Code: Refusal.Invalid } wrong:
                await sentences.AskAsync(turn, press with { Sentence = null }, wrong.Sentence, null, cancel);
                break;
            default:
                await StandingTalk.RefuseAsync(turn, outcome.Refusal, press.Id, cancel);
                break;
        }
    }

    private static void Reply(TurnContext turn, DeadlineAnswer done, string text) =>
        turn.Reply(
            new Message
            {
                Title = text,
                Text = done.Title,
                Footer = done.Number,
            }
        );
}
