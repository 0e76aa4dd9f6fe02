using System.Text.Json;
using System.Text.Json.Nodes;
using SupervisionBot.Channels.Schema;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Channels.DirectLine;

/// <summary>Marks activities with what only the server may say: id, time, conversation, and who speaks.</summary>
internal static class Echo
{
    /// <summary>The name under which the bot speaks.</summary>
    internal static ChannelAccount Bot { get; } =
        new()
        {
            Id = "supervision-bot",
            Name = Texts.BotName,
            Role = RoleTypes.Bot,
        };

    /// <summary>What the client sent, as it is stored, handled and pushed back. Who sent it comes from the token, whatever the client claims.</summary>
    internal static string OfUser(Activity sent, DirectLineCaller caller, string id, BusinessClock clock)
    {
        sent.From = new ChannelAccount
        {
            Id = caller.UserId,
            Name = caller.Name,
            Role = RoleTypes.User,
        };
        sent.Recipient = Bot;
        // No database takes it in a text, and nobody types it.
        sent.Text = sent.Text?.Replace("\0", "", StringComparison.Ordinal);
        sent.ServiceUrl = null;
        sent.RelatesTo = null;
        sent.ReplyToId = PressedCard(sent.Value) ?? sent.ReplyToId;
        sent.Properties?.Remove("callerId");
        sent.ChannelData = Kept(sent.ChannelData);
        return Stamp(sent, caller.Conversation, id, clock);
    }

    internal static string OfBot(Activity said, Conversation conversation, string id, BusinessClock clock)
    {
        said.From = Bot;
        return Stamp(said, conversation.Id.ToString("N"), id, clock);
    }

    private static string Stamp(Activity activity, string conversation, string id, BusinessClock clock)
    {
        activity.Id = id;
        activity.Timestamp = clock.Now;
        activity.ChannelId = Conversation.WebChat;
        activity.Conversation = new ConversationAccount { Id = conversation };
        activity.ChannelData = WithSequence(activity.ChannelData, id);
        return JsonSerializer.Serialize(activity, SchemaJson.Wire.Activity);
    }

    // Web Chat orders by this number where it is given, else by time; the time of a demo may jump, and a replaced card must keep its place.
    private static JsonElement WithSequence(JsonElement? channelData, string id)
    {
        var data = channelData is { ValueKind: JsonValueKind.Object } given ? JsonObject.Create(given)! : [];
        data["webchat:sequence-id"] = ConversationLog.PlaceOf(id);
        return JsonSerializer.SerializeToElement(data, SchemaJson.Wire.JsonNode);
    }

    // What Web Chat reads in its own messages when they come back. The rest is the client's affair, and is not kept for it.
    private static JsonElement Kept(JsonElement? channelData)
    {
        var kept = new JsonObject();
        if (channelData?.Member("clientActivityID")?.Words() is { } id)
        {
            kept["clientActivityID"] = id;
        }

        if (channelData?.Member("postBack")?.ValueKind is JsonValueKind.True)
        {
            kept["postBack"] = true;
        }

        if (channelData?.Member("attachmentSizes") is { ValueKind: JsonValueKind.Array } sizes)
        {
            kept["attachmentSizes"] = new JsonArray([.. sizes.EnumerateArray().Select(Size)]);
        }

        return JsonSerializer.SerializeToElement(kept, SchemaJson.Wire.JsonNode);
    }

    private static JsonNode? Size(JsonElement size) =>
        size.ValueKind == JsonValueKind.Number && size.TryGetInt64(out var bytes) ? JsonValue.Create(bytes) : null;

    // Web Chat does not say which card was pressed; the button does.
    private static string? PressedCard(JsonElement? value) => value?.Member("choice")?.Member("card")?.Words();
}
