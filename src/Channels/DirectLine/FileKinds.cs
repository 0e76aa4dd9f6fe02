namespace SupervisionBot.Channels.DirectLine;

/// <summary>Which files are taken: pictures, PDF and office documents, each known by its ending and by its first bytes.</summary>
public static class FileKinds
{
    private const int NameLimit = 120;
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly Dictionary<string, (string ContentType, byte[] Start)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = ("image/jpeg", [0xFF, 0xD8, 0xFF]),
        [".jpeg"] = ("image/jpeg", [0xFF, 0xD8, 0xFF]),
        [".png"] = ("image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        [".gif"] = ("image/gif", "GIF8"u8.ToArray()),
        [".webp"] = ("image/webp", "RIFF"u8.ToArray()),
        [".pdf"] = ("application/pdf", "%PDF-"u8.ToArray()),
        [".docx"] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Zip),
        [".xlsx"] = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Zip),
        [".pptx"] = ("application/vnd.openxmlformats-officedocument.presentationml.presentation", Zip),
        [".ofd"] = ("application/ofd", Zip),
        [".doc"] = ("application/msword", Ole),
        [".xls"] = ("application/vnd.ms-excel", Ole),
        [".ppt"] = ("application/vnd.ms-powerpoint", Ole),
        [".wps"] = ("application/vnd.ms-works", Ole),
        [".et"] = ("application/vnd.ms-excel", Ole),
    };

    /// <summary>The media type for a name's ending; null if such files are not taken. What the client says about the type counts for nothing.</summary>
    public static string? ContentTypeOf(string name) => Known.TryGetValue(Path.GetExtension(name), out var kind) ? kind.ContentType : null;

    public static bool IsPicture(string contentType) => contentType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>True when the content begins as its ending promises.</summary>
    public static bool Matches(string name, ReadOnlySpan<byte> content) =>
        content.StartsWith(Known[Path.GetExtension(name)].Start)
        && (!Path.GetExtension(name).Equals(".webp", StringComparison.OrdinalIgnoreCase) || content[8..].StartsWith("WEBP"u8));

    /// <summary>Names come from anywhere: no folders, no control characters, and short enough to be shown. The ending stays.</summary>
    public static string CleanName(string given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var name = new string([.. given[(given.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]).Trim();
        if (name.Length <= NameLimit)
        {
            return name;
        }

        var ending = Path.GetExtension(name);
        return ending.Length < 10 ? name[..(NameLimit - ending.Length)] + ending : name[..NameLimit];
    }
}
