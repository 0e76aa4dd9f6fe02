namespace SupervisionBot.Core.Documents;

/// <summary>The closing blocks of minutes: 主持, 出席, 请假, 缺席, 列席, 记录, and 分送 to the units, each in protocol order.</summary>
internal static class AttendanceBlocks
{
    private static readonly MinutesPart[] Persons = [MinutesPart.Host, MinutesPart.Recorder];

    public static IEnumerable<string> Of(IReadOnlyList<MinutesAttendee> attendees)
    {
        foreach (var part in attendees.GroupBy(a => a.Part).OrderBy(g => g.Key))
        {
            yield return Texts.Block.With(Name(part.Key), string.Join('；', part.Select(a => UnitAndPerson(a, " "))));
        }

        yield return Distribution(attendees.Where(a => !Persons.Contains(a.Part)).Select(a => (a.Unit.Name, a.IsTownship)));
    }

    /// <summary>分送: the leaders, then departments, then townships, each named once.</summary>
    public static string Distribution(IEnumerable<(string Name, bool IsTownship)> recipients)
    {
        var units = recipients.DistinctBy(r => r.Name).ToLookup(r => r.IsTownship, r => r.Name);
        string[] groups = [Texts.DistributionLeaders, string.Join('、', units[false]), string.Join('、', units[true])];
        var all = string.Join('；', groups.Where(g => g.Length > 0));
        return Texts.Block.With(Texts.Distribution, Texts.Sentence.With(MarkdownText.Line(all)));
    }

    /// <summary>市水务局 副局长 薛志强; the unit is not named twice where the person's post names it.</summary>
    public static string UnitAndPerson(MinutesAttendee attendee, string separator)
    {
        var person = attendee.Attendee.Trim();
        if (separator.Length == 0)
        {
            person = person.Replace(" ", "", StringComparison.Ordinal);
        }

        var (unit, shortName) = attendee.Unit;
        var named = person.StartsWith(unit, StringComparison.Ordinal) || person.StartsWith(shortName, StringComparison.Ordinal);
        var text =
            person.Length == 0 ? unit
            : named ? person
            : unit + separator + person;
        return MarkdownText.Line(text);
    }

    private static string Name(MinutesPart part) =>
        part switch
        {
            MinutesPart.Host => Texts.Host,
            MinutesPart.Attend => Texts.Attend,
            MinutesPart.Leave => Texts.Leave,
            MinutesPart.Absent => Texts.Absent,
            MinutesPart.SitIn => Texts.SitIn,
            _ => Texts.Recorder,
        };
}
