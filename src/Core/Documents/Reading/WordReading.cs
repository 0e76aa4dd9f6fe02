using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
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
    private const int MostCharactersInPart = 20_000_000;
    private const int MostPictures = 9;

    private static readonly string[] PictureTypes = ["image/jpeg", "image/png"];

    public static FileText Read(string name, byte[] content)
    {
        try
        {
            if (Swells(content))
            {
                return FileText.Refused(Texts.FileSwells.With(name));
            }

            using var stream = new MemoryStream(content, writable: false);
            using var document = WordprocessingDocument.Open(
                stream,
                isEditable: false,
                new OpenSettings { MaxCharactersInPart = MostCharactersInPart, AutoSave = false }
            );
            return document.MainDocumentPart is { Document.Body: { } body } main
                ? new FileText(PlainText.Clean(TextOf(body)), [.. Pictures(main)])
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

    private static string TextOf(Body body)
    {
        var lines = new List<string>();
        foreach (var block in body.ChildElements)
        {
            lines.AddRange(
                block switch
                {
                    Table table => table.Elements<TableRow>().Select(Row),
                    Paragraph paragraph => [Line(paragraph)],
                    _ => block.Descendants<Paragraph>().Select(Line),
                }
            );
        }

        return string.Join('\n', lines);
    }

    private static string Row(TableRow row) =>
        string.Join('　', row.Elements<TableCell>().Select(cell => string.Join(' ', cell.Descendants<Paragraph>().Select(Line))));

    private static string Line(OpenXmlElement paragraph)
    {
        var line = new StringBuilder();
        foreach (var element in paragraph.Descendants())
        {
            // What stands a second time for programs that know less is not said twice.
            if (element.Ancestors<AlternateContentFallback>().Any())
            {
                continue;
            }

            switch (element)
            {
                case DocumentFormat.OpenXml.Wordprocessing.Text text:
                    line.Append(text.Text);
                    break;
                case TabChar:
                    line.Append(' ');
                    break;
                case Break or CarriageReturn:
                    line.Append('\n');
                    break;
            }
        }

        return line.ToString();
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
