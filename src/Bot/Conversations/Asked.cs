using System.Text.Json.Serialization;

namespace SupervisionBot.Bot.Conversations;

/// <summary>The choice that waits for its sentence.</summary>
internal sealed record Asked(string Verb, Dictionary<string, string> Arguments, string Question);

[JsonSerializable(typeof(Asked))]
internal sealed partial class AskedJson : JsonSerializerContext;
