using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Practices;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Core.UseCases;
using Act = SupervisionBot.Core.Consultations.ConsultationAction;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>审签: one message, one action; or “领导电话同意” entered for the leader, who may take it back.</summary>
internal sealed class ReleaseTalk(UseCases useCases, Sentences sentences, PracticeDecisionTalk practices) : ITalk, IInWords
{
    public IEnumerable<(string Verb, Answer Answer)> Verbs =>
        [
            (ConsultationChoices.VerbPrefix + Act.Release, ReleaseAsync),
            (ConsultationChoices.VerbPrefix + Act.ReleaseOnBehalf, ReleaseOnBehalfAsync),
            (ConsultationChoices.VerbPrefix + Act.RevokeRelease, RevokeAsync),
            (ConsultationChoices.VerbPrefix + Act.SendBack, SendBackAsync),
        ];

    public IEnumerable<string> Releasing => [ConsultationChoices.VerbPrefix + Act.Release];

    /// <summary>“王主任在村里，电话上同意了”: enters the agreement for the one consultation or practice of this unit that waits for it.</summary>
    /// <returns>False when nothing waits for a leader's agreement here.</returns>
    public async Task<bool> TryAsync(TurnContext turn, CancellationToken cancel)
    {
        if (!PhoneAgreement.IsMeant(turn.Text))
        {
            return false;
        }

        var unitId = turn.Work.Person.UnitId;
        var waiting = await turn
            .Work.Db.Consultations.AsNoTracking()
            .Where(c => c.UnitId == unitId && c.State == ConsultationState.AwaitingRelease)
            .OrderByDescending(c => c.StartedAt)
            .ToListAsync(cancel);
        List<Choice> choices =
        [
            .. waiting.Select(c => ConsultationChoices.Of(Act.ReleaseOnBehalf, c, c.Title)),
            .. await PracticesAsync(turn, cancel),
        ];
        if (choices is not [var only])
        {
            if (choices.Count > 1)
            {
                turn.Reply(new Message { Title = Texts.WhichReleased, Choices = choices });
            }

            return choices.Count > 1;
        }

        var press = Press.Of(only.Verb, only.Arguments) with { Sentence = turn.Text };
        await (waiting.Count == 1 ? ReleaseOnBehalfAsync(turn, press, cancel) : practices.ReleaseOnBehalfAsync(turn, press, cancel));
        return true;
    }

    private static async Task<IEnumerable<Choice>> PracticesAsync(TurnContext turn, CancellationToken cancel)
    {
        var unitId = turn.Work.Person.UnitId;
        var waiting = await turn
            .Work.Db.TypicalPractices.AsNoTracking()
            .Where(p => p.UnitId == unitId && p.State == PracticeState.AwaitingRelease)
            .OrderByDescending(p => p.SubmittedAt)
            .ToListAsync(cancel);
        return waiting.Select(p => PracticeChoices.Of(PracticeAction.ReleaseOnBehalf, p, p.Title));
    }

    private async Task ReleaseAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var outcome = await useCases.RunInAsync(turn.Work, new ReleaseConsultation(press.Id, press.Step), cancel);
        if (outcome.Refusal is { } refusal)
        {
            await StandingTalk.RefuseAsync(turn, refusal, press.Id, cancel);
            return;
        }

        var done = outcome.Value;
        turn.Reply(
            new Message
            {
                Title = Texts.Released.With(done.Title),
                Text = Texts.ReleasedThen.With(ChinaTime.Moment(done.AdmissionDue)),
                Footer = StandingTalk.Footer(done.Number),
            }
        );
    }

    /// <summary>Enters the leader's agreement for the consultation of the press; what was said is <see cref="Press.Sentence"/>.</summary>
    public async Task ReleaseOnBehalfAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var outcome = await useCases.RunInAsync(turn.Work, new ReleaseOnBehalf(press.Id, press.Step, press.Sentence ?? Texts.PhoneAgreed), cancel);
        if (outcome.Refusal is { } refusal)
        {
            await StandingTalk.RefuseAsync(turn, refusal, press.Id, cancel);
            return;
        }

        var done = outcome.Value;
        var name = turn.Work.Person.Person.Name;
        turn.Reply(
            new Message
            {
                Title = Texts.EnteredOnBehalf.With(done.LeaderName, name, ChinaTime.Moment(turn.Work.Now)),
                Text = Texts.EnteredThen.With(await OfficeLine.GetAsync(turn.Work.Db, cancel), ChinaTime.Moment(done.AdmissionDue)),
                Footer = StandingTalk.Footer(done.Number),
            }
        );
    }

    private async Task RevokeAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var outcome = await useCases.RunInAsync(turn.Work, new RevokeRelease(press.Id, press.Step), cancel);
        if (outcome.Refusal is { } refusal)
        {
            await StandingTalk.RefuseAsync(turn, refusal, press.Id, cancel);
            return;
        }

        turn.Reply(Texts.Revoked);
    }

    private async Task SendBackAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (press.Sentence is not { } reason)
        {
            await sentences.AskAsync(turn, press, Texts.AskSendBack, null, cancel);
            return;
        }

        var outcome = await useCases.RunInAsync(turn.Work, new SendBackConsultation(press.Id, press.Step, reason), cancel);
        if (outcome.Refusal is { } refusal)
        {
            await StandingTalk.RefuseAsync(turn, refusal, press.Id, cancel);
            return;
        }

        turn.Reply(Texts.SentBack);
    }
}
