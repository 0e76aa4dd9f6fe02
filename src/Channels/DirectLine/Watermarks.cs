using System.Globalization;

namespace SupervisionBot.Channels.DirectLine;

/// <summary>The watermark as clients send it: a number we gave them, or one of the ways in which they say they have none.</summary>
internal static class Watermarks
{
    /// <summary>Reads a watermark. <paramref name="watermark"/> is null where the client has none yet.</summary>
    /// <returns>False for garbage.</returns>
    internal static bool TryRead(string? text, out long? watermark)
    {
        watermark = null;
        if (text is null or "" or "null" or "undefined")
        {
            return true;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        watermark = number;
        return true;
    }
}
