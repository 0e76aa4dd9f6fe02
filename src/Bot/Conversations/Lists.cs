using SupervisionBot.Bot.Conversations.Ordering;
using SupervisionBot.Bot.Conversations.Talks;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations;

/// <summary>
/// Numbers belong to the last list shown in the conversation and die with it: once something of it was chosen, after ten minutes, or with the next
/// list. They mean nothing to a message that was sent before the list came. A number that is too late executes nothing and shows what is current.
/// </summary>
internal sealed class Lists(VerbTable verbs)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>Handles the text if it is a choice by number or by word.</summary>
    /// <param name="showCurrent">Shows what is current when the number is stale.</param>
    public async Task<bool> TryAsync(TurnContext turn, Func<Task> showCurrent, CancellationToken cancel)
    {
        var number = NumberedChoice.NumberIn(turn.Text);
        var list = Alive(turn);
        if (list is null)
        {
            if (number is null)
            {
                return false;
            }

            await ShowInsteadAsync(turn, showCurrent);
            return true;
        }

        if (number is not { } n)
        {
            return InWords(list, turn.Text) is { } named && await ChooseAsync(turn, named.Choice, named.Sentence, cancel);
        }

        if (list.Choices.ElementAtOrDefault(n - 1) is { } numbered)
        {
            return await ChooseAsync(turn, numbered, null, cancel);
        }

        turn.Reply(
            new Message
            {
                Title = Texts.NoSuchNumber.With(list.Choices.Count),
                Text = list.Title,
                Choices = list.Choices,
            }
        );
        return true;
    }

    /// <summary>The last list while its numbers still mean something.</summary>
    public static ChoiceList? Alive(TurnContext turn) => LastShown(turn) is { Answered: false } list && list.Place < turn.Place ? list : null;

    /// <summary>What the talk was about last: the list of the last minutes, answered or not.</summary>
    public static ChoiceList? LastShown(TurnContext turn) =>
        turn.Conversation.LastListAt > turn.Work.Now - Life ? MessageJson.ReadChoices(turn.Conversation.LastList) : null;

    /// <summary>Something was chosen: the numbers of the last list mean nothing from now on.</summary>
    public static void MarkAnswered(TurnContext turn)
    {
        if (MessageJson.ReadChoices(turn.Conversation.LastList) is { Answered: false } list && list.Place < turn.Place)
        {
            turn.Conversation.LastList = MessageJson.Write(list with { Answered = true });
        }
    }

    /// <summary>A list that came while the number was on its way is shown as what it is; else what is current.</summary>
    private static async Task ShowInsteadAsync(TurnContext turn, Func<Task> showCurrent)
    {
        turn.Preface = Texts.StaleList;
        if (LastShown(turn) is { Answered: false } unseen)
        {
            turn.Reply(new Message { Title = unseen.Title, Choices = unseen.Choices });
            return;
        }

        await showCurrent();
    }

    private (Choice Choice, string? Sentence)? InWords(ChoiceList list, string text) =>
        (NumberedChoice.ByLabel(list, text) ?? Agreeing(list, text) ?? Declining(list, text)) is { } choice
            ? (choice, null)
            : NumberedChoice.ByVerb(list, text);

    /// <summary>同意, 好，报吧, where the first choice is the one that agrees and no other agrees as well. For another's matter 好的 is not enough.</summary>
    private Choice? Agreeing(ChoiceList list, string text)
    {
        var first = list.Choices[0];
        if (Confirms(list))
        {
            return Assent.IsMeant(text) ? first : null;
        }

        var meant = verbs.SendsDraft(first)
            ? Assent.IsMeant(text) || (first.Verb != OrderTalk.Send && Assent.SendsToLeader(text))
            : verbs.Releases(first) && Assent.Decides(text);
        return meant && list.Choices.Count(c => c.Verb == first.Verb) == 1 ? first : null;
    }

    /// <summary>Shows once more what the person has just said, before it counts: 就这样, 办结.</summary>
    private static bool Confirms(ChoiceList list) =>
        list.Choices[0].Label == Talks.Texts.ChoiceViewYes || list.Choices.Any(c => c.Verb == OrderCompletionTalk.Read);

    /// <summary>不撤了, 算了, where the list offers to leave it.</summary>
    private static Choice? Declining(ChoiceList list, string text) =>
        Dismissal.IsMeant(text) ? list.Choices.FirstOrDefault(c => c.Verb is HelpTalk.Never or Sentences.Drop) : null;

    private async Task<bool> ChooseAsync(TurnContext turn, Choice choice, string? sentence, CancellationToken cancel)
    {
        if (choice.Url is { } url)
        {
            turn.Reply(new Message { Title = choice.Label, Files = [new FileLink(choice.Label, url)] });
        }
        else if (!await verbs.AnswerAsync(turn, Press.Of(choice.Verb, choice.Arguments) with { Sentence = sentence }, cancel))
        {
            turn.Reply(Texts.ChoiceGone);
        }

        return true;
    }
}
