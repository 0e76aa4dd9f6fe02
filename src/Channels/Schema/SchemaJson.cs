using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace SupervisionBot.Channels.Schema;

/// <summary>How the schema is written and read: camelCase, absent instead of null, Chinese as itself. Use <see cref="Wire"/>, not the generated default.</summary>
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(JsonNode))]
public sealed partial class SchemaJson : JsonSerializerContext
{
    /// <summary>The context all channels share.</summary>
    public static SchemaJson Wire { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
                AllowDuplicateProperties = false,
            }
        );
}
