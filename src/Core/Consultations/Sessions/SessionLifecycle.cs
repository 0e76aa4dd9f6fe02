using SupervisionBot.Core.UseCases;
using static SupervisionBot.Core.Consultations.Sessions.SessionAction;
using static SupervisionBot.Core.Consultations.Sessions.SessionState;
using Act = SupervisionBot.Core.Consultations.Sessions.SessionAction;
using Row = SupervisionBot.Core.UseCases.Transition<
    SupervisionBot.Core.Consultations.Sessions.Session,
    SupervisionBot.Core.Consultations.Sessions.SessionState,
    SupervisionBot.Core.Consultations.Sessions.SessionAction
>;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>The life of a session (domain: a4–a6), as one table.</summary>
public static class SessionLifecycle
{
    private static readonly Party<Session> Office = new(Consultations.Texts.PartyOffice, (a, _) => a?.IsOffice ?? false);
    private static readonly Party<Session> Worker = new(Consultations.Texts.PartyWorker, (a, _) => a is null);

    private static readonly Party<Session> Invited = new(
        Consultations.Texts.PartyInvited,
        (a, s) => a is not null && s.Attendances.Exists(x => x.Role is AttendanceRole.Attend or AttendanceRole.SitIn && a.WorksFor(x.UnitId))
    );

    private static readonly Party<Session> OnlyInitiator = new(
        Consultations.Texts.PartyInitiator,
        (a, s) => a is not null && s.AgendaItems.TrueForAll(i => a.WorksFor(i.Consultation!.UnitId))
    );

    public static Lifecycle<Session, SessionState, SessionAction> Table { get; } =
        new(
            new Row(Scheduled, Answer, Invited, Scheduled),
            new Row(Scheduled, Reschedule, Office, Scheduled),
            new Row(Scheduled, Cancel, Office, Cancelled),
            new Row(Scheduled, Lapse, OnlyInitiator, Cancelled),
            new Row(Scheduled, Act.ArrangeAgenda, Office, Scheduled, s => s.AgendaItems.Count > 1),
            new Row(Scheduled, Act.SendAgenda, Office, Scheduled, s => s.AgendaSent != Agenda.Fingerprint(s)),
            new Row(Scheduled, Open, Office, InProgress),
            new Row(InProgress, Record, Office, InProgress),
            new Row(InProgress, End, Office, Ended),
            new Row(Ended, Compile, Worker, Compiled)
        );
}
