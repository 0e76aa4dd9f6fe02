using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>What units and the office say about a session: who comes, and that it was opened.</summary>
internal sealed class SessionTalk(UseCases useCases, Sentences sentences) : ITalk
{
    public IEnumerable<(string Verb, Answer Answer)> Verbs =>
        [(SessionChoices.VerbPrefix + SessionAction.Answer, AnswerInvitationAsync), (SessionChoices.VerbPrefix + SessionAction.Open, OpenAsync)];

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
