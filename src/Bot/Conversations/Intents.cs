using SupervisionBot.Bot.Conversations.Starting;
using SupervisionBot.Bot.Conversations.Talks;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations;

/// <summary>What a free sentence means, and which talk takes it. Unsure: the two nearest things, never a guess into an action.</summary>
internal sealed class Intents(
    Names names,
    WorkingCalendar calendar,
    StartTalk start,
    OverviewTalk overview,
    HelpTalk help,
    IEnumerable<IInWords> inWords,
    ProgressInWords progress,
    Withdrawals withdrawals
)
{
    private const int LongestInterruption = 20;

    public async Task HandleAsync(TurnContext turn, CancellationToken cancel)
    {
        foreach (var reader in inWords)
        {
            if (await reader.TryAsync(turn, cancel))
            {
                return;
            }
        }

        var understood = await UnderstandAsync(turn, cancel);
        if (understood.Intent is Intent.TaskProgress or Intent.CompleteOrder && await progress.TakeAsync(turn, certain: false, cancel))
        {
            return;
        }

        if (!understood.IsSure && understood.Intent != Intent.StartConsultation)
        {
            await help.UnsureAsync(turn, understood.Intent, cancel);
            return;
        }

        await TakeAsync(turn, understood, cancel);
    }

    /// <summary>A short question in the middle of a draft (我的待办, 12号到哪了) is answered; the draft stays open. Everything else belongs to the draft.</summary>
    public async Task<bool> TryInterruptAsync(TurnContext turn, Draft draft, CancellationToken cancel)
    {
        if (draft.Kind != StartDraft.Kind || turn.Text.Length is 0 or > LongestInterruption)
        {
            return false;
        }

        var understood = await UnderstandAsync(turn, cancel);
        if (!understood.IsSure || understood.Intent is not (Intent.MyTodos or Intent.QueryStatus or Intent.Help))
        {
            return false;
        }

        await TakeAsync(turn, understood, cancel);
        return true;
    }

    private async Task<Understanding.Understanding> UnderstandAsync(TurnContext turn, CancellationToken cancel)
    {
        var gazetteer = await names.GazetteerAsync(turn.Work.Db, cancel);
        return new Understander(gazetteer, calendar).Understand(turn.Text, turn.Work.Now);
    }

    private async Task TakeAsync(TurnContext turn, Understanding.Understanding understood, CancellationToken cancel)
    {
        var number = understood.Slots.GetValueOrDefault("no") as string;
        switch (understood.Intent)
        {
            case Intent.StartConsultation:
                await start.BeginAsync(turn, cancel);
                break;
            case Intent.MyTodos:
                await overview.TodosAsync(turn, cancel);
                break;
            case Intent.QueryStatus:
                await overview.StatusAsync(turn, number, cancel);
                break;
            case Intent.Help:
                await help.HelpAsync(turn, cancel);
                break;
            case Intent.Greet:
                await help.GreetAsync(turn, cancel);
                break;
            case Intent.Cancel:
                await CancelAsync(turn, number, cancel);
                break;
            case Intent.OutOfScope:
                await help.OutOfScopeAsync(turn, cancel);
                break;
            default:
                await help.NotYetAsync(turn, cancel);
                break;
        }
    }

    private async Task CancelAsync(TurnContext turn, string? number, CancellationToken cancel)
    {
        var confirmed = number is null ? await withdrawals.TryLatestAsync(turn, cancel) : await withdrawals.TryNumberAsync(turn, number, cancel);
        if (!confirmed)
        {
            turn.Reply(Texts.NothingToCancel);
        }
    }
}
