using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;
using Act = SupervisionBot.Core.Consultations.Signing.MinutesAction;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>The way of the paper: 送会签, 报签发, 结束会签, 签发, 退回, 撤回, 印发.</summary>
internal sealed class MinutesTalk(UseCases useCases, Sentences sentences) : ITalk
{
    public IEnumerable<(string Verb, Answer Answer)> Verbs =>
        [
            (MinutesChoices.VerbPrefix + Act.SendForCountersign, SendAsync),
            (MinutesChoices.VerbPrefix + Act.Submit, (t, p, c) => SubmitAsync(t, new SubmitMinutes(p.Id, p.Step), c)),
            (MinutesChoices.VerbPrefix + Act.CloseCountersign, (t, p, c) => SubmitAsync(t, new CloseCountersign(p.Id, p.Step), c)),
            (MinutesChoices.VerbPrefix + Act.SignOff, SignOffAsync),
            (MinutesChoices.VerbPrefix + Act.SendBack, SendBackAsync),
            (MinutesChoices.VerbPrefix + Act.RevokeSignOff, RevokeAsync),
            (MinutesChoices.VerbPrefix + Act.Issue, IssueAsync),
        ];

    private async Task SendAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await useCases.DoAsync(turn, new SendForCountersign(press.Id, press.Step), cancel) is { } done)
        {
            Answer(
                turn,
                done.Number,
                (done.Round == 1 ? Texts.CountersignSent : Texts.CountersignSentAgain).With(done.Name),
                done.State == MinutesState.AwaitingSignOff
                    ? Texts.NobodyToCountersign
                    : Texts.CountersignAsked.With(string.Join('、', done.Units), ChinaTime.Moment(done.Due)),
                StandingTalk.Unreached(done.Unreached)
            );
        }
    }

    private async Task SubmitAsync(TurnContext turn, IRecordRequest<MinutesSubmitted> request, CancellationToken cancel)
    {
        if (await useCases.DoAsync(turn, request, cancel) is { } done)
        {
            Answer(
                turn,
                done.Number,
                Texts.Submitted.With(done.Name),
                done.Chairs.Count == 0 ? Texts.NobodyToSign : Texts.SubmittedTo.With(string.Join('、', done.Chairs)),
                done.Missed.Count == 0 ? null : Texts.MissedNoted.With(string.Join('、', done.Missed))
            );
        }
    }

    private async Task SignOffAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await useCases.DoAsync(turn, new SignOffMinutes(press.Id, press.Step), cancel) is { } done)
        {
            Answer(turn, done.Number, Texts.SignedOff.With(done.Name), Texts.SignedOffThen);
        }
    }

    private async Task SendBackAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (press.Sentence is not { } reason)
        {
            await sentences.AskAsync(turn, press, Texts.AskSendBackMinutes, null, cancel);
        }
        else if (await useCases.DoAsync(turn, new SendBackMinutes(press.Id, press.Step, reason), cancel) is { } done)
        {
            Answer(turn, done.Number, Texts.MinutesSentBack.With(done.Name), Texts.MinutesSentBackThen.With(done.OfficeLine));
        }
    }

    private async Task RevokeAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await useCases.DoAsync(turn, new RevokeSignOff(press.Id, press.Step), cancel) is not { } done)
        {
            return;
        }

        var paper = await PaperAsync(turn, done.Id, cancel);
        turn.Reply((paper ?? Message.Say("")) with { Title = Texts.SignOffRevoked.With(done.Name), Facts = [] });
    }

    private async Task IssueAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await useCases.DoAsync(turn, new IssueMinutes(press.Id, press.Step), cancel) is { } done)
        {
            Answer(
                turn,
                done.Number,
                (done.Corrected ? Texts.Corrected : Texts.Issued).With(done.Name, done.IssueMark),
                Texts.IssuedTo.With(string.Join('、', done.Units)),
                StandingTalk.Unreached(done.Unreached)
            );
        }
    }

    private static Task<Message?> PaperAsync(TurnContext turn, Guid id, CancellationToken cancel) =>
        Core.Consultations.Queries.RecordStatus.OfAsync(turn.Work.Db, turn.Work.Person, id, turn.Work.Now, cancel);

    private static void Answer(TurnContext turn, string number, string title, params IEnumerable<string?> lines) =>
        turn.Reply(
            new Message
            {
                Title = title,
                Text = StandingTalk.Lines(lines),
                Footer = number,
            }
        );
}
