using System.Text.Json;

namespace SupervisionBot.Channels.Schema;

/// <summary>A button outside an Adaptive Card. For <c>imBack</c> keep title and value equal: clients differ in which of the two they send.</summary>
public sealed record CardAction
{
    public string? Type { get; set; }
    public string? Title { get; set; }
    public JsonElement? Value { get; set; }
    public string? Text { get; set; }
    public string? DisplayText { get; set; }
}

/// <summary>Buttons under the newest message of the bot; gone with the next one.</summary>
public sealed record SuggestedActions
{
    public IReadOnlyList<string>? To { get; set; }
    public IReadOnlyList<CardAction>? Actions { get; set; }
}
