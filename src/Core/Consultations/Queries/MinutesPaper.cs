using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Documents;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>The one place that sets a paper of minutes or of a conclusion: page, preview, Word file and the operator's export all draw this.</summary>
public static class MinutesPaper
{
    /// <summary>
    /// Masthead, number, dates, what the countersigning left, and the mark of a draft around the text. A text that is only being looked at goes in as
    /// <c>page with { Markdown = text }</c>.
    /// </summary>
    public static Paper Of(MinutesPage page, PaperSettings settings)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(settings);
        var paper = settings.NewPaper(page.Kind == MinutesKind.Session ? PaperKind.Minutes : PaperKind.Conclusion, page.Markdown);
        return paper with
        {
            Number = page.IssueMark,
            Date = page.Date,
            Notes = page.Notes,
            PrintedBy = page.PrintedOn is null ? null : settings.Issuer,
            PrintedOn = page.PrintedOn,
            DraftMark = page.DraftMark,
        };
    }
}
