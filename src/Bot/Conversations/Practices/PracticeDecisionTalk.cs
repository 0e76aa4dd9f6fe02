using SupervisionBot.Bot.Conversations.Talks;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Core.UseCases;
using Act = SupervisionBot.Core.TypicalPractices.PracticeAction;

namespace SupervisionBot.Bot.Conversations.Practices;

/// <summary>What the unit's leader and the office decide about a practice: 审签, and 采用, 备用, 退改 or 不采用 with one sentence on why.</summary>
internal sealed class PracticeDecisionTalk(UseCases useCases, Sentences sentences) : ITalk
{
    public IEnumerable<(string Verb, Answer Answer)> Verbs =>
        [
            (PracticeChoices.VerbPrefix + Act.Release, ReleaseAsync),
            (PracticeChoices.VerbPrefix + Act.ReleaseOnBehalf, ReleaseOnBehalfAsync),
            (PracticeChoices.VerbPrefix + Act.RevokeRelease, RevokeAsync),
            (PracticeChoices.VerbPrefix + Act.SendBack, SendBackAsync),
            .. Enum.GetValues<ReviewDecision>()
                .Select(decision =>
                    (PracticeChoices.VerbPrefix + ReviewPractice.ActionFor(decision), (Answer)((t, p, c) => ReviewAsync(t, p, decision, c)))
                ),
        ];

    public IEnumerable<string> Releasing => [PracticeChoices.VerbPrefix + Act.Release];

    private async Task ReleaseAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await useCases.DoAsync(turn, new ReleasePractice(press.Id, press.Step), cancel) is { } done)
        {
            Say(turn, Texts.Released.With(done.Title), Texts.ReleasedThen, done.Number);
        }
    }

    /// <summary>Enters the leader's agreement; what was said is <see cref="Press.Sentence"/>.</summary>
    public async Task ReleaseOnBehalfAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var words = press.Sentence ?? Talks.Texts.PhoneAgreed;
        if (await useCases.DoAsync(turn, new ReleasePracticeOnBehalf(press.Id, press.Step, words), cancel) is { } done)
        {
            Say(
                turn,
                Talks.Texts.EnteredOnBehalf.With(done.LeaderName, done.EnteredBy, ChinaTime.Moment(done.At)),
                Texts.EnteredThen.With(done.OfficeLine),
                done.Number
            );
        }
    }

    private async Task RevokeAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await useCases.DoAsync(turn, new RevokePracticeRelease(press.Id, press.Step), cancel) is { } done)
        {
            Say(turn, Texts.Revoked.With(done.Title), null, done.Number);
        }
    }

    private async Task SendBackAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (press.Sentence is not { } reason)
        {
            await sentences.AskAsync(turn, press, Talks.Texts.AskSendBack, null, cancel);
            return;
        }

        if (await useCases.DoAsync(turn, new SendBackPractice(press.Id, press.Step, reason), cancel) is { } done)
        {
            Say(turn, Texts.SentBack.With(done.DrafterName, done.Title), null, done.Number);
        }
    }

    private async Task ReviewAsync(TurnContext turn, Press press, ReviewDecision decision, CancellationToken cancel)
    {
        if (press.Sentence is not { } reason)
        {
            await sentences.AskAsync(turn, press, decision == ReviewDecision.ReturnForRevision ? Texts.AskRevision : Texts.AskReason, null, cancel);
            return;
        }

        if (await useCases.DoAsync(turn, new ReviewPractice(press.Id, press.Step, decision, reason), cancel) is { } done)
        {
            var label = PracticeChoices.Label(ReviewPractice.ActionFor(decision));
            Say(turn, Texts.Reviewed.With(label, done.Title), Texts.ReviewedThen.With(done.UnitName, done.DrafterName), done.Number);
        }
    }

    private static void Say(TurnContext turn, string title, string? text, string number) =>
        turn.Reply(
            new Message
            {
                Title = title,
                Text = text,
                Footer = PracticeChoices.Footer(number),
            }
        );
}
