using System.Text.Json;

namespace SupervisionBot.Channels.DirectLine;

/// <summary>Reads JSON of which nothing may be taken for granted.</summary>
internal static class LooseJson
{
    /// <summary>The member of that name; null if this is no object or has none.</summary>
    internal static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    /// <summary>The string; null if this is none, or one that is no valid text.</summary>
    internal static string? Words(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair.
            return null;
        }
    }
}
