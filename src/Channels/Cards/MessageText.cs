using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Channels.Cards;

/// <summary>Wording shared by all faces of a message.</summary>
internal static class MessageText
{
    /// <summary>What a numbered choice is called: “1 报领导审签”.</summary>
    internal static string Numbered(Choice choice, int number) => $"{number} {choice.Label}";

    internal static IEnumerable<string> Lines(string? text) => string.IsNullOrEmpty(text) ? [] : text.ReplaceLineEndings("\n").Split('\n');
}
