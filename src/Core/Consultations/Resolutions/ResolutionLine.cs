using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Directory;

namespace SupervisionBot.Core.Consultations.Resolutions;

/// <summary>
/// A tracked resolution on one line. <paramref name="Source"/> is the paper it stands in, 〔2026〕5号, <paramref name="SourceNumber"/> its page;
/// <paramref name="Position"/> counts from 1 within the paper; units by their short names in protocol order. <paramref name="Matter"/> is the
/// title of the consultation it was agreed on.
/// </summary>
public sealed record ResolutionLine(
    Guid Id,
    string Number,
    string Text,
    string LeadUnit,
    IReadOnlyList<string> SupportingUnits,
    DateOnly? DueOn,
    ResolutionState State,
    string Source,
    string SourceNumber,
    int Position,
    string? LastReport,
    string Matter
)
{
    /// <summary>办理中, 已报办结，待销号, 已销号.</summary>
    public string StateName => Name(State);

    public static string Name(ResolutionState state) =>
        state switch
        {
            ResolutionState.Recorded => Texts.StateRecorded,
            ResolutionState.Open => Texts.StateOpen,
            ResolutionState.Reported => Texts.StateReported,
            ResolutionState.ClosedOut => Texts.StateClosedOut,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
        };

    /// <summary>Needs the paper, the consultation, the units and the reports loaded.</summary>
    internal static ResolutionLine Of(Resolution resolution, IReadOnlyDictionary<Guid, Unit> units, int position) =>
        new(
            resolution.Id,
            resolution.Number!,
            resolution.Text,
            resolution.LeadUnit!.ShortName,
            [.. resolution.SupportingUnitIds.Select(id => units[id]).OrderBy(u => u.Order).Select(u => u.ShortName)],
            resolution.DueOn,
            resolution.State,
            MinutesNames.IssueMark(resolution.Minutes!)!,
            resolution.Minutes!.Number,
            position,
            resolution.Reports.OrderByDescending(r => r.At).FirstOrDefault()?.Text,
            (resolution.AgendaItem?.Consultation ?? resolution.Minutes.Consultation)!.Title
        );
}
