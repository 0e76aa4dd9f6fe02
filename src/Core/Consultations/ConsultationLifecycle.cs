using SupervisionBot.Core.Directory;
using SupervisionBot.Core.UseCases;
using static SupervisionBot.Core.Consultations.ConsultationAction;
using static SupervisionBot.Core.Consultations.ConsultationState;
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
    private static readonly Party<Consultation> Office = new(Texts.PartyOffice, (a, _) => a?.IsOffice ?? false);
    private static readonly Party<Consultation> Worker = new(Texts.PartyWorker, (a, _) => a is null);
    private static readonly Party<Consultation> OfficeOrWorker = new(Texts.PartyOffice, (a, _) => a?.IsOffice ?? true);

    private static readonly Party<Consultation> Invited = new(
        Texts.PartyInvited,
        (a, c) => a is not null && c.InvitedUnits.Exists(i => a.WorksFor(i.UnitId))
    );

    public static Lifecycle<Consultation, ConsultationState, ConsultationAction> Table { get; } =
        new(
            new Row(AwaitingRelease, Release, Leader, AwaitingAdmission),
            new Row(AwaitingRelease, SendBack, Leader, SentBack),
            new Row(AwaitingRelease, ReleaseOnBehalf, Initiator, AwaitingAdmission),
            new Row(AwaitingRelease, AddMaterial, Initiator, AwaitingRelease),
            new Row(AwaitingRelease, Amend, Initiator, AwaitingRelease),
            new Row(AwaitingRelease, Cancel, Initiator, Cancelled),
            new Row(SentBack, Amend, Initiator, AwaitingRelease),
            new Row(SentBack, AddMaterial, Initiator, SentBack),
            new Row(SentBack, Cancel, Initiator, Cancelled),
            new Row(AwaitingAdmission, AdmitForViews, Office, SeekingViews),
            new Row(AwaitingAdmission, AdmitForRegularSession, Office, AwaitingSession),
            new Row(AwaitingAdmission, AdmitForOwnSession, Office, AwaitingSession),
            new Row(AwaitingAdmission, ConvertToOrder, Office, ConvertedToOrder),
            new Row(AwaitingAdmission, ReturnForCompletion, Office, ReturnedForCompletion),
            new Row(AwaitingAdmission, RevokeRelease, Leader, AwaitingRelease, c => c.ReleasedOnBehalf),
            new Row(AwaitingAdmission, AddMaterial, Initiator, AwaitingAdmission),
            new Row(AwaitingAdmission, Cancel, Initiator, Cancelled),
            new Row(ReturnedForCompletion, Complete, Initiator, AwaitingAdmission),
            new Row(ReturnedForCompletion, AddMaterial, Initiator, ReturnedForCompletion),
            new Row(ReturnedForCompletion, Cancel, Initiator, Cancelled),
            new Row(SeekingViews, GiveView, Invited, SeekingViews),
            new Row(SeekingViews, AdmitForOwnSession, Office, AwaitingSession),
            new Row(SeekingViews, AdmitForRegularSession, Office, AwaitingSession),
            new Row(SeekingViews, AddMaterial, Initiator, SeekingViews),
            new Row(SeekingViews, Cancel, Initiator, Cancelled),
            new Row(AwaitingSession, Schedule, Office, Scheduled),
            new Row(AwaitingSession, GiveView, Invited, AwaitingSession),
            new Row(AwaitingSession, AddMaterial, Initiator, AwaitingSession),
            new Row(AwaitingSession, Cancel, Initiator, Cancelled),
            new Row(Scheduled, GiveView, Invited, Scheduled),
            new Row(Scheduled, AddMaterial, Initiator, Scheduled),
            new Row(Scheduled, Unschedule, OfficeOrWorker, AwaitingSession),
            new Row(Scheduled, Hear, OfficeOrWorker, Heard),
            new Row(Scheduled, Cancel, Initiator, Cancelled),
            new Row(Heard, DraftMinutes, Worker, MinutesDrafted)
        );
}
