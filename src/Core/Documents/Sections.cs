using SupervisionBot.Core.Calendars;

namespace SupervisionBot.Core.Documents;

/// <summary>Parts that the compiled papers share, as Markdown: headings 一、, accounts, views, resolutions with who and until when.</summary>
internal static class Sections
{
    /// <summary>A heading of the first level, numbered in Chinese.</summary>
    public static string Heading(int number, string text) => "## " + Texts.ItemHeading.With(Numeral(number), MarkdownText.Line(text));

    /// <summary>A numbered list of entries that are Markdown already.</summary>
    public static string Numbered(IEnumerable<string> entries) => string.Join('\n', entries.Select((entry, index) => $"{index + 1}. {entry}"));

    public static IEnumerable<string> Account(string account, string? negotiation)
    {
        var lines = MarkdownText.Paragraphs(account).Select(ViewSentences.Closed);
        return MarkdownText.Line(negotiation) is { Length: > 0 } tried ? lines.Append(ViewSentences.Closed(Texts.Negotiation.With(tried))) : lines;
    }

    /// <summary>What was sent and what was said; a sentence of its own where there was nothing.</summary>
    public static List<string> Views(MinutesItem item)
    {
        List<string> lines =
        [
            .. ViewSentences.NotInDiscussion(item).Select(s => MarkdownText.Line(s)),
            .. MarkdownText.Paragraphs(item.Discussion).Select(ViewSentences.Closed),
        ];
        return lines.Count > 0 ? lines : [Texts.NoViews];
    }

    /// <summary>The outcome, and what was resolved under it.</summary>
    /// <param name="lead">The sentence that leads to the resolutions where the parties agree.</param>
    public static IEnumerable<string> Resolutions(MinutesOutcome? outcome, IReadOnlyList<MinutesResolution> resolutions, string lead)
    {
        if (outcome is { } known)
        {
            yield return known switch
            {
                MinutesOutcome.Agreed => Texts.OutcomeAgreed,
                MinutesOutcome.NotAgreed => Texts.OutcomeNotAgreed,
                MinutesOutcome.Referred => Texts.OutcomeReferred,
                _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, message: null),
            };
        }

        if (resolutions.Count > 0)
        {
            yield return outcome == MinutesOutcome.NotAgreed ? Texts.CoordinatedLead : lead;
            yield return Numbered(resolutions.Select(Resolution));
        }
        else if (outcome is null or MinutesOutcome.NotAgreed)
        {
            yield return Texts.NothingAgreed;
        }
    }

    /// <summary>Nobody agreed: what who coordinates thinks, and how it is to be done.</summary>
    public static IEnumerable<string> Coordinated(IReadOnlyList<string> text, IReadOnlyList<MinutesResolution> resolutions) =>
        [
            Texts.OutcomeNotAgreed,
            Texts.CoordinatedLead,
            .. text,
            .. resolutions.Count == 0 ? (string[])[] : [Numbered(resolutions.Select(Resolution))],
        ];

    /// <summary>一, 十一, 三十四; up to 99.</summary>
    public static string Numeral(int number)
    {
        var (tens, ones) = (number / 10, number % 10);
        var digits = Texts.Numerals;
        return (tens > 1 ? digits[tens - 1].ToString() : "") + (tens > 0 ? Texts.Ten : "") + (ones > 0 ? digits[ones - 1].ToString() : "");
    }

    /// <summary>2026年12月4日（周五）15:00, in Shanghai time.</summary>
    public static string Moment(DateTimeOffset instant)
    {
        var day = ChinaTime.DateOf(instant);
        return Texts.Moment.With(ChinaTime.FullDay(day), ChinaTime.Weekday(day), ChinaTime.ToLocal(instant));
    }

    private static string Resolution(MinutesResolution resolution)
    {
        var parts = new List<string> { Texts.Responsible.With(MarkdownText.Line(resolution.Lead.Name)) };
        if (resolution.Supporting.Count > 0)
        {
            parts.Add(Texts.Supporting.With(MarkdownText.Line(string.Join('、', resolution.Supporting.Select(u => u.Name)))));
        }

        parts.Add(resolution.DueOn is { } due ? Texts.Due.With(ChinaTime.FullDay(due)) : Texts.DueAlways);
        var text = Texts.Sentence.With(MarkdownText.Line(ViewSentences.WithoutEndMark(resolution.Text)));
        return text + Texts.Sentence.With(string.Join('；', parts));
    }
}
