using SupervisionBot.Bot.Conversations.Starting;
using SupervisionBot.Bot.Conversations.Talks;
using SupervisionBot.Bot.Conversations.Turns;

namespace SupervisionBot.Bot.Conversations;

/// <summary>Words that always win, whatever is going on: 取消, 改, 继续, 我的待办, 查进度, 帮助, 发起会商, 撤回.</summary>
internal sealed class Commands(VerbTable verbs, IEnumerable<IDraftTalk> draftTalks, Withdrawals withdrawals)
{
    private readonly Dictionary<string, IDraftTalk> byKind = draftTalks.ToDictionary(t => t.DraftKind);

    public async Task<bool> TryAsync(TurnContext turn, CancellationToken cancel)
    {
        var word = turn.Text.TrimEnd('。', '！', '!', '.');
        if (Verb(word) is { } verb)
        {
            return await verbs.AnswerAsync(turn, Press.Of(verb, null), cancel);
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
        if (await Drafts.LatestOfAsync(turn, StartDraft.Kind, cancel) is not { } draft)
        {
            return false;
        }

        draft.TouchedAt = turn.Work.Now;
        turn.Preface = null;
        await byKind[draft.Kind].ShowAsync(turn, draft, cancel);
        return true;
    }

    private async Task<bool> ChangeAsync(TurnContext turn, Core.Messaging.Draft draft, CancellationToken cancel) =>
        draft.Kind == StartDraft.Kind
        && await verbs.AnswerAsync(turn, Press.Of(StartTalk.Change, StartCard.Choice("", StartTalk.Change, draft).Arguments), cancel);

    private static bool Drop(TurnContext turn, Core.Messaging.Draft draft)
    {
        Drafts.Close(turn, draft);
        turn.Reply(draft.Kind == StartDraft.Kind ? Starting.Texts.Dropped : Texts.NotNowDone);
        return true;
    }
}
