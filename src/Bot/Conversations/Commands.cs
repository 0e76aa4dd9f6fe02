using SupervisionBot.Bot.Conversations.Starting;
using SupervisionBot.Bot.Conversations.Talks;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;

namespace SupervisionBot.Bot.Conversations;

/// <summary>Words that always win, whatever is going on: 取消, 改, 继续, 我的待办, 查进度, 帮助, 发起会商, 撤回, 搜 砖厂.</summary>
internal sealed class Commands(VerbTable verbs, IEnumerable<ISendableTalk> sendable, Withdrawals withdrawals, SearchTalk search)
{
    private readonly Dictionary<string, ISendableTalk> byKind = sendable.ToDictionary(t => t.DraftKind);

    public async Task<bool> TryAsync(TurnContext turn, CancellationToken cancel)
    {
        var word = turn.Text.TrimEnd('。', '！', '!', '.');
        if (Verb(word) is { } verb)
        {
            return await verbs.AnswerAsync(turn, Press.Of(verb, null), cancel);
        }

        if (SearchSentence.Command(turn.Text) is { } words)
        {
            await search.AnswerAsync(turn, words, cancel);
            return true;
        }

        if (word == Texts.CommandContinue)
        {
            return await ContinueAsync(turn, cancel);
        }

        if (word == Texts.CommandWithdraw)
        {
            return await withdrawals.TryLatestAsync(turn, cancel);
        }

        if (word != Texts.CommandCancel && word != Texts.CommandChange)
        {
            return false;
        }

        return await Drafts.OpenOfAsync(turn, cancel) is { } draft
            && (word == Texts.CommandCancel ? Drop(turn, draft) : await ChangeAsync(turn, draft, cancel));
    }

    private static string? Verb(string word) =>
        word == Texts.CommandTodos || word == Texts.CommandTodosShort ? OverviewTalk.Todos
        : word == Texts.CommandHelp ? HelpTalk.Help
        : word == Texts.CommandStatus ? OverviewTalk.Status
        : word == Texts.CommandStart ? StartTalk.Start
        : null;

    private async Task<bool> ContinueAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await Drafts.LatestOfAsync(turn, byKind.Keys, cancel) is not { } draft)
        {
            return false;
        }

        draft.TouchedAt = turn.Work.Now;
        turn.Mention = null;
        await byKind[draft.Kind].ShowAsync(turn, draft, cancel);
        return true;
    }

    private async Task<bool> ChangeAsync(TurnContext turn, Core.Messaging.Draft draft, CancellationToken cancel)
    {
        if (!byKind.TryGetValue(draft.Kind, out var talk))
        {
            return false;
        }

        draft.TouchedAt = turn.Work.Now;
        await talk.ChangeAsync(turn, draft, cancel);
        return true;
    }

    private bool Drop(TurnContext turn, Core.Messaging.Draft draft)
    {
        Drafts.Close(turn, draft);
        turn.Reply(byKind.TryGetValue(draft.Kind, out var talk) ? talk.Dropped : Texts.NotNowDone);
        return true;
    }
}
