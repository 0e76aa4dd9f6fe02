using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupervisionBot.Channels.Schema;

/// <summary>A conversation as the channel knows it; only <see cref="Id"/> is sure to be there.</summary>
public sealed record ConversationAccount
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public bool? IsGroup { get; set; }

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public string? ConversationType { get; set; }

    public string? TenantId { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
