using SupervisionBot.Core.UseCases;
using static SupervisionBot.Core.Consultations.Resolutions.ResolutionState;
using Act = SupervisionBot.Core.Consultations.Resolutions.ResolutionAction;
using Row = SupervisionBot.Core.UseCases.Transition<
    SupervisionBot.Core.Consultations.Resolutions.Resolution,
    SupervisionBot.Core.Consultations.Resolutions.ResolutionState,
    SupervisionBot.Core.Consultations.Resolutions.ResolutionAction
>;

namespace SupervisionBot.Core.Consultations.Resolutions;

/// <summary>The life of a resolution (domain: a7), as one table.</summary>
public static class ResolutionLifecycle
{
    private static readonly Party<Resolution> Office = new(Consultations.Texts.PartyOffice, (a, _) => a?.IsOffice ?? false);
    private static readonly Party<Resolution> Lead = new(Texts.PartyLead, (a, r) => a is not null && a.WorksFor(r.LeadUnitId));
    private static readonly Party<Resolution> Units = new(
        Texts.PartyUnits,
        (a, r) => a is not null && (a.WorksFor(r.LeadUnitId) || r.SupportingUnitIds.Exists(a.WorksFor))
    );

    public static Lifecycle<Resolution, ResolutionState, ResolutionAction> Table { get; } =
        new(
            new Row(Recorded, Act.Track, Office, Open),
            new Row(Open, Act.ReportDone, Lead, Reported),
            new Row(Open, Act.ReportProgress, Units, Open),
            new Row(Reported, Act.CloseOut, Office, ClosedOut),
            new Row(Reported, Act.SendBack, Office, Open),
            new Row(Reported, Act.ReportProgress, Units, Reported)
        );
}
