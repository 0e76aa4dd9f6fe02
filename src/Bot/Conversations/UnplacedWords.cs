using System.Text.Json.Serialization;

namespace SupervisionBot.Bot.Conversations;

/// <summary>Words, and the message with which they ended.</summary>
internal sealed record UnplacedWords(string Words, long InboxId);

[JsonSerializable(typeof(UnplacedWords))]
internal sealed partial class UnplacedJson : JsonSerializerContext;
