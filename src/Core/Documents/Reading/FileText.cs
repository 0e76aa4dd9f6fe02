using System.Text;
using SupervisionBot.Core.Forms;

namespace SupervisionBot.Core.Documents.Reading;

/// <summary>What a file says. With a <paramref name="Complaint"/> (a sentence for whoever sent it) there is nothing else.</summary>
/// <param name="Pictures">Those in a Word file, in the order in which they stand in it.</param>
public sealed record FileText(string Text, IReadOnlyList<FilePicture> Pictures, string? Complaint = null)
{
    private const string Word = ".docx";
    private static readonly string[] Plain = [".txt", ".md"];

    /// <summary>Whether files of that name are read here.</summary>
    public static bool IsRead(string name) => HasEnding(name, Word) || Plain.Any(ending => HasEnding(name, ending));

    /// <summary>Reads a file by the ending of its name. Never fails: a file that is not what its ending says gets a complaint.</summary>
    public static FileText Read(string name, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return HasEnding(name, Word) ? WordReading.Read(name, content) : ReadPlain(name, content);
    }

    internal static FileText Refused(string complaint) => new("", [], complaint);

    /// <summary>UTF-8, or what Chinese Windows writes.</summary>
    private static FileText ReadPlain(string name, byte[] content)
    {
        if (content.AsSpan().Contains((byte)0))
        {
            return Refused(Texts.NotAText.With(name));
        }

        try
        {
            return new FileText(PlainText.Clean(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content)).TrimStart('\uFEFF'), []);
        }
        catch (DecoderFallbackException)
        {
            var national = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
            return new FileText(PlainText.Clean(national.GetString(content)), []);
        }
    }

    private static bool HasEnding(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A picture out of a file.</summary>
public sealed record FilePicture(string ContentType, byte[] Content);
