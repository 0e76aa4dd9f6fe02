using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SupervisionBot.Channels.Files;

namespace SupervisionBot.Channels.DirectLine;

/// <summary>Stored activities (JSON) and the watermark after them.</summary>
internal sealed partial record LogPage(IReadOnlyList<string> Activities, long Watermark)
{
    internal bool IsFull => Activities.Count == ConversationReader.PageSize;

    /// <summary>The page as an activity set. Activities go out as they are stored; only addresses of our own files become absolute and signed.</summary>
    internal string ToJson(string publicAddress, FileAddresses addresses)
    {
        var json = new StringBuilder("""{"activities":[""");
        for (var index = 0; index < Activities.Count; index++)
        {
            var activity = FileLink()
                .Replace(
                    Activities[index],
                    link => $"\"{link.Groups["name"].Value}\":\"{publicAddress}{addresses.Sign(Guid.ParseExact(link.Groups["id"].Value, "N"))}\""
                );
            json.Append(index == 0 ? "" : ",").Append(activity);
        }

        return json.Append(CultureInfo.InvariantCulture, $"],\"watermark\":\"{Watermark}\"}}").ToString();
    }

    // Cannot be met inside a JSON string, where quotation marks are escaped.
    [GeneratedRegex(
        "\"(?<name>contentUrl|thumbnailUrl)\":\"/files/(?<id>[0-9a-f]{32})\"",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex FileLink();
}
