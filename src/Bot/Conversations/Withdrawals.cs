using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Talks;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Queries;

namespace SupervisionBot.Bot.Conversations;

/// <summary>“撤回” alone means the last one this person sent; with a number, that one. Either is confirmed first.</summary>
internal sealed class Withdrawals(RevisionTalk revision)
{
    public async Task<bool> TryLatestAsync(TurnContext turn, CancellationToken cancel)
    {
        var latest = await turn
            .Work.Db.Consultations.AsNoTracking()
            .Where(c => c.DrafterId == turn.Work.Person.Id)
            .OrderByDescending(c => c.StartedAt)
            .FirstOrDefaultAsync(cancel);
        return latest is not null && await ConfirmAsync(turn, latest, cancel);
    }

    public async Task<bool> TryNumberAsync(TurnContext turn, string number, CancellationToken cancel)
    {
        var found = await RecordFinder.FindAsync(turn.Work.Db, turn.Work.Person, number, turn.Work.Today, cancel);
        if (found is not [var only])
        {
            return false;
        }

        var consultation = await turn
            .Work.Db.Consultations.AsNoTracking()
            .Include(c => c.InvitedUnits)
            .FirstOrDefaultAsync(c => c.Id == only.Id, cancel);
        return consultation is not null && await ConfirmAsync(turn, consultation, cancel);
    }

    private async Task<bool> ConfirmAsync(TurnContext turn, Consultation consultation, CancellationToken cancel)
    {
        if (!ConsultationLifecycle.Table.Can(turn.Work.Person, ConsultationAction.Cancel, consultation))
        {
            return false;
        }

        var choice = ConsultationChoices.Of(ConsultationAction.Cancel, consultation, "");
        await revision.ConfirmAsync(turn, Press.Of(choice.Verb, choice.Arguments), cancel);
        return true;
    }
}
