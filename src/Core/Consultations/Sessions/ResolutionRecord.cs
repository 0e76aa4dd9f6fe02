using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Forms;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>议定事项 as the recorder wrote it; without a date it holds for good (长期坚持).</summary>
public sealed record ResolutionRecord(string? Text, Guid? LeadUnitId, IReadOnlyList<Guid> SupportingUnitIds, DateOnly? DueOn)
{
    private const int MaxText = 1000;
    private const int MaxYears = 10;

    /// <summary>Everything that is wrong, with the field it belongs to.</summary>
    /// <param name="day">The day of the session, or of the conclusion: nothing falls due before.</param>
    public IEnumerable<FieldComplaint> Check(DateOnly day, IReadOnlySet<Guid> knownUnits)
    {
        ArgumentNullException.ThrowIfNull(knownUnits);
        return Complaints(day, knownUnits);
    }

    private IEnumerable<FieldComplaint> Complaints(DateOnly day, IReadOnlySet<Guid> knownUnits)
    {
        if (TextComplaint() is { } text)
        {
            yield return new FieldComplaint(nameof(Text), text);
        }

        if (LeadComplaint(knownUnits) is { } lead)
        {
            yield return new FieldComplaint(nameof(LeadUnitId), lead);
        }

        if (SupportingUnitIds.Any(id => !knownUnits.Contains(id)))
        {
            yield return new FieldComplaint(nameof(SupportingUnitIds), Texts.ResolutionUnknownUnit);
        }
        else if (LeadUnitId is { } leader && SupportingUnitIds.Contains(leader))
        {
            yield return new FieldComplaint(nameof(SupportingUnitIds), Texts.ResolutionLeadSupports);
        }

        if (DueComplaint(day) is { } due)
        {
            yield return new FieldComplaint(nameof(DueOn), due);
        }
    }

    private string? TextComplaint()
    {
        var text = PlainText.Clean(Text);
        return text.Length switch
        {
            0 => Texts.ResolutionEmpty,
            > MaxText => Texts.ResolutionTooLong,
            _ => SensitiveText.SecrecyRefusal(text),
        };
    }

    private string? LeadComplaint(IReadOnlySet<Guid> knownUnits) =>
        LeadUnitId is not { } lead ? Texts.ResolutionNoLead
        : knownUnits.Contains(lead) ? null
        : Texts.ResolutionUnknownUnit;

    private string? DueComplaint(DateOnly day) =>
        DueOn < day ? Texts.ResolutionDueBefore.With(ChinaTime.Day(day))
        : DueOn > day.AddYears(MaxYears) ? Texts.ResolutionDueTooFar
        : null;
}
