using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>The agenda before a session: its order in one sentence, and sending it with the material.</summary>
internal sealed class AgendaTalk(UseCases useCases, Sentences sentences) : ITalk
{
    public IEnumerable<(string Verb, Answer Answer)> Verbs =>
        [(SessionChoices.VerbPrefix + SessionAction.SendAgenda, SendAsync), (SessionChoices.VerbPrefix + SessionAction.ArrangeAgenda, ArrangeAsync)];

    private async Task SendAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await useCases.DoAsync(turn, new SendAgenda(press.Id, press.Step), cancel) is { } done)
        {
            turn.Reply(
                new Message
                {
                    Title = (done.Again ? Texts.AgendaSentAgain : Texts.AgendaSent).With(done.Title),
                    Text = StandingTalk.Lines(Texts.AgendaSentTo.With(string.Join('、', done.Units)), StandingTalk.Unreached(done.Unreached)),
                    Footer = done.Number,
                }
            );
        }
    }

    private async Task ArrangeAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var person = turn.Work.Person;
        var session = await turn.Work.Db.Sessions.AsNoTracking().VisibleTo(person).WithAgenda().FirstOrDefaultAsync(s => s.Id == press.Id, cancel);
        var items = session?.AgendaItems.OrderBy(i => i.Order).ToList() ?? [];
        // Who may not set the order is refused as by the act itself, before being asked for anything.
        if (session is not null && press.Sentence is null && SessionLifecycle.Table.Can(person, SessionAction.ArrangeAgenda, session))
        {
            await sentences.AskAsync(turn, press, Texts.AskOrder, SessionNames.Agenda(session), cancel);
            return;
        }

        var order = press.Sentence is { } said
            ? AgendaOrder.Read(said, items.ConvertAll(i => i.Consultation!.Title))
            : [.. Enumerable.Range(0, items.Count)];
        if (order is null)
        {
            await sentences.AskAsync(turn, press with { Sentence = null }, Texts.OrderUnclear, SessionNames.Agenda(session!), cancel);
            return;
        }

        var request = new ArrangeAgenda(press.Id, press.Step, [.. order.Select(i => items[i].Id)]);
        if (await useCases.DoAsync(turn, request, cancel) is { } done)
        {
            var now = await turn.Work.Db.Sessions.AsNoTracking().WithAgenda().FirstAsync(s => s.Id == done.Id, cancel);
            turn.Reply(
                new Message
                {
                    Title = done.SendAgain ? Texts.ArrangedSendAgain : Texts.Arranged,
                    Text = done.Agenda,
                    Choices = [.. SessionChoices.Before(person, now), SessionChoices.AgendaPage(now)],
                    Footer = done.Number,
                }
            );
        }
    }
}
