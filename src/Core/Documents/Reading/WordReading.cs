using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using SupervisionBot.Core.Forms;

namespace SupervisionBot.Core.Documents.Reading;

/// <summary>
/// The words of a Word file, a line a paragraph, and its pictures. Before anything of it is read it is unpacked once into nothing, and counted: a small file that
/// swells beyond every measure (解压炸弹) is refused, whatever its own directory says.
/// </summary>
internal static class WordReading
{
    /// <summary>Unpacked bytes; a report with a dozen photographs has a tenth of it.</summary>
    private const long MostUnpacked = 100L * 1024 * 1024;
    private const int MostParts = 2_000;
    private const int MostPictures = 9;

    private static readonly string[] Lists = [".rels", "[Content_Types].xml"];

    private static readonly string[] PictureTypes = ["image/jpeg", "image/png"];

    public static FileText Read(string name, byte[] content)
    {
        try
        {
            if (Swells(content))
            {
                return FileText.Refused(Texts.FileSwells.With(name));
            }

            if (IsNestedBeyondMeasure(content))
            {
                return FileText.Refused(Texts.NotAWordFile.With(name));
            }

            using var stream = new MemoryStream(content, writable: false);
            using var document = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { AutoSave = false });
            return document.MainDocumentPart is { } main && TextOf(main) is { } text
                ? new FileText(PlainText.Clean(text), [.. Pictures(main)])
                : FileText.Refused(Texts.NotAWordFile.With(name));
        }
        catch (Exception error)
            when (error
                    is InvalidDataException
                        or OpenXmlPackageException
                        or XmlException
                        or IOException
                        or FormatException
                        or ArgumentException
                        or InvalidOperationException
                        or NotSupportedException
            )
        {
            return FileText.Refused(Texts.NotAWordFile.With(name));
        }
    }

    private static bool Swells(byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        if (archive.Entries.Count > MostParts)
        {
            return true;
        }

        var (buffer, unpacked) = (new byte[81_920], 0L);
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0; )
            {
                unpacked += read;
                if (unpacked > MostUnpacked)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a part has markup that no program writes: opening the file reads lists of parts in a time that grows with the square of their depth. Every part is
    /// looked at, whatever its name; a picture ends the look with its first byte.
    /// </summary>
    private static bool IsNestedBeyondMeasure(byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        return archive.Entries.Any(entry =>
            // Parts in pieces are put together again only while opening.
            entry.FullName.EndsWith(".piece", StringComparison.OrdinalIgnoreCase) || IsNestedBeyondMeasure(entry)
        );
    }

    private static bool IsNestedBeyondMeasure(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        using var reader = XmlReader.Create(part, WordLines.Settings);
        try
        {
            while (reader.Read())
            {
                if (reader.Depth > WordLines.MostDepth)
                {
                    return true;
                }
            }
        }
        catch (XmlException)
        {
            // No markup, broken, or beyond every size: whoever needs the part will say so, but the lists are needed by opening itself.
            return Lists.Any(ending => entry.FullName.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        }

        return false;
    }

    // Not main.Document: it loads its tree by recursion, and a small file can be nested deeply enough to end the process.
    private static string? TextOf(MainDocumentPart main)
    {
        using var part = main.GetStream(FileMode.Open, FileAccess.Read);
        return WordLines.Read(part);
    }

    private static IEnumerable<FilePicture> Pictures(MainDocumentPart main)
    {
        foreach (var part in main.ImageParts.Where(p => PictureTypes.Contains(p.ContentType, StringComparer.Ordinal)).Take(MostPictures))
        {
            using var from = part.GetStream(FileMode.Open, FileAccess.Read);
            using var picture = new MemoryStream();
            from.CopyTo(picture);
            yield return new FilePicture(part.ContentType, picture.ToArray());
        }
    }
}
