using SupervisionBot.Core.Calendars;

namespace SupervisionBot.Core.Documents;

/// <summary>
/// 会议纪要 as Markdown, in the register of such documents (domain: a6): third person, no direct quotation; per item 基本情况, 各方意见, 议定事项;
/// then who was there, and 分送. Headings follow GB/T 9704: 一、 （一） 1.
/// </summary>
public static class MinutesCompiler
{
    public static string Compile(MinutesFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var lines = new List<string> { $"# {MarkdownText.Line(facts.Title)}", Opening(facts) };
        var number = 1;
        if (facts.PreviousResolutions.Count > 0)
        {
            lines.Add(Sections.Heading(number++, Texts.Previous));
            lines.Add(Sections.Numbered(facts.PreviousResolutions.Select(Previous)));
        }

        foreach (var item in facts.Items)
        {
            lines.Add(Sections.Heading(number++, item.Title));
            AddItem(lines, item);
        }

        lines.Add(Texts.Advisory);
        lines.AddRange(AttendanceBlocks.Of(facts.Attendees));
        return string.Join("\n\n", lines) + "\n";
    }

    private static string Opening(MinutesFacts facts)
    {
        var host = facts.Attendees.FirstOrDefault(a => a.Part == MinutesPart.Host);
        var titles = facts.Items.Select(i => MarkdownText.Line(i.Title)).ToList();
        var study = titles switch
        {
            [var only] => (only.EndsWith(Texts.Matter, StringComparison.Ordinal) ? Texts.StudyOneAsIs : Texts.StudyOne).With(only),
            _ => Texts.StudyMany.With(string.Join('、', titles), titles.Count),
        };
        return Texts.Opening.With(
            ChinaTime.FullDay(facts.Day),
            host is null ? "" : AttendanceBlocks.UnitAndPerson(host, separator: ""),
            MarkdownText.Line(facts.Place),
            study
        );
    }

    private static void AddItem(List<string> lines, MinutesItem item)
    {
        lines.Add("### " + Texts.PartFacts);
        lines.AddRange(Sections.Account(item.Account, item.Negotiation));
        lines.Add("### " + Texts.PartViews);
        lines.AddRange(Sections.Views(item));
        lines.Add("### " + Texts.PartResolutions);
        lines.AddRange(Sections.Resolutions(item.Outcome, item.Resolutions, Texts.Agreed));
    }

    private static string Previous(PreviousResolution resolution)
    {
        var due = resolution.DueOn is { } day ? Texts.Due.With(ChinaTime.FullDay(day)) : Texts.DueAlways;
        var promise = Texts.PreviousPromise.With(
            MarkdownText.Line(ViewSentences.WithoutEndMark(resolution.Text)),
            MarkdownText.Line(resolution.Lead.Name),
            due
        );
        return promise + Texts.Sentence.With(MarkdownText.Line(ViewSentences.WithoutEndMark(resolution.Status)));
    }
}
