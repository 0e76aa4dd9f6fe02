using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Ordering;
using SupervisionBot.Bot.Conversations.Practices;
using SupervisionBot.Bot.Conversations.Talks;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.TypicalPractices;

namespace SupervisionBot.Bot.Conversations;

/// <summary>“撤回” alone means the last one this person sent, consultation, order or practice; with a number, that one. Either is confirmed first.</summary>
internal sealed class Withdrawals(RevisionTalk revision, OrderTownshipTalk orders, PracticeRevisionTalk practices)
{
    public async Task<bool> TryLatestAsync(TurnContext turn, CancellationToken cancel)
    {
        var (db, person) = (turn.Work.Db, turn.Work.Person.Id);
        var consultation = await db
            .Consultations.AsNoTracking()
            .Where(c => c.DrafterId == person)
            .OrderByDescending(c => c.StartedAt)
            .FirstOrDefaultAsync(cancel);
        var unit = turn.Work.Person.UnitId;
        var order = await db
            .AssistanceOrders.AsNoTracking()
            .Where(o => o.UnitId == unit && o.RequesterId == person)
            .OrderByDescending(o => o.PlacedAt)
            .FirstOrDefaultAsync(cancel);
        var practice = await db
            .TypicalPractices.AsNoTracking()
            .Where(p => p.DrafterId == person)
            .OrderByDescending(p => p.SubmittedAt)
            .FirstOrDefaultAsync(cancel);
        if (practice is not null && !(consultation?.StartedAt > practice.SubmittedAt) && !(order?.PlacedAt > practice.SubmittedAt))
        {
            return await ConfirmAsync(turn, practice, cancel);
        }

        return order is not null && (consultation is null || order.PlacedAt > consultation.StartedAt)
            ? await ConfirmAsync(turn, order, cancel)
            : consultation is not null && await ConfirmAsync(turn, consultation, cancel);
    }

    public async Task<bool> TryNumberAsync(TurnContext turn, string number, CancellationToken cancel)
    {
        var found = await RecordFinder.FindAsync(turn.Work.Db, turn.Work.Person, RecordNumbers.WithKind(turn.Text, number), turn.Work.Today, cancel);
        switch (found)
        {
            case [{ Kind: RecordNumber.AssistanceOrder } one]:
                return await turn.Work.Db.AssistanceOrders.AsNoTracking().FirstOrDefaultAsync(o => o.Id == one.Id, cancel) is { } order
                    && await ConfirmAsync(turn, order, cancel);
            case [{ Kind: RecordNumber.TypicalPractice } one]:
                return await turn.Work.Db.TypicalPractices.AsNoTracking().FirstOrDefaultAsync(p => p.Id == one.Id, cancel) is { } practice
                    && await ConfirmAsync(turn, practice, cancel);
            case [var one]:
                return await turn.Work.Db.Consultations.AsNoTracking().Include(c => c.InvitedUnits).FirstOrDefaultAsync(c => c.Id == one.Id, cancel)
                        is { } consultation
                    && await ConfirmAsync(turn, consultation, cancel);
            default:
                return false;
        }
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

    private async Task<bool> ConfirmAsync(TurnContext turn, AssistanceOrder order, CancellationToken cancel)
    {
        if (!OrderLifecycle.Table.Can(turn.Work.Person, OrderAction.Cancel, order))
        {
            return false;
        }

        var choice = OrderChoices.Of(OrderAction.Cancel, order);
        await orders.ConfirmAsync(turn, Press.Of(choice.Verb, choice.Arguments), cancel);
        return true;
    }

    private async Task<bool> ConfirmAsync(TurnContext turn, TypicalPractice practice, CancellationToken cancel)
    {
        if (!PracticeLifecycle.Table.Can(turn.Work.Person, PracticeAction.Cancel, practice))
        {
            return false;
        }

        var choice = PracticeChoices.Of(PracticeAction.Cancel, practice);
        await practices.ConfirmAsync(turn, Press.Of(choice.Verb, choice.Arguments), cancel);
        return true;
    }
}
