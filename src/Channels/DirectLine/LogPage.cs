using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SupervisionBot.Channels.Files;
using SupervisionBot.Channels.Schema;

namespace SupervisionBot.Channels.DirectLine;

/// <summary>Stored activities (JSON) and the watermark after them.</summary>
internal sealed record LogPage(IReadOnlyList<string> Activities, long Watermark)
{
    private static readonly string[] Links = ["contentUrl", "thumbnailUrl"];

    internal bool IsFull => Activities.Count == ConversationReader.PageSize;

    /// <summary>The page as an activity set. Activities go out as they are stored; only the files that they carry get an address that is absolute and signed.</summary>
    internal string ToJson(string publicAddress, FileAddresses addresses)
    {
        var json = new StringBuilder("""{"activities":[""");
        for (var index = 0; index < Activities.Count; index++)
        {
            json.Append(index == 0 ? "" : ",").Append(WithFiles(Activities[index], publicAddress, addresses));
        }

        return json.Append(CultureInfo.InvariantCulture, $"],\"watermark\":\"{Watermark}\"}}").ToString();
    }

    /// <summary>Signs in the attachments, which only the server writes, and nowhere else: the rest may hold any JSON that a client thought of.</summary>
    private static string WithFiles(string activity, string publicAddress, FileAddresses addresses)
    {
        if (!activity.Contains(FileAddresses.Root, StringComparison.Ordinal) || JsonNode.Parse(activity) is not JsonObject { } read)
        {
            return activity;
        }

        foreach (var attachment in (read["attachments"] as JsonArray ?? []).OfType<JsonObject>())
        {
            foreach (var name in Links)
            {
                if (attachment[name] is JsonValue link && link.TryGetValue<string>(out var address) && FileAddresses.FileOf(address) is { } file)
                {
                    attachment[name] = publicAddress + addresses.Sign(file);
                }
            }
        }

        return read.ToJsonString(SchemaJson.Wire.Options);
    }
}
