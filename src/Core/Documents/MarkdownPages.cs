using Ganss.Xss;
using Markdig;

namespace SupervisionBot.Core.Documents;

/// <summary>Markdown → HTML that is safe to stand in a page: only the elements of a document, without a single attribute.</summary>
public static class MarkdownPages
{
    private static readonly string[] Elements = ["h1", "h2", "h3", "h4", "p", "ol", "ul", "li", "strong", "em", "blockquote", "hr", "br"];

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>The body of the page.</summary>
    public static string ToHtml(string markdown)
    {
        var sanitizer = new HtmlSanitizer { KeepChildNodes = true };
        sanitizer.AllowedTags.Clear();
        sanitizer.AllowedTags.UnionWith(Elements);
        sanitizer.AllowedAttributes.Clear();
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowedSchemes.Clear();
        sanitizer.AllowDataAttributes = false;
        return sanitizer.Sanitize(Markdown.ToHtml(markdown, Pipeline));
    }
}
