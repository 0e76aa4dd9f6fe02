using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupervisionBot.Channels.Schema;

/// <summary>A user or bot as the channel knows it. <see cref="AadObjectId"/> is text: clients send values that are no GUID.</summary>
public sealed record ChannelAccount
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public string? AadObjectId { get; set; }

    /// <summary>One of <see cref="RoleTypes"/>; believed only where our own server has written it.</summary>
    public string? Role { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>Values of <see cref="ChannelAccount.Role"/>.</summary>
public static class RoleTypes
{
    public const string User = "user";
    public const string Bot = "bot";
}
