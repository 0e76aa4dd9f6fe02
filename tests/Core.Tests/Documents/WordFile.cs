using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SupervisionBot.Core.Documents;
using Xunit;

namespace SupervisionBot.Core.Tests.Documents;

/// <summary>A written Word file, opened again.</summary>
internal sealed class WordFile(byte[] bytes)
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly PaperWord Writer = new(new PaperSettings());

    public static WordFile Of(Paper paper) => new(Writer.Write(paper));

    public byte[] Bytes => bytes;

    public XElement Document { get; } = Part(bytes, main => main);

    public XElement Styles { get; } = Part(bytes, main => main.StyleDefinitionsPart!);

    /// <summary>The words of every paragraph that has some.</summary>
    public IEnumerable<string> Lines =>
        Document.Descendants(W + "p").Select(p => string.Concat(p.Descendants(W + "t").Select(t => t.Value))).Where(line => line.Length > 0);

    public void MustBeValid()
    {
        using var stream = new MemoryStream(bytes);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.Empty(
            new OpenXmlValidator()
                .Validate(document, TestContext.Current.CancellationToken)
                .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")
        );
    }

    /// <summary>The first paragraph that holds these words.</summary>
    public XElement Paragraph(string words) =>
        Document
            .Descendants(W + "p")
            .First(p => string.Concat(p.Descendants(W + "t").Select(t => t.Value)).Contains(words, StringComparison.Ordinal));

    /// <summary>The style of a paragraph.</summary>
    public XElement StyleOf(XElement paragraph) => Style(Value(paragraph.Descendants(W + "pStyle").Single())!);

    public XElement Style(string id) => Styles.Elements(W + "style").Single(s => (string?)s.Attribute(W + "styleId") == id);

    public static string? Value(XElement? element, string attribute = "val") => (string?)element?.Attribute(W + attribute);

    public static int Number(XElement? element, string attribute = "val") => int.Parse(Value(element, attribute)!, CultureInfo.InvariantCulture);

    public static XElement Part(byte[] bytes, Func<MainDocumentPart, OpenXmlPart> choose)
    {
        using var stream = new MemoryStream(bytes);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        using var content = choose(document.MainDocumentPart!).GetStream();
        return XElement.Load(content);
    }
}
