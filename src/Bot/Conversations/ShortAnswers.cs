using SupervisionBot.Bot.Conversations.Talks;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations;

/// <summary>
/// What is said to the bot and is no part of any text: 报吧, 算了不报了, 好的我改一下, 谢谢. It never becomes the words of a draft or the answer to a question.
/// Where a list stands that assent or dismissal belongs to, <see cref="Lists"/> has taken it before.
/// </summary>
internal sealed class ShortAnswers(VerbTable verbs, IEnumerable<ISendableTalk> sendable, Sentences sentences, OverviewTalk overview)
{
    private readonly Dictionary<string, ISendableTalk> byKind = sendable.ToDictionary(t => t.DraftKind);

    /// <summary>Takes it while a draft or a question is open.</summary>
    public async Task<bool> TryAsync(TurnContext turn, Draft draft, CancellationToken cancel)
    {
        if (turn.Text.Length == 0 || turn.FileIds.Count > 0)
        {
            return false;
        }

        return byKind.TryGetValue(draft.Kind, out var talk)
            ? await OfDraftAsync(turn, talk, draft, cancel)
            : draft.Kind == sentences.DraftKind && await OfQuestionAsync(turn, draft, cancel);
    }

    /// <summary>Takes it where nothing is open.</summary>
    public async Task<bool> TryAsync(TurnContext turn, CancellationToken cancel)
    {
        if (Courtesy.IsThanks(turn.Text))
        {
            turn.Reply(Texts.NotAtAll);
        }
        else if (Assent.Decides(turn.Text) && Lists.Alive(turn) is null && await overview.TryTodosAsync(turn, Texts.DecideWhich, cancel))
        {
            // 同意 an hour after the question: the list is dead, and what it means is chosen once more.
            return true;
        }
        else if (Courtesy.Acknowledges(turn.Text))
        {
            Acknowledge(turn);
        }
        else if (Dismissal.IsMeant(turn.Text) && !turn.Text.Contains(Texts.CommandCancel, StringComparison.Ordinal))
        {
            turn.Reply(Texts.NotNowDone);
        }
        else
        {
            return false;
        }

        return true;
    }

    private async Task<bool> OfDraftAsync(TurnContext turn, ISendableTalk talk, Draft draft, CancellationToken cancel)
    {
        if (Dismissal.OfDraft(turn.Text))
        {
            return await verbs.AnswerAsync(turn, Press.Of(talk.LeaveVerb, Drafts.Choice("", talk.LeaveVerb, draft).Arguments), cancel);
        }

        if (Courtesy.IsThanks(turn.Text))
        {
            turn.Reply(Texts.NotAtAll);
        }
        else if (IsAbout(turn.Text))
        {
            draft.TouchedAt = turn.Work.Now;
            await talk.ShowAsync(turn, draft, cancel);
        }
        else if (Courtesy.Acknowledges(turn.Text))
        {
            turn.Reply(Texts.Noted);
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>Assent that no list could take, for the card is an old one; nothing more to write; more is to come: the draft is shown as it stands.</summary>
    private static bool IsAbout(string text) =>
        Assent.IsMeant(text) || Assent.SendsToLeader(text) || Dismissal.IsMeant(text) || Courtesy.Announces(text);

    private async Task<bool> OfQuestionAsync(TurnContext turn, Draft draft, CancellationToken cancel)
    {
        if (Dismissal.IsMeant(turn.Text))
        {
            return await verbs.AnswerAsync(turn, Press.Of(Sentences.Drop, Drafts.Choice("", Sentences.Drop, draft).Arguments), cancel);
        }

        if (!Courtesy.IsThanks(turn.Text))
        {
            return false;
        }

        await sentences.ShowAsync(turn, draft, cancel);
        return true;
    }

    /// <summary>好的 to a question that only the reader can decide is no decision, and must not look as if it had been one.</summary>
    private void Acknowledge(TurnContext turn)
    {
        if (Lists.Alive(turn) is { } list && verbs.Releases(list.Choices[0]))
        {
            turn.Reply(
                new Message
                {
                    Title = Texts.StillToDecide,
                    Text = list.Title,
                    Choices = list.Choices,
                }
            );
            return;
        }

        turn.Reply(Texts.Noted);
    }
}
