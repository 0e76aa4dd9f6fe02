using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>“2 延期” and “为什么是这天” of what was shown last.</summary>
internal sealed class DeadlineInWords(IServiceProvider services) : IInWords
{
    public async Task<bool> TryAsync(TurnContext turn, CancellationToken cancel)
    {
        if (DeadlineSentence.AsksForExtension(turn.Text, out var index))
        {
            var shown = Lists.Alive(turn)?.Choices.ElementAtOrDefault(index);
            return shown?.Verb == DeadlineChoices.Show
                && await AnswerAsync(turn, DeadlineChoices.VerbPrefix + DeadlineAction.AskExtension, shown, cancel);
        }

        var about = Lists.LastShown(turn)?.Choices.FirstOrDefault(c => c.Verb.StartsWith(DeadlineChoices.VerbPrefix, StringComparison.Ordinal));
        return about is not null && DeadlineSentence.AsksWhy(turn.Text) && await AnswerAsync(turn, DeadlineChoices.Why, about, cancel);
    }

    private Task<bool> AnswerAsync(TurnContext turn, string verb, Choice shown, CancellationToken cancel)
    {
        // The list does not know for which step it was drawn; the press is checked against the present one.
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = shown.Arguments!["id"] };
        return services.GetRequiredService<VerbTable>().AnswerAsync(turn, Press.Of(verb, arguments), cancel);
    }
}
