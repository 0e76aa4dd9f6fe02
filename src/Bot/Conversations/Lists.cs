using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations;

/// <summary>
/// Numbers belong to the last list shown in the conversation and die with it: after ten minutes, or with the next list. A number that is
/// too late executes nothing and shows what is current.
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

            turn.Preface = Texts.StaleList;
            await showCurrent();
            return true;
        }

        var choice = number is { } n ? list.Choices.ElementAtOrDefault(n - 1) : NumberedChoice.ByLabel(list, turn.Text);
        if (choice is null)
        {
            if (number is null)
            {
                return false;
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

        await ChooseAsync(turn, choice, cancel);
        return true;
    }

    /// <summary>The last list while its numbers still mean something.</summary>
    public static ChoiceList? Alive(TurnContext turn) =>
        turn.Conversation.LastListAt > turn.Work.Now - Life ? MessageJson.ReadChoices(turn.Conversation.LastList) : null;

    private async Task ChooseAsync(TurnContext turn, Choice choice, CancellationToken cancel)
    {
        if (choice.Url is { } url)
        {
            turn.Reply(new Message { Title = choice.Label, Files = [new FileLink(choice.Label, url)] });
        }
        else if (!await verbs.AnswerAsync(turn, Press.Of(choice.Verb, choice.Arguments), cancel))
        {
            turn.Reply(Texts.ChoiceGone);
        }
    }
}
