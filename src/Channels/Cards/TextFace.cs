using SupervisionBot.Core;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Channels.Cards;

/// <summary>A message as plain numbered text, for channels without cards.</summary>
public static class TextFace
{
    // A row of choices longer than this no longer fits two lines of a phone; then each gets its own line.
    private const int RowLimit = 36;
    private const string Gap = "　";

    /// <summary>Title, facts, text, choices, files and footer, one below the other.</summary>
    /// <param name="message">What to say.</param>
    /// <param name="publicAddress">Where links lead; without it they are left out, and only what can be answered in words remains.</param>
    public static string Of(Message message, Uri? publicAddress = null)
    {
        var lines = new List<string> { message.Title };
        lines.AddRange(message.Facts.Select(fact => Gap + Texts.FactLabel.With(fact.Label) + fact.Value));
        lines.AddRange(MessageText.Lines(message.Text));
        AddChoices(lines, message.Choices, publicAddress);
        if (publicAddress is not null)
        {
            lines.AddRange(message.Files.Select(file => Texts.FactLabel.With(file.Name) + new Uri(publicAddress, file.Url)));
        }

        if (!string.IsNullOrEmpty(message.Footer))
        {
            lines.Add(message.Footer);
        }

        return string.Join('\n', lines);
    }

    private static void AddChoices(List<string> lines, IReadOnlyList<Choice> choices, Uri? publicAddress)
    {
        var labels = choices.Select((choice, index) => Label(choice, index + 1, publicAddress)).ToList();
        if (labels.Sum(label => label.Length + 1) <= RowLimit && choices.All(choice => choice.Url is null))
        {
            lines.AddRange(labels.Count == 0 ? [] : [string.Join(Gap, labels)]);
        }
        else
        {
            lines.AddRange(labels);
        }
    }

    private static string Label(Choice choice, int number, Uri? publicAddress) =>
        choice.Url is { } url && publicAddress is not null
            ? Texts.FactLabel.With(MessageText.Numbered(choice, number)) + new Uri(publicAddress, url)
            : MessageText.Numbered(choice, number);
}
