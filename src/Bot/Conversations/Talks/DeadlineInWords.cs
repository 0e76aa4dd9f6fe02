using System.Globalization;
using System.Text.RegularExpressions;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>“2 延期” and “为什么是这天” of what was shown last.</summary>
internal sealed partial class DeadlineInWords(IServiceProvider services) : IInWords
{
    public async Task<bool> TryAsync(TurnContext turn, CancellationToken cancel)
    {
        if (Lists.Alive(turn) is not { } list)
        {
            return false;
        }

        if (Extension().Match(turn.Text.Trim()) is { Success: true } extension)
        {
            var shown = list.Choices.ElementAtOrDefault(NumberOf(extension.Groups["number"].Value) - 1);
            return shown?.Verb == DeadlineChoices.Show
                && await AnswerAsync(turn, DeadlineChoices.VerbPrefix + DeadlineAction.AskExtension, shown, cancel);
        }

        var about = list.Choices.FirstOrDefault(c => c.Verb.StartsWith(DeadlineChoices.VerbPrefix, StringComparison.Ordinal));
        return about is not null && Why().IsMatch(turn.Text) && await AnswerAsync(turn, DeadlineChoices.Why, about, cancel);
    }

    private Task<bool> AnswerAsync(TurnContext turn, string verb, Choice shown, CancellationToken cancel)
    {
        // The list does not know for which step it was drawn; the press is checked against the present one.
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = shown.Arguments!["id"] };
        return services.GetRequiredService<VerbTable>().AnswerAsync(turn, Press.Of(verb, arguments), cancel);
    }

    private static int NumberOf(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<number>[1-9])[ 　.、，]*(申请)?延期[。.]?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Extension();

    [GeneratedRegex("^(为什么|为啥|怎么)(会)?是?(定在)?这(一)?天|期限怎么算", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Why();
}
