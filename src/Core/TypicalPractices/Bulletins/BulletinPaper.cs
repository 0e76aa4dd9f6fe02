using SupervisionBot.Core.Documents;

namespace SupervisionBot.Core.TypicalPractices.Bulletins;

/// <summary>The one place that sets a bulletin: page and Word file both draw this. 报头, 按语, every practice under its title, 报尾 (domain: c).</summary>
public static class BulletinPaper
{
    public static Paper Of(BulletinPage page, PaperSettings settings)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(settings);
        var bulletin = page.Bulletin;
        var articles = page.Practices.Select(p => new BulletinArticle(
            p.Title,
            p.Unit!.Name,
            [.. PracticeText.PartsOf(p.Body, p.Title).Select(part => new BulletinSection(part.Heading, part.Text))]
        ));
        return settings.NewPaper(PaperKind.Bulletin, BulletinCompiler.Compile(bulletin.Foreword, articles)) with
        {
            Number = bulletin.Issue is null ? null : BulletinNames.Mark(bulletin),
            Date = bulletin.IssuedOn,
            Readers =
            [
                .. new[]
                {
                    (Label: Texts.LabelReportedTo, To: bulletin.ReportedTo),
                    (Label: Texts.LabelSentTo, To: bulletin.SentTo),
                    (Label: Texts.LabelDistributedTo, To: bulletin.DistributedTo),
                }
                    .Where(line => line.To is not null)
                    .Select(line => new PaperReaders(line.Label, line.To!)),
            ],
            Copies = bulletin.Copies,
            DraftMark = bulletin.State == BulletinState.Issued ? null : Texts.DraftMark,
        };
    }
}
