using System.Globalization;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Sessions;

namespace SupervisionBot.Bot.Pages.Records;

/// <summary>The recorder's page as it is filled in; every text as typed, so that nothing is lost on the way back.</summary>
internal sealed class RecordForm
{
    private const string DateFormat = "yyyy-MM-dd";

    public int Version { get; set; }

    public List<TickInput> Attendances { get; set; } = [];

    public List<ItemInput> Items { get; set; } = [];

    /// <summary>The form as it is first shown: what was saved, or, before the first save, the views received.</summary>
    public static RecordForm Of(Session session)
    {
        var untouched = session.Attendances.TrueForAll(a => a.Present is null);
        return new RecordForm
        {
            Version = session.Version,
            Attendances =
            [
                .. session
                    .Attendances.OrderBy(a => a.Role)
                    .ThenBy(a => a.Unit!.Order)
                    .Select(a => new TickInput
                    {
                        Id = a.Id,
                        Present = a.Present ?? a.Role == AttendanceRole.Recorder,
                        Attendee = a.Attendee,
                    }),
            ],
            Items =
            [
                .. session
                    .AgendaItems.OrderBy(i => i.Order)
                    .Select(i => new ItemInput
                    {
                        Id = i.Id,
                        Outcome = OutcomeProposal.Of(i),
                        Discussion = untouched ? SessionPage.ViewsReceived(i) : i.Discussion,
                        Resolutions = [.. i.Resolutions.OrderBy(r => r.Order).Select(ResolutionInput.Of).DefaultIfEmpty(new ResolutionInput())],
                    }),
            ],
        };
    }

    /// <summary>Drops rows in which nothing was written; what is left keeps its order.</summary>
    public void DropEmptyRows() => Items.ForEach(i => i.Resolutions.RemoveAll(r => r.IsEmpty));

    /// <summary>What was written, piece by piece.</summary>
    public IReadOnlyList<string> Words() =>
        [
            .. Items
                .SelectMany(i => i.Resolutions.Select(r => r.Text).Prepend(i.Discussion))
                .OfType<string>()
                .Where(t => !string.IsNullOrWhiteSpace(t)),
        ];

    /// <summary>What was typed, as the use case takes it.</summary>
    public SessionRecord ToRecord() =>
        new(
            Version,
            [.. Attendances.Select(a => new AttendanceTick(a.Id, a.Present, a.Attendee))],
            [.. Items.Select(i => new ItemRecord(i.Id, i.Discussion, [.. i.Resolutions.Select(r => r.ToRecord())], i.Outcome))]
        );

    internal static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date) ? date : null;

    internal static string Written(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);
}

internal sealed class TickInput
{
    public Guid Id { get; set; }
    public bool Present { get; set; }
    public string? Attendee { get; set; }
}

internal sealed class ItemInput
{
    public Guid Id { get; set; }
    public string? Discussion { get; set; }

    /// <summary>What the recorder chose, or what is proposed; null where somebody has to say.</summary>
    public ConsultationOutcome? Outcome { get; set; }
    public List<ResolutionInput> Resolutions { get; set; } = [];
}

internal sealed class ResolutionInput
{
    public string? Text { get; set; }
    public Guid? Lead { get; set; }
    public List<Guid> Supporting { get; set; } = [];
    public string? DueOn { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Lead is null && Supporting.Count == 0 && string.IsNullOrWhiteSpace(DueOn);

    /// <summary>Whether something stands in the date's place that is no date.</summary>
    public bool DateIsUnreadable => !string.IsNullOrWhiteSpace(DueOn) && RecordForm.Date(DueOn) is null;

    public static ResolutionInput Of(Resolution resolution) =>
        new()
        {
            Text = resolution.Text,
            Lead = resolution.LeadUnitId,
            Supporting = [.. resolution.SupportingUnitIds],
            DueOn = resolution.DueOn is { } due ? RecordForm.Written(due) : null,
        };

    public ResolutionRecord ToRecord() => new(Text, Lead, Supporting, RecordForm.Date(DueOn));
}
