using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Talks;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Practices;

/// <summary>What the unit does to its own practice after sending it: amend, withdraw.</summary>
internal sealed class PracticeRevisionTalk(UseCases useCases, PracticeCard card) : ITalk
{
    private const string Withdraw = "practice.withdraw";

    public IEnumerable<(string Verb, Answer Answer)> Verbs =>
        [
            (PracticeChoices.VerbPrefix + PracticeAction.Amend, AmendAsync),
            (PracticeChoices.VerbPrefix + PracticeAction.Cancel, ConfirmAsync),
            (Withdraw, WithdrawAsync),
        ];

    private async Task AmendAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var practice = await FindAsync(turn, press.Id, cancel);
        if (practice is null || !PracticeLifecycle.Table.Can(turn.Work.Person, PracticeAction.Amend, practice))
        {
            await StandingTalk.RefuseAsync(turn, new Refusal(Refusal.Stale, Conversations.Texts.ChoiceGone), press.Id, cancel);
            return;
        }

        var draft = Drafts.Begin(turn, PracticeDraft.Kind, PracticeDraft.Of(practice).Write(), practice.Id);
        var title = practice.Reason is { } reason ? Texts.AmendingBecause.With(reason) : Texts.Amending;
        turn.Reply(await card.DrawAsync(turn, draft, title, cancel));
    }

    /// <summary>What cannot be undone is asked for once more.</summary>
    public async Task ConfirmAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await FindAsync(turn, press.Id, cancel) is not { } practice)
        {
            // Refused as the act itself is; nothing is told of a record that the person may not see.
            await WithdrawAsync(turn, press, cancel);
            return;
        }

        turn.Reply(
            new Message
            {
                Title = Talks.Texts.ConfirmWithdraw.With(practice.Title),
                Choices = [new Choice(Talks.Texts.ChoiceWithdraw, Withdraw, press.Arguments), new Choice(Conversations.Texts.NotNow, HelpTalk.Never)],
            }
        );
    }

    private async Task WithdrawAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await useCases.DoAsync(turn, new CancelPractice(press.Id, press.Step, press.Sentence), cancel) is not null)
        {
            turn.Reply(Talks.Texts.Withdrawn);
        }
    }

    private static Task<TypicalPractice?> FindAsync(TurnContext turn, Guid id, CancellationToken cancel) =>
        turn.Work.Db.TypicalPractices.AsNoTracking().VisibleTo(turn.Work.Person).FirstOrDefaultAsync(p => p.Id == id, cancel);
}
