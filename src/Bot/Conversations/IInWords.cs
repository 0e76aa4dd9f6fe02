using SupervisionBot.Bot.Conversations.Turns;

namespace SupervisionBot.Bot.Conversations;

/// <summary>
/// Something people say in a sentence, without pressing anything, because something waits for them: a unit's view, a countersignature, “同意签发”; or because its form is
/// unmistakable. Asked in the order of registration, before anybody wonders what the sentence means otherwise.
/// </summary>
internal interface IInWords
{
    /// <summary>Takes the sentence if it is meant for something that waits.</summary>
    Task<bool> TryAsync(TurnContext turn, CancellationToken cancel);
}
