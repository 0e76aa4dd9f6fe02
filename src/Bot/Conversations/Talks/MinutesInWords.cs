using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>
/// “同意签发” of the chair, “送会签”“印发” of the office: done where exactly one paper waits for it, or one is named; asked which where there are several.
/// </summary>
internal sealed class MinutesInWords(VerbTable verbs) : IInWords
{
    public async Task<bool> TryAsync(TurnContext turn, CancellationToken cancel)
    {
        if (MinutesWords.ActionIn(turn.Text) is not { } action)
        {
            return false;
        }

        var papers = await WaitingPapers.ForAsync(turn.Work.Db, turn.Work.Person, action, cancel);
        if (papers.Count == 0)
        {
            return TellNone(turn, action);
        }

        var names = papers.Select(MinutesNames.Of).ToList();
        var meant = papers.Count == 1 ? [0] : MatterWords.Find(turn.Text, names);
        if (meant is [var only])
        {
            var choice = MinutesChoices.Of(action, papers[only]);
            return await verbs.AnswerAsync(turn, Press.Of(choice.Verb, choice.Arguments), cancel);
        }

        var asked = meant.Count == 0 ? Enumerable.Range(0, papers.Count) : meant;
        turn.Reply(new Message { Title = Texts.WhichPaper, Choices = [.. asked.Select(i => MinutesChoices.Of(action, papers[i], names[i]))] });
        return true;
    }

    /// <summary>Whoever might have had one learns that there is none; for others these are words like any.</summary>
    private static bool TellNone(TurnContext turn, MinutesAction action)
    {
        var person = turn.Work.Person;
        if (action == MinutesAction.SignOff ? !person.IsTaskForceLeader : !person.IsOffice)
        {
            return false;
        }

        turn.Reply(action == MinutesAction.SignOff ? Texts.NothingToSign : Texts.NoSuchPaper);
        return true;
    }
}
