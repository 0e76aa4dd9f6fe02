using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations.Ordering;

/// <summary>Words and files that somebody has already said, carried by the button or the question that follows, so that nothing is said twice.</summary>
internal static class Carried
{
    private const string TextKey = "text";
    private const string FilesKey = "files";

    /// <summary>A button that does <paramref name="action"/> with what was said.</summary>
    public static Choice On(AssistanceOrder order, OrderAction action, string label, string text, IEnumerable<Guid> files)
    {
        var choice = OrderChoices.Of(action, order, label, TextKey, text);
        return choice with { Arguments = Press.Of(choice.Verb, choice.Arguments).With(FilesKey, string.Join(',', files)).Arguments };
    }

    /// <summary>The press with what was said, for the case that something is still missing.</summary>
    public static Press On(Press press, string text, IEnumerable<Guid> files) => press.With(TextKey, text).With(FilesKey, string.Join(',', files));

    /// <summary>What was carried along; null where nothing was.</summary>
    public static string? Text(Press press) => press.Arguments.GetValueOrDefault(TextKey);

    /// <summary>Files carried along and those that came with the sentence.</summary>
    public static List<Guid> Files(Press press) =>
        [
            .. (press.Arguments.GetValueOrDefault(FilesKey) ?? "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(id => Guid.TryParse(id, out var file) ? file : Guid.Empty)
                .Where(id => id != Guid.Empty)
                .Union(press.FileIds ?? []),
        ];
}
