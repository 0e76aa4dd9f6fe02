using SupervisionBot.Core.Calendars;

namespace SupervisionBot.Core.Documents;

/// <summary>What a notice of a session says. Times are instants; people read them in Shanghai time. Lists are in protocol order.</summary>
public sealed record SessionNoticeFacts(
    DateTimeOffset StartsAt,
    string Place,
    string Host,
    IReadOnlyList<MinutesUnit> Addressees,
    IReadOnlyList<string> Agenda,
    IReadOnlyList<MinutesUnit> Attending,
    IReadOnlyList<MinutesUnit> SittingIn,
    string OfficePerson,
    string OfficePhone
);

/// <summary>会商通知 as Markdown; the first paragraph names the addressees (主送).</summary>
public static class SessionNoticeCompiler
{
    public static string Compile(SessionNoticeFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var day = ChinaTime.DateOf(facts.StartsAt);
        var time = Sections.Moment(facts.StartsAt);
        List<(string Heading, IEnumerable<string> Lines)> parts =
        [
            (Texts.NoticeTime, [time]),
            (Texts.NoticePlace, MarkdownText.Paragraphs(facts.Place)),
            (Texts.NoticeHost, MarkdownText.Paragraphs(facts.Host)),
            (Texts.NoticeAgenda, [Sections.Numbered(facts.Agenda.Select(MarkdownText.Line))]),
            (Texts.NoticeParticipants, Participants(facts)),
            (Texts.NoticeRequests, [Texts.NoticePrepare, Texts.NoticeLeave, Phone(facts)]),
        ];
        var told = parts.Where(p => p.Lines.Any(line => line.Length > 0)).SelectMany((p, i) => p.Lines.Prepend(Sections.Heading(i + 1, p.Heading)));
        IEnumerable<string> lines =
        [
            $"# {Texts.NoticeTitle}",
            MarkdownText.Line(Names(facts.Addressees)) + PaperLabels.Colon,
            Texts.NoticeOpening.With(ChinaTime.FullDay(day)),
            .. told,
        ];
        return string.Join("\n\n", lines) + "\n";
    }

    private static IEnumerable<string> Participants(SessionNoticeFacts facts)
    {
        if (facts.Attending.Count > 0)
        {
            yield return Texts.NoticeAttending.With(MarkdownText.Line(Names(facts.Attending)));
        }

        if (facts.SittingIn.Count > 0)
        {
            yield return Texts.NoticeSittingIn.With(MarkdownText.Line(Names(facts.SittingIn)));
        }
    }

    private static string Phone(SessionNoticeFacts facts) =>
        Texts.NoticePhone.With(MarkdownText.Line(facts.OfficePerson), MarkdownText.Line(facts.OfficePhone));

    private static string Names(IEnumerable<MinutesUnit> units) => string.Join('、', units.Select(u => u.Name));
}
