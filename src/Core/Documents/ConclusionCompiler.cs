namespace SupervisionBot.Core.Documents;

/// <summary>会商意见书 as Markdown: the same parts as an item of minutes, without a session.</summary>
public static class ConclusionCompiler
{
    public static string Compile(ConclusionFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var matter = facts.Matter;
        var title = MarkdownText.Line(matter.Title);
        var subject = title.EndsWith(Texts.Matter, StringComparison.Ordinal) ? title : title + Texts.Matter;
        var asked = MarkdownText.Line(string.Join('、', facts.Asked.Select(u => u.Name)));
        IEnumerable<string> lines =
        [
            $"# {Texts.ConclusionTitle.With(subject)}",
            (asked.Length > 0 ? Texts.ConclusionOpening : Texts.ConclusionOpeningAlone).With(MarkdownText.Line(facts.Initiator.Name), subject, asked),
            Sections.Heading(1, Texts.Facts),
            .. Sections.Account(matter.Account, matter.Negotiation),
            Sections.Heading(2, Texts.Views),
            .. Views(facts),
            Sections.Heading(3, Texts.Conclusion),
            .. Conclusions(matter, [.. MarkdownText.Paragraphs(matter.Discussion).Select(ViewSentences.Closed)]),
            Texts.Advisory,
            AttendanceBlocks.Distribution(facts.Recipients.Select(r => (r.Unit.Name, r.IsTownship))),
        ];
        return string.Join("\n\n", lines) + "\n";
    }

    private static IEnumerable<string> Views(ConclusionFacts facts)
    {
        var missing =
            facts.Missing.Count == 0 ? null : Texts.ViewsMissed.With(MarkdownText.Line(string.Join('、', facts.Missing.Select(u => u.Name))));
        return missing is not null && facts.Matter.Views.Count == 0
            ? [missing]
            : Sections.Views(facts.Matter with { Discussion = "" }).Concat(missing is null ? [] : [missing]);
    }

    // What the office thinks itself is introduced as that; what was agreed is followed by how it is done.
    private static IEnumerable<string> Conclusions(MinutesItem matter, IReadOnlyList<string> text) =>
        matter switch
        {
            { Outcome: null, Resolutions: [] } when text.Count > 0 => text,
            { Outcome: MinutesOutcome.NotAgreed } when text.Count > 0 => Sections.Coordinated(text, matter.Resolutions),
            _ => text.Concat(Sections.Resolutions(matter.Outcome, matter.Resolutions, Texts.Concluded)),
        };
}
