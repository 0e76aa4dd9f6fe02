using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Starting;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;
using static SupervisionBot.Core.Consultations.ConsultationAction;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>What the initiating unit does to its own consultation after sending it: amend, complete, add, withdraw.</summary>
internal sealed class RevisionTalk(UseCases useCases, Sentences sentences, StartTalk starting) : ITalk
{
    private const string Withdraw = "consultation.withdraw";

    public IEnumerable<(string Verb, Answer Answer)> Verbs =>
        [
            (ConsultationChoices.VerbPrefix + Amend, AmendAsync),
            (ConsultationChoices.VerbPrefix + Complete, CompleteAsync),
            (ConsultationChoices.VerbPrefix + ConsultationAction.AddMaterial, AddAsync),
            (ConsultationChoices.VerbPrefix + Cancel, ConfirmAsync),
            (Withdraw, WithdrawAsync),
        ];

    private async Task AmendAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var unitId = turn.Work.Person.UnitId;
        var consultation = await turn
            .Work.Db.Consultations.AsNoTracking()
            .Include(c => c.InvitedUnits)
            .FirstOrDefaultAsync(c => c.Id == press.Id && c.UnitId == unitId, cancel);
        if (consultation is null || !ConsultationLifecycle.Table.Can(turn.Work.Person, Amend, consultation))
        {
            await StandingTalk.RefuseAsync(turn, new Refusal(Refusal.Stale, Conversations.Texts.ChoiceGone), press.Id, cancel);
            return;
        }

        var draft = Drafts.Begin(turn, StartDraft.Kind, StartDraft.Of(consultation).Write(), consultation.Id);
        await starting.ShowAsync(turn, draft, cancel);
    }

    private async Task CompleteAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (press.Sentence is not { } text)
        {
            await sentences.AskAsync(turn, press, Texts.AskCompletion, null, cancel);
            return;
        }

        var outcome = await useCases.RunInAsync(turn.Work, new CompleteConsultation(press.Id, press.Step, text, press.FileIds ?? []), cancel);
        await SayAsync(turn, press.Id, outcome.Refusal, Texts.Completed, cancel);
    }

    private async Task AddAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (press.Sentence is not { } text)
        {
            await sentences.AskAsync(turn, press, Texts.AskMaterial, null, cancel);
            return;
        }

        var outcome = await useCases.RunInAsync(turn.Work, new AddMaterial(press.Id, null, text, press.FileIds ?? []), cancel);
        await SayAsync(turn, press.Id, outcome.Refusal, Texts.MaterialAdded, cancel);
    }

    /// <summary>What cannot be undone is asked for once more.</summary>
    public async Task ConfirmAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var title = await turn
            .Work.Db.Consultations.VisibleTo(turn.Work.Person)
            .Where(c => c.Id == press.Id)
            .Select(c => c.Title)
            .FirstOrDefaultAsync(cancel);
        if (title is null)
        {
            // Refused as the act itself is; nothing is told of a record that the person may not see.
            await WithdrawAsync(turn, press, cancel);
            return;
        }

        turn.Reply(
            new Message
            {
                Title = Texts.ConfirmWithdraw.With(title),
                Choices = [new Choice(Texts.ChoiceWithdraw, Withdraw, press.Arguments), new Choice(Conversations.Texts.NotNow, HelpTalk.Never)],
            }
        );
    }

    private async Task WithdrawAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var outcome = await useCases.RunInAsync(turn.Work, new CancelConsultation(press.Id, press.Step, press.Sentence), cancel);
        await SayAsync(turn, press.Id, outcome.Refusal, Texts.Withdrawn, cancel);
    }

    private static async Task SayAsync(TurnContext turn, Guid id, Refusal? refusal, string done, CancellationToken cancel)
    {
        if (refusal is not null)
        {
            await StandingTalk.RefuseAsync(turn, refusal, id, cancel);
            return;
        }

        turn.Reply(done);
    }
}
