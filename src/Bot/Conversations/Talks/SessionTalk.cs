using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>What units and the office say about a session: who comes, another time, called off, opened.</summary>
internal sealed class SessionTalk(UseCases useCases, Sentences sentences, SessionWords words) : ITalk
{
    public IEnumerable<(string Verb, Answer Answer)> Verbs =>
        [
            (SessionChoices.VerbPrefix + SessionAction.Answer, AnswerInvitationAsync),
            (SessionChoices.VerbPrefix + SessionAction.Reschedule, RescheduleAsync),
            (SessionChoices.VerbPrefix + SessionAction.Cancel, CancelAsync),
            (SessionChoices.VerbPrefix + SessionAction.Open, OpenAsync),
        ];

    private async Task AnswerInvitationAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var leave = press.Arguments.GetValueOrDefault(SessionChoices.ReplyKey) == nameof(AttendanceReply.Leave);
        if (leave && press.Sentence is null)
        {
            await sentences.AskAsync(turn, press, Texts.AskLeave, null, cancel);
            return;
        }

        var reply = leave ? AttendanceReply.Leave : AttendanceReply.Accepted;
        var outcome = await useCases.RunInAsync(turn.Work, new AnswerInvitation(press.Id, press.Step, reply, press.Sentence), cancel);
        await SayAsync(turn, press, outcome.Refusal, leave ? Texts.LeaveTaken : Texts.AcceptedInvitation, cancel);
    }

    private async Task RescheduleAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (press.Sentence is not { } sentence)
        {
            await sentences.AskAsync(turn, press, Texts.AskReschedule, null, cancel);
            return;
        }

        var (start, place) = words.Read(sentence, turn.Work.Now);
        if (start is not { } at)
        {
            await sentences.AskAsync(turn, press with { Sentence = null }, Texts.WhenUnclear.With(words.ExampleDay(turn.Work.Today)), null, cancel);
            return;
        }

        var outcome = await useCases.RunInAsync(turn.Work, new RescheduleSession(press.Id, press.Step, at, place), cancel);
        await SayAsync(turn, press, outcome.Refusal, Texts.Rescheduled.With(ChinaTime.Moment(at)), cancel);
    }

    private async Task CancelAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (press.Sentence is not { } reason)
        {
            await sentences.AskAsync(turn, press, Texts.AskCancelSession, null, cancel);
            return;
        }

        var outcome = await useCases.RunInAsync(turn.Work, new CancelSession(press.Id, press.Step, reason), cancel);
        await SayAsync(turn, press, outcome.Refusal, Texts.SessionCancelled, cancel);
    }

    private async Task OpenAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var outcome = await useCases.RunInAsync(turn.Work, new OpenSession(press.Id, press.Step), cancel);
        if (outcome.Refusal is { } refusal)
        {
            await StandingTalk.RefuseAsync(turn, refusal, press.Id, cancel);
            return;
        }

        turn.Reply(RecordPage(outcome.Value));
    }

    private static Message RecordPage(SessionOpened opened) =>
        new()
        {
            Title = Texts.SessionOpened.With(opened.Title),
            Text = Texts.SessionOpenedThen,
            Choices = [new Choice(Texts.ChoiceRecord, "open", Url: $"/sessions/{opened.Number}")],
        };

    private static async Task SayAsync(TurnContext turn, Press press, Refusal? refusal, string done, CancellationToken cancel)
    {
        if (refusal is not null)
        {
            await StandingTalk.RefuseAsync(turn, refusal, press.Id, cancel);
            return;
        }

        turn.Reply(done);
    }
}
