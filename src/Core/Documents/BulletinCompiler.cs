namespace SupervisionBot.Core.Documents;

/// <summary>A practice as a bulletin prints it. <paramref name="Unit"/> by its full name.</summary>
public sealed record BulletinArticle(string Title, string Unit, IReadOnlyList<BulletinSection> Sections);

/// <summary>A stretch of it under its heading, in the author's words; null for what stands before the first.</summary>
public sealed record BulletinSection(string? Heading, string Text);

/// <summary>简报 as Markdown: 按语, then every practice under a title of its own, with the unit that sent it.</summary>
public static class BulletinCompiler
{
    public static string Compile(string? foreword, IEnumerable<BulletinArticle> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        IEnumerable<string> blocks = [.. Foreword(foreword), .. articles.SelectMany(Article)];
        return string.Join("\n\n", blocks) + "\n";
    }

    private static IEnumerable<string> Foreword(string? foreword) =>
        MarkdownText.Paragraphs(foreword).Select((line, index) => $"> {(index == 0 ? Texts.ForewordLead : "")}{line}");

    private static IEnumerable<string> Article(BulletinArticle article)
    {
        yield return $"# {MarkdownText.Line(article.Title)}";
        yield return Texts.Brackets.With(MarkdownText.Line(article.Unit));
        foreach (var section in article.Sections)
        {
            if (section.Heading is { } heading)
            {
                yield return $"## {MarkdownText.Line(heading)}";
            }

            foreach (var line in MarkdownText.Paragraphs(section.Text))
            {
                yield return line;
            }
        }
    }
}
