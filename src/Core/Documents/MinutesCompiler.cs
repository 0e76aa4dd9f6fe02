using System.Text;
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
        var lines = new List<string>
        {
            $"# {MarkdownText.Line(facts.Title)}",
            Texts.NumberAndDay.With(facts.Number, ChinaTime.FullDay(facts.Day)),
            Opening(facts),
        };
        for (var i = 0; i < facts.Items.Count; i++)
        {
            AddItem(lines, facts.Items[i], i + 1);
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

    private static void AddItem(List<string> lines, MinutesItem item, int number)
    {
        lines.Add("## " + Texts.ItemHeading.With(Numeral(number), MarkdownText.Line(item.Title)));
        lines.Add("### " + Texts.PartFacts);
        lines.AddRange(MarkdownText.Paragraphs(item.Account));
        if (MarkdownText.Line(item.Negotiation) is { Length: > 0 } negotiation)
        {
            lines.Add(Texts.Negotiation.With(negotiation));
        }

        lines.Add("### " + Texts.PartViews);
        var before = lines.Count;
        lines.AddRange(ViewSentences.NotInDiscussion(item).Select(s => MarkdownText.Line(s)));
        lines.AddRange(MarkdownText.Paragraphs(item.Discussion));
        if (lines.Count == before)
        {
            lines.Add(Texts.NoViews);
        }

        lines.Add("### " + Texts.PartResolutions);
        lines.Add(item.Resolutions.Count == 0 ? Texts.NothingAgreed : Texts.Agreed);
        if (item.Resolutions.Count > 0)
        {
            lines.Add(Resolutions(item.Resolutions));
        }
    }

    /// <summary>议定事项 as a numbered list, each with its units and date.</summary>
    internal static string Resolutions(IReadOnlyList<MinutesResolution> resolutions) =>
        string.Join('\n', resolutions.Select((r, index) => Resolution(r, index + 1)));

    private static string Resolution(MinutesResolution resolution, int number)
    {
        var parts = new List<string> { Texts.Responsible.With(MarkdownText.Line(resolution.Lead.Name)) };
        if (resolution.Supporting.Count > 0)
        {
            parts.Add(Texts.Supporting.With(MarkdownText.Line(string.Join('、', resolution.Supporting.Select(u => u.Name)))));
        }

        parts.Add(resolution.DueOn is { } due ? Texts.Due.With(ChinaTime.FullDay(due)) : Texts.DueAlways);
        var text = new StringBuilder().Append(Texts.Sentence.With(MarkdownText.Line(ViewSentences.WithoutEndMark(resolution.Text))));
        return text.Insert(0, $"{number}. ").Append(Texts.Sentence.With(string.Join('；', parts))).ToString();
    }

    private static string Numeral(int number)
    {
        var (tens, ones) = (number / 10, number % 10);
        var digits = Texts.Numerals;
        return (tens > 1 ? digits[tens - 1].ToString() : "") + (tens > 0 ? Texts.Ten : "") + (ones > 0 ? digits[ones - 1].ToString() : "");
    }
}
