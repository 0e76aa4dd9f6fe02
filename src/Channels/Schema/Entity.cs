using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupervisionBot.Channels.Schema;

/// <summary>Metadata about an activity; unknown types are ignored. For <c>mention</c>: who, and the text that stands for them.</summary>
public sealed record Entity
{
    public string? Type { get; set; }
    public ChannelAccount? Mentioned { get; set; }
    public string? Text { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
