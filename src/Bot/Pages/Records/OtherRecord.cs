using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;

namespace SupervisionBot.Bot.Pages.Records;

/// <summary>What somebody else saved while the recorder wrote: shown beside the recorder's own words, where it differs.</summary>
internal sealed class OtherRecord(RecordForm saved, IReadOnlyList<Unit> units)
{
    public string? Tick(TickInput own) =>
        saved.Attendances.Find(a => a.Id == own.Id) is not { } other || (other.Present == own.Present && Same(other.Attendee, own.Attendee))
            ? null
            : string.Join(
                '，',
                new[] { other.Present ? Texts.OtherPresent : Texts.OtherAbsent, other.Attendee }.Where(t => !string.IsNullOrWhiteSpace(t))
            );

    public string? Discussion(ItemInput own) => Of(own) is { } other && !Same(other.Discussion, own.Discussion) ? Shown(other.Discussion) : null;

    public string? Outcome(ItemInput own) =>
        Of(own) is { } other && other.Outcome != own.Outcome ? Shown(other.Outcome is { } outcome ? ConsultationOutcomes.Name(outcome) : null) : null;

    public string? Resolutions(ItemInput own)
    {
        var (theirs, mine) = (Lines(Of(own)), Lines(own));
        return theirs == mine ? null : Shown(theirs);
    }

    private ItemInput? Of(ItemInput own) => saved.Items.Find(i => i.Id == own.Id);

    private string Lines(ItemInput? item) =>
        string.Join('\n', (item?.Resolutions ?? []).Where(r => !r.IsEmpty).Select((r, index) => $"{index + 1}. {Line(r)}"));

    private string Line(ResolutionInput row)
    {
        var supporting = string.Join('、', row.Supporting.Select(Name).Order(StringComparer.Ordinal));
        string?[] parts =
        [
            Plain(row.Text),
            row.Lead is { } lead ? Name(lead) : null,
            supporting.Length == 0 ? null : supporting,
            RecordForm.Date(row.DueOn) is { } due ? ChinaTime.FullDay(due) : null,
        ];
        return string.Join('；', parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private string Name(Guid id) => units.FirstOrDefault(u => u.Id == id)?.ShortName ?? "";

    private static string Shown(string? text) => string.IsNullOrWhiteSpace(text) ? Texts.OtherEmpty : text;

    private static bool Same(string? one, string? other) => Plain(one) == Plain(other);

    // A browser sends lines back with another end than they came with.
    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
