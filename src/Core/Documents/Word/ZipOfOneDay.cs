using System.IO.Compression;

namespace SupervisionBot.Core.Documents.Word;

/// <summary>A package with its parts in a fixed order and under one date, so that equal content is equal bytes.</summary>
internal static class ZipOfOneDay
{
    private const string ContentTypes = "[Content_Types].xml";

    // The first day a zip file can name.
    private static readonly DateTimeOffset Day = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Repack(MemoryStream package)
    {
        package.Position = 0;
        using var source = new ZipArchive(package, ZipArchiveMode.Read);
        using var packed = new MemoryStream();
        using (var target = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in source.Entries.OrderBy(e => e.FullName == ContentTypes ? "" : e.FullName, StringComparer.Ordinal))
            {
                var entry = target.CreateEntry(part.FullName, CompressionLevel.Fastest);
                entry.LastWriteTime = Day;
                using var from = part.Open();
                using var to = entry.Open();
                from.CopyTo(to);
            }
        }

        return packed.ToArray();
    }
}
