using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Conclusions;
using SupervisionBot.Core.Directory;

namespace SupervisionBot.Bot.Pages.Records;

/// <summary>出具会商意见 as it is filled in; every text as typed.</summary>
internal sealed class ConclusionForm
{
    /// <summary>The step the form was drawn for.</summary>
    public int Step { get; set; }
    public ConsultationOutcome? Outcome { get; set; }
    public string? Text { get; set; }
    public List<ResolutionInput> Resolutions { get; set; } = [];

    /// <summary>As it is first shown, with one empty resolution.</summary>
    public static ConclusionForm Of(Consultation consultation) => new() { Step = consultation.Step, Resolutions = [new ResolutionInput()] };

    /// <summary>What was written, piece by piece.</summary>
    public IReadOnlyList<string> Words() =>
        [.. Resolutions.Select(r => r.Text).Prepend(Text).OfType<string>().Where(t => !string.IsNullOrWhiteSpace(t))];

    /// <summary>What was typed, as the use case takes it.</summary>
    public ConcludeInWriting ToRequest(Guid recordId) =>
        new(recordId, Step, Outcome ?? (ConsultationOutcome)(-1), Text ?? "", [.. Resolutions.Select(r => r.ToRecord())]);
}

/// <summary>The form of a conclusion on the page of its consultation.</summary>
/// <param name="Today">In Shanghai: no resolution falls due before.</param>
internal sealed record ConclusionFields(RecordModel Page, IReadOnlyList<Unit> Units, DateOnly Today)
{
    private readonly Dictionary<string, string> complaints = new(StringComparer.Ordinal);

    public ConclusionForm Form => Page.Form;

    public ResolutionRows Rows
    {
        get
        {
            var consultation = Page.Record.Consultation;
            HashSet<Guid> first = [consultation.UnitId, .. consultation.InvitedUnits.Select(i => i.UnitId)];
            return new(Form.Resolutions, "Form.Resolutions", 0, "conclusion", Today, Units, first, Texts.Expected, complaints.GetValueOrDefault);
        }
    }

    /// <summary>Whether the views are in, or their limit has passed, and the reader may conclude.</summary>
    public static bool IsDue(Actor actor, Consultation consultation, DateTimeOffset now) =>
        ConsultationLifecycle.Table.Can(actor, ConsultationAction.ConcludeInWriting, consultation) && ConcludeInWriting.IsTimeFor(consultation, now);

    /// <summary>Puts a sentence beside every field of the resolutions that is wrong.</summary>
    /// <returns>Whether there is none.</returns>
    public bool Judge()
    {
        var known = Units.Select(u => u.Id).ToHashSet();
        foreach (var (index, row) in Form.Resolutions.Index())
        {
            if (row.DateIsUnreadable)
            {
                complaints[FormattableString.Invariant($"Form.Resolutions[{index}].DueOn")] = Texts.DateUnreadable;
            }

            foreach (var (field, sentence) in row.ToRecord().Check(Today, known))
            {
                complaints.TryAdd(FormattableString.Invariant($"Form.Resolutions[{index}].{field}"), sentence);
            }
        }

        return complaints.Count == 0;
    }
}
