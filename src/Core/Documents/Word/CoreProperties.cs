using System.Text;
using System.Xml.Linq;

namespace SupervisionBot.Core.Documents.Word;

/// <summary>Title, issuer and language of a file, as programs list it; no moment, so that the same paper gives the same bytes.</summary>
internal static class CoreProperties
{
    private static readonly XNamespace Properties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";

    public static byte[] Xml(string title, string creator) =>
        Encoding.UTF8.GetBytes(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                + new XElement(
                    Properties + "coreProperties",
                    new XAttribute(XNamespace.Xmlns + "cp", Properties),
                    new XAttribute(XNamespace.Xmlns + "dc", Dublin),
                    new XElement(Dublin + "title", title),
                    new XElement(Dublin + "creator", creator),
                    new XElement(Dublin + "language", "zh-CN")
                ).ToString(SaveOptions.DisableFormatting)
        );
}
