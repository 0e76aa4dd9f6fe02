using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>会签: 同意 at once; every other answer with one sentence. It can be replaced until the round is closed.</summary>
internal sealed class CountersignTalk(UseCases useCases, Sentences sentences) : ITalk
{
    private const string TextKey = "text";

    public IEnumerable<(string Verb, Answer Answer)> Verbs => [(MinutesChoices.VerbPrefix + MinutesAction.Countersign, AnswerAsync)];

    /// <summary>A button that gives exactly this answer for a unit.</summary>
    public static Choice Choice(Minutes minutes, Guid unitId, CountersignChoice choice, string? text, string label)
    {
        var plain = MinutesChoices.Countersign(minutes, unitId).First(c => c.Arguments![MinutesChoices.ChoiceArgument] == choice.ToString());
        var arguments = new Dictionary<string, string>(plain.Arguments!, StringComparer.Ordinal);
        if (text is not null)
        {
            arguments[TextKey] = text;
        }

        return plain with
        {
            Label = label,
            Arguments = arguments,
        };
    }

    private async Task AnswerAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (press.Named<CountersignChoice>(MinutesChoices.ChoiceArgument) is not { } choice)
        {
            turn.Reply(Conversations.Texts.ChoiceGone);
            return;
        }

        var text = press.Sentence is { } said ? CountersignSentence.WordsOf(said, choice) : press.Arguments.GetValueOrDefault(TextKey);
        if (text is null && choice != CountersignChoice.Agree)
        {
            await sentences.AskAsync(turn, press, Question(choice), null, cancel);
            return;
        }

        var unit = Guid.TryParse(press.Arguments.GetValueOrDefault(MinutesChoices.UnitArgument), out var id) ? id : (Guid?)null;
        var outcome = await useCases.RunInAsync(turn.Work, new CountersignMinutes(press.Id, press.Step, unit, choice, text), cancel);
        if (outcome.Refusal is { Code: Refusal.Invalid } wrong)
        {
            await sentences.AskAsync(turn, press with { Sentence = null }, wrong.Sentence, null, cancel);
        }
        else if (outcome.Refusal is { } refusal)
        {
            await StandingTalk.RefuseAsync(turn, refusal, press.Id, cancel);
        }
        else
        {
            turn.Reply(Taken(outcome.Value));
        }
    }

    private static string Question(CountersignChoice choice) =>
        choice switch
        {
            CountersignChoice.AgreeWithSuggestion => Texts.AskSuggestion,
            CountersignChoice.Disagree => Texts.AskDisagreement,
            _ => Texts.AskReservation,
        };

    private static Message Taken(MinutesCountersigned done) =>
        new()
        {
            Title = (done.Replaced ? Texts.CountersignReplaced : Texts.CountersignTaken).With(MinutesNames.Name(done.Choice), done.Name),
            Text = done.State == MinutesState.AwaitingSignOff ? Texts.CountersignedByAll : Texts.CountersignCanChange,
            Footer = done.Number,
        };
}
