using System.Text;
using System.Xml;

namespace SupervisionBot.Core.Documents.Reading;

/// <summary>
/// The lines of a Word document, read forward only: a paragraph a line, a row of a table a line. No tree is built of it, so that neither its depth nor its size
/// costs more than the reading; what is nested deeper than any program writes is refused.
/// </summary>
internal sealed class WordLines
{
    /// <summary>How deep markup may be nested; a table in a table in a table has fifty.</summary>
    public const int MostDepth = 256;

    /// <summary>Markup and all; a text as long as a practice may be has a tenth of it.</summary>
    private const int MostCharactersInPart = 2_000_000;

    /// <summary>Ten times what a practice may hold: what stands behind it is not read, the text is too long in any case.</summary>
    private const int MostText = 200_000;

    private static readonly string[] Word =
    [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ];

    /// <summary>How parts are read: nothing from elsewhere, and no more than a text can need.</summary>
    public static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharactersInPart,
    };

    private readonly StringBuilder lines = new();
    private bool inBody;

    /// <summary>How deep the paragraph stands that is being read; -1 between paragraphs.</summary>
    private int paragraph = -1;

    /// <summary>Tables around the place that is being read; only the outermost one makes lines.</summary>
    private int tables;
    private bool anyLine;
    private bool anyCell;
    private bool anyInCell;

    /// <summary>The words of a document's main part; null when it is none, or nested beyond measure.</summary>
    public static string? Read(Stream part)
    {
        using var reader = XmlReader.Create(part, Settings);
        var read = new WordLines();
        return read.TakeAll(reader) ? read.lines.ToString() : null;
    }

    private bool TakeAll(XmlReader reader)
    {
        var more = reader.Read();
        while (more && lines.Length <= MostText)
        {
            if (reader.Depth > MostDepth)
            {
                return false;
            }

            if (reader.NodeType == XmlNodeType.Element && IsSaidElsewhere(reader))
            {
                reader.Skip();
                more = !reader.EOF;
                continue;
            }

            Take(reader);
            more = reader.Read();
        }

        return inBody;
    }

    /// <summary>What stands a second time for programs that know less, and the looks of a paragraph, whose tab stops are no words.</summary>
    private static bool IsSaidElsewhere(XmlReader reader) =>
        reader.LocalName == "Fallback" || (reader.LocalName is "pPr" or "rPr" or "tblPr" or "sectPr" && IsWord(reader));

    private void Take(XmlReader reader)
    {
        if (reader.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement) || !IsWord(reader))
        {
            return;
        }

        if (!inBody)
        {
            inBody = reader is { NodeType: XmlNodeType.Element, LocalName: "body", Depth: 1 };
        }
        else if (reader.NodeType == XmlNodeType.EndElement)
        {
            End(reader);
        }
        else if (paragraph < 0)
        {
            Start(reader);
        }
        else
        {
            Say(reader);
        }
    }

    private void Start(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "tbl" when !reader.IsEmptyElement:
                tables++;
                break;
            case "tr" when tables == 1:
                StartLine();
                anyCell = false;
                break;
            case "tc" when tables == 1:
                lines.Append(anyCell ? "　" : "");
                (anyCell, anyInCell) = (true, false);
                break;
            case "p":
                StartParagraph(reader);
                break;
        }
    }

    private void End(XmlReader reader)
    {
        if (reader.Depth == paragraph)
        {
            paragraph = -1;
        }
        else if (paragraph < 0 && reader.LocalName == "tbl")
        {
            tables--;
        }
    }

    private void StartParagraph(XmlReader reader)
    {
        if (tables == 0)
        {
            StartLine();
        }
        else
        {
            lines.Append(anyInCell ? " " : "");
            anyInCell = true;
        }

        paragraph = reader.IsEmptyElement ? -1 : reader.Depth;
    }

    private void Say(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "t" when !reader.IsEmptyElement:
                SayText(reader);
                break;
            case "tab":
                lines.Append(' ');
                break;
            case "br" or "cr":
                lines.Append('\n');
                break;
        }
    }

    /// <summary>Leaves the reader on the end of the element, wherever the text stops.</summary>
    private void SayText(XmlReader reader)
    {
        while (reader.Read() && reader.NodeType is not (XmlNodeType.EndElement or XmlNodeType.Element))
        {
            lines.Append(reader.Value);
        }
    }

    private void StartLine()
    {
        lines.Append(anyLine ? "\n" : "");
        anyLine = true;
    }

    private static bool IsWord(XmlReader reader) => Word.Contains(reader.NamespaceURI, StringComparer.Ordinal);
}
