using SupervisionBot.Bot.Conversations.Ordering;
using SupervisionBot.Bot.Conversations.Practices;
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
    OrderTalk order,
    PracticeTalk practice,
    OverviewTalk overview,
    HelpTalk help,
    FilesTalk files,
    IEnumerable<IInWords> inWords,
    IEnumerable<ISendableTalk> sendable,
    Sentences sentences,
    ProgressInWords progress,
    Withdrawals withdrawals,
    ShortAnswers shortAnswers
)
{
    private const int LongestInterruption = 20;
    private const double LikelyOrder = 0.3;

    // Below it 那个小饭桌的事情他们看到没有啊 would become a draft, and swallow what is said next.
    private const double PossibleConsultation = 0.1;

    public async Task HandleAsync(TurnContext turn, CancellationToken cancel)
    {
        foreach (var reader in inWords)
        {
            if (await reader.TryAsync(turn, cancel))
            {
                return;
            }
        }

        if (await shortAnswers.TryAsync(turn, cancel))
        {
            return;
        }

        var understood = await UnderstandAsync(turn, turn.Text, cancel);
        var reports = understood.Intent is Intent.TaskProgress || (understood.Intent is Intent.CompleteOrder && !OrderSentence.NamesOrder(turn.Text));
        if (reports && await progress.TakeAsync(turn, certain: false, cancel))
        {
            return;
        }

        if (turn.FileIds.Count > 0 && !IsOpening(understood) && understood is not { Intent: Intent.ReportPractice, IsSure: true })
        {
            // Whatever the words may be about, the files beside them are kept and must find their place.
            await files.ReceiveAsync(turn, cancel);
            return;
        }

        var before = IsOpening(understood) || !understood.IsSure ? await Unplaced.BeforeAsync(turn, cancel) : null;
        if (before is not null && !IsOpening(understood))
        {
            // Together they may say what neither says alone.
            var together = await UnderstandAsync(turn, Unplaced.Joined(before, turn.Text), cancel);
            understood = IsOpening(together) ? together : understood;
        }

        if (!understood.IsSure && !IsOpening(understood))
        {
            var words = Unplaced.Joined(before, turn.Text);
            await Unplaced.KeepAsync(turn, words, cancel);
            await help.UnsureAsync(turn, understood.Intent, words, cancel);
            return;
        }

        await TakeAsync(turn, understood, before, cancel);
    }

    /// <summary>A draft is only shown: where a consultation or an order is the likeliest, it is worth more than a question.</summary>
    private static bool IsOpening(Understanding.Understanding understood) =>
        understood is { Intent: Intent.StartConsultation, Confidence: >= PossibleConsultation }
        || understood is { Intent: Intent.RequestAssistance, Confidence: >= LikelyOrder };

    /// <summary>A short question in the middle of a draft (我的待办, 12号到哪了) is answered; the draft stays open. Everything else belongs to the draft. An open
    /// question takes every answer but one that names a record and asks how it stands.</summary>
    public async Task<bool> TryInterruptAsync(TurnContext turn, Draft draft, CancellationToken cancel)
    {
        var question = draft.Kind == sentences.DraftKind;
        if (!question && MayBeInterrupted(draft) && OrderOpening.Begins(turn.Text) && OrderTalk.MayOrder(turn.Work.Person))
        {
            // 点一单，…… says itself that it is another matter: the draft stays where it is.
            await order.BeginAsync(turn, null, cancel);
            return true;
        }

        if ((!question && !MayBeInterrupted(draft)) || turn.Text.Length is 0 or > LongestInterruption)
        {
            return false;
        }

        var understood = await UnderstandAsync(turn, turn.Text, cancel);
        if (!understood.IsSure || understood.Intent is not (Intent.MyTodos or Intent.QueryStatus or Intent.Help))
        {
            return false;
        }

        if (question && !(understood.Intent is Intent.QueryStatus && RecordNumbers.AsksForStatus(turn.Text)))
        {
            return false;
        }

        await TakeAsync(turn, understood, null, cancel);
        return true;
    }

    /// <summary>While a practice is being pasted every line belongs to it.</summary>
    private bool MayBeInterrupted(Draft draft) =>
        draft.Kind == PracticeDraft.Kind ? !PracticeDraft.Read(draft).Pasting : sendable.Any(t => t.DraftKind == draft.Kind);

    private async Task<Understanding.Understanding> UnderstandAsync(TurnContext turn, string text, CancellationToken cancel)
    {
        var gazetteer = await names.GazetteerAsync(turn.Work.Db, cancel);
        return new Understander(gazetteer, calendar).Understand(text, turn.Work.Now);
    }

    /// <summary>Gives it to the talk that it is meant for.</summary>
    /// <param name="before">What was said right before and not understood: the beginning of what a draft is made of.</param>
    private async Task TakeAsync(TurnContext turn, Understanding.Understanding understood, string? before, CancellationToken cancel)
    {
        var number = understood.Slots.GetValueOrDefault("no") as string;
        switch (understood.Intent)
        {
            case Intent.StartConsultation:
                await start.BeginAsync(turn, before, cancel);
                break;
            case Intent.RequestAssistance:
                await order.BeginAsync(turn, before, cancel);
                break;
            case Intent.AcceptOrder or Intent.DeclineOrder or Intent.CompleteOrder or Intent.RateOrder:
                await help.NoSuchOrderAsync(turn, cancel);
                break;
            case Intent.ReportPractice:
                await practice.BeginAsync(turn, cancel);
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
