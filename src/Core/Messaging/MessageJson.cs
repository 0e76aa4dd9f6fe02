using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace SupervisionBot.Core.Messaging;

/// <summary>How messages and choices are kept in the database: JSON, Chinese as it is.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(ChoiceList))]
public sealed partial class MessageJson : JsonSerializerContext
{
    private static MessageJson Chinese =>
        field ??= new MessageJson(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });

    public static string Write(Message message) => JsonSerializer.Serialize(message, Chinese.Message);

    /// <summary>Reads what <see cref="Write(Message)"/> wrote.</summary>
    /// <exception cref="JsonException">The row was not written by this program.</exception>
    public static Message ReadMessage(string json) =>
        JsonSerializer.Deserialize(json, Chinese.Message) ?? throw new JsonException("An outbox row holds null.");

    public static string Write(ChoiceList list) => JsonSerializer.Serialize(list, Chinese.ChoiceList);

    public static ChoiceList? ReadChoices(string? json) => json is null ? null : JsonSerializer.Deserialize(json, Chinese.ChoiceList);
}

/// <summary>
/// The last list shown in a conversation; the numbers mean these and nothing else. What was said before its <paramref name="Place"/> in the log was not
/// said of it, and once <paramref name="Answered"/> its numbers mean nothing any more.
/// </summary>
public sealed record ChoiceList(string Title, IReadOnlyList<Choice> Choices, long Place = 0, bool Answered = false);
