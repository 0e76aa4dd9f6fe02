using SupervisionBot.Bot.Conversations.Talks;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Channels.DirectLine;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations;

/// <summary>
/// The order in which a message is taken: a press; what must not be said here; commands; a number or word of the last list; the open draft; and only
/// then what the sentence means.
/// </summary>
internal sealed class Dialogue(
    VerbTable verbs,
    Commands commands,
    Lists lists,
    IEnumerable<IDraftTalk> draftTalks,
    IEnumerable<ISendableTalk> sendable,
    ShortAnswers shortAnswers,
    Intents intents,
    FilesTalk files,
    OverviewTalk overview,
    WebChatChannel webChat
)
{
    private readonly Dictionary<string, IDraftTalk> byKind = draftTalks.ToDictionary(t => t.DraftKind);

    public async Task HandleAsync(TurnContext turn, CancellationToken cancel)
    {
        await turn.TakeBackAsync(Unplaced.About, cancel);
        if (Press.From(turn.Activity) is { } press)
        {
            await PressedAsync(turn, press, cancel);
        }
        else if ((turn.Activity.Attachments ?? []).Any(a => a.ContentType?.StartsWith("audio/", StringComparison.Ordinal) ?? false))
        {
            turn.Reply(Texts.VoiceHint);
        }
        else if (SensitiveText.SecrecyRefusal(turn.Text) is { } secret)
        {
            turn.Reply(secret);
        }
        else
        {
            await SaidAsync(turn, cancel);
        }
    }

    private async Task PressedAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (turn.Activity.ReplyToId is { } card && turn.Conversation.ChannelId == Conversation.WebChat)
        {
            await webChat.ShowChosenAsync(turn.Work.Db, turn.Conversation, card, press.Label, cancel);
        }

        if (!await verbs.AnswerAsync(turn, press, cancel))
        {
            turn.Reply(Texts.ChoiceGone);
        }
    }

    private async Task SaidAsync(TurnContext turn, CancellationToken cancel)
    {
        var draft = await Drafts.OpenOfAsync(turn, cancel);
        if (draft is null)
        {
            await MentionParkedAsync(turn, cancel);
        }

        if (
            turn.Text.Length > 0
            && (await commands.TryAsync(turn, cancel) || await lists.TryAsync(turn, () => ShowCurrentAsync(turn, draft, cancel), cancel))
        )
        {
            return;
        }

        if (draft is not null && await shortAnswers.TryAsync(turn, draft, cancel))
        {
            return;
        }

        if (draft is not null && !await intents.TryInterruptAsync(turn, draft, cancel))
        {
            await byKind[draft.Kind].SayAsync(turn, draft, cancel);
        }
        else if (draft is null && turn.Text.Length == 0)
        {
            await files.ReceiveAsync(turn, cancel);
        }
        else if (draft is null)
        {
            await intents.HandleAsync(turn, cancel);
        }
    }

    private Task ShowCurrentAsync(TurnContext turn, Draft? draft, CancellationToken cancel) =>
        draft is null ? overview.TodosAsync(turn, cancel) : byKind[draft.Kind].ShowAsync(turn, draft, cancel);

    private async Task MentionParkedAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await Drafts.LatestOfAsync(turn, sendable.Select(t => t.DraftKind), cancel) is { } parked)
        {
            turn.Mention = sendable.First(t => t.DraftKind == parked.Kind).TakeMention(parked);
        }
    }
}
