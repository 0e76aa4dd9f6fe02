using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Calendars.Expressions;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Documents;

namespace SupervisionBot.Core.Consultations.Resolutions;

/// <summary>Takes the words of a resolution on a paper for units and a day, by the same rules that hold for the recorder's page.</summary>
internal sealed class ResolutionReading
{
    private const int ShortLength = 20;
    private static readonly TimeOnly Morning = new(9, 0);

    private readonly Minutes minutes;
    private readonly IReadOnlyList<Unit> units;
    private readonly HashSet<Guid> known;
    private readonly DateOnly day;

    public ResolutionReading(Minutes minutes, IReadOnlyList<Unit> units)
    {
        (this.minutes, this.units) = (minutes, units);
        known = [.. units.Select(u => u.Id)];
        day = ChinaTime.DateOf(minutes.Session?.StartsAt ?? minutes.CompiledAt);
    }

    public static string Short(string text) => ConsultationTitle.Cut(text, ShortLength);

    /// <summary>The resolution, or why it cannot be tracked.</summary>
    public (WrittenResolution? Resolution, string? Complaint) Read(PaperResolution written)
    {
        var text = Short(written.Text);
        if (written.Text.Length == 0)
        {
            return (null, Texts.PaperNoMatter);
        }

        if (written.Lead.Length == 0)
        {
            return (null, Texts.PaperNoLead.With(text));
        }

        if (UnitOf(written.Lead) is not { } lead)
        {
            var many = written.Lead.Contains('、', StringComparison.Ordinal);
            return (null, many ? Texts.PaperManyLeads.With(text) : Texts.PaperUnknownUnit.With(text, written.Lead));
        }

        if (written.Supporting.FirstOrDefault(name => UnitOf(name) is null) is { } stranger)
        {
            return (null, Texts.PaperUnknownUnit.With(text, stranger));
        }

        var due = Due(written.Due);
        if (due.Complaint is { } unclear)
        {
            return (null, unclear.With(text, written.Due));
        }

        var supporting = written.Supporting.Select(name => UnitOf(name)!).Distinct().OrderBy(u => u.Order).ToList();
        var record = new ResolutionRecord(written.Text, lead.Id, supporting.ConvertAll(u => u.Id), due.Day);
        return record.Check(day, known).FirstOrDefault() is { } wrong
            ? (null, Texts.PaperWrong.With(text, wrong.Sentence))
            : (new WrittenResolution(ItemOf(written), written.Text, lead, supporting, due.Day), null);
    }

    private (DateOnly? Day, string? Complaint) Due(string words)
    {
        if (words.Length == 0)
        {
            return (null, Texts.PaperNoDue);
        }

        if (words.StartsWith(Texts.DueAlways, StringComparison.Ordinal))
        {
            return (null, null);
        }

        // A day that was over before the session began is a day all the same: what is wrong with it is said further on.
        return (DayIn(words, day) ?? DayIn(words, day.AddYears(-1))) is { } date ? (date, null) : (null, Texts.PaperDateUnclear);
    }

    private static DateOnly? DayIn(string words, DateOnly today) =>
        new ChineseDates(WorkingCalendar.Shipped).Find(words, ChinaTime.FromLocal(today, Morning)) is [{ Date: { } date }] ? date : null;

    private Unit? UnitOf(string name) =>
        units.FirstOrDefault(u => string.Equals(u.Name, name, StringComparison.Ordinal))
        ?? units.FirstOrDefault(u => string.Equals(u.ShortName, name, StringComparison.Ordinal))
        ?? units.FirstOrDefault(u => u.Aliases.Contains(name, StringComparer.Ordinal));

    /// <summary>The item that the heading names, else the one at its place.</summary>
    private Guid? ItemOf(PaperResolution written)
    {
        var items = minutes.Session?.AgendaItems.OrderBy(i => i.Order).ToList() ?? [];
        var named = items.Find(i => written.Heading.Contains(i.Consultation!.Title, StringComparison.Ordinal));
        return items.Count == 0 ? null : (named ?? items[Math.Clamp(written.Section, 0, items.Count - 1)]).Id;
    }
}
