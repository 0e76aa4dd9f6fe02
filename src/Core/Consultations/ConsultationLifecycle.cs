using SupervisionBot.Core.Directory;
using SupervisionBot.Core.UseCases;
using static SupervisionBot.Core.Consultations.ConsultationState;
using Act = SupervisionBot.Core.Consultations.ConsultationAction;
using Row = SupervisionBot.Core.UseCases.Transition<
    SupervisionBot.Core.Consultations.Consultation,
    SupervisionBot.Core.Consultations.ConsultationState,
    SupervisionBot.Core.Consultations.ConsultationAction
>;

namespace SupervisionBot.Core.Consultations;

/// <summary>The life of a consultation (domain: a1–a4), as one table.</summary>
public static class ConsultationLifecycle
{
    private static readonly Party<Consultation> Leader = new(Texts.PartyLeader, (a, c) => a?.Has(Role.UnitLeader, c.UnitId) ?? false);
    private static readonly Party<Consultation> Initiator = new(Texts.PartyInitiator, (a, c) => a?.WorksFor(c.UnitId) ?? false);

    // A leader presses 同意报送; only others can enter what the leader said.
    private static readonly Party<Consultation> Clerk = new(
        Texts.PartyClerk,
        (a, c) => a is not null && a.WorksFor(c.UnitId) && !a.Has(Role.UnitLeader, c.UnitId)
    );

    private static readonly Party<Consultation> Office = new(Texts.PartyOffice, (a, _) => a?.IsOffice ?? false);
    private static readonly Party<Consultation> Worker = new(Texts.PartyWorker, (a, _) => a is null);
    private static readonly Party<Consultation> OfficeOrWorker = new(Texts.PartyOffice, (a, _) => a?.IsOffice ?? true);

    private static readonly Party<Consultation> Invited = new(
        Texts.PartyInvited,
        (a, c) => a is not null && c.InvitedUnits.Exists(i => a.WorksFor(i.UnitId))
    );

    public static Lifecycle<Consultation, ConsultationState, ConsultationAction> Table { get; } =
        new(
            new Row(AwaitingRelease, Act.Release, Leader, AwaitingAdmission),
            new Row(AwaitingRelease, Act.SendBack, Leader, SentBack),
            new Row(AwaitingRelease, Act.ReleaseOnBehalf, Clerk, AwaitingAdmission),
            new Row(AwaitingRelease, Act.AddMaterial, Initiator, AwaitingRelease),
            new Row(AwaitingRelease, Act.Amend, Initiator, AwaitingRelease),
            new Row(AwaitingRelease, Act.Cancel, Initiator, Cancelled),
            new Row(SentBack, Act.Amend, Initiator, AwaitingRelease),
            new Row(SentBack, Act.AddMaterial, Initiator, SentBack),
            new Row(SentBack, Act.Cancel, Initiator, Cancelled),
            new Row(AwaitingAdmission, Act.AdmitForViews, Office, SeekingViews),
            new Row(AwaitingAdmission, Act.AdmitForRegularSession, Office, AwaitingSession),
            new Row(AwaitingAdmission, Act.AdmitForOwnSession, Office, AwaitingSession),
            new Row(AwaitingAdmission, Act.ConvertToOrder, Office, ConvertedToOrder),
            new Row(AwaitingAdmission, Act.ReturnForCompletion, Office, ReturnedForCompletion),
            new Row(AwaitingAdmission, Act.RevokeRelease, Leader, AwaitingRelease, c => c.ReleasedOnBehalf),
            new Row(AwaitingAdmission, Act.AddMaterial, Initiator, AwaitingAdmission),
            new Row(AwaitingAdmission, Act.Cancel, Initiator, Cancelled),
            new Row(ReturnedForCompletion, Act.Complete, Initiator, AwaitingAdmission),
            new Row(ReturnedForCompletion, Act.AddMaterial, Initiator, ReturnedForCompletion),
            new Row(ReturnedForCompletion, Act.Cancel, Initiator, Cancelled),
            new Row(SeekingViews, Act.GiveView, Invited, SeekingViews),
            new Row(SeekingViews, Act.EnterView, Office, SeekingViews),
            new Row(SeekingViews, Act.AdmitForOwnSession, Office, AwaitingSession),
            new Row(SeekingViews, Act.AdmitForRegularSession, Office, AwaitingSession),
            new Row(SeekingViews, Act.ConcludeInWriting, Office, Heard),
            new Row(SeekingViews, Act.AddMaterial, Initiator, SeekingViews),
            new Row(SeekingViews, Act.Cancel, Initiator, Cancelled),
            new Row(AwaitingSession, Act.Schedule, Office, Scheduled),
            new Row(AwaitingSession, Act.GiveView, Invited, AwaitingSession),
            new Row(AwaitingSession, Act.EnterView, Office, AwaitingSession),
            new Row(AwaitingSession, Act.AddMaterial, Initiator, AwaitingSession),
            new Row(AwaitingSession, Act.Cancel, Initiator, Cancelled),
            new Row(Scheduled, Act.GiveView, Invited, Scheduled),
            new Row(Scheduled, Act.EnterView, Office, Scheduled),
            new Row(Scheduled, Act.AddMaterial, Initiator, Scheduled),
            new Row(Scheduled, Act.Unschedule, OfficeOrWorker, AwaitingSession),
            new Row(Scheduled, Act.Hear, OfficeOrWorker, Heard),
            new Row(Scheduled, Act.Cancel, Initiator, Cancelled),
            new Row(Heard, Act.DraftMinutes, Worker, MinutesDrafted),
            new Row(MinutesDrafted, Act.Conclude, Office, Concluded)
        );
}
