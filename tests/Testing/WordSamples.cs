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
}
