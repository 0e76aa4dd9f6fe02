using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SupervisionBot.Testing;

/// <summary>Word files as people write them, and as nobody should.</summary>
public static class WordSamples
{
    /// <summary>A file with these paragraphs.</summary>
    public static byte[] Of(params IEnumerable<string> paragraphs)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(paragraphs.Select(p => new Paragraph(new Run(new Text(p))))));
        }

        return stream.ToArray();
    }

    /// <summary>A file whose body is this markup, with the prefixes <c>w</c> and <c>mc</c>.</summary>
    public static byte[] OfBody(string markup) =>
        With(
            "word/document.xml",
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                + $"xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>{markup}</w:body></w:document>"
        );

    /// <summary>A small file in which one part is nested as deeply as nobody writes.</summary>
    public static byte[] Deep(string part, int depth)
    {
        var nested = string.Concat(Enumerable.Repeat("<w:sdt>", depth)) + string.Concat(Enumerable.Repeat("</w:sdt>", depth));
        return part == "word/document.xml"
            ? OfBody(nested)
            : With(part, $"<w:x xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{nested}</w:x>");
    }

    /// <summary>A small file that unpacks to far more than anybody would send (an attachment bomb).</summary>
    public static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        stream.Write(Of("正文"));
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = archive.CreateEntry("word/media/image1.png", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 120; i++)
            {
                part.Write(zeros);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A zip file that is no Word file.</summary>
    public static byte[] NoWord()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("readme.txt").Open();
            part.Write(Encoding.UTF8.GetBytes("hello"));
        }

        return stream.ToArray();
    }

    /// <summary>A Word file in which one part says something else.</summary>
    private static byte[] With(string part, string content)
    {
        using var stream = new MemoryStream();
        stream.Write(Of("正文"));
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)?.Delete();
            using var entry = archive.CreateEntry(part, CompressionLevel.SmallestSize).Open();
            entry.Write(Encoding.UTF8.GetBytes(content));
        }

        return stream.ToArray();
    }
}
