using SupervisionBot.Core.Directory;
using SupervisionBot.Core.UseCases;
using static SupervisionBot.Core.Consultations.Signing.MinutesState;
using Act = SupervisionBot.Core.Consultations.Signing.MinutesAction;
using Row = SupervisionBot.Core.UseCases.Transition<
    SupervisionBot.Core.Consultations.Signing.Minutes,
    SupervisionBot.Core.Consultations.Signing.MinutesState,
    SupervisionBot.Core.Consultations.Signing.MinutesAction
>;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>The life of the paper (domain: a4–a7), as one table.</summary>
public static class MinutesLifecycle
{
    private static readonly Party<Minutes> Office = new(Consultations.Texts.PartyOffice, (a, _) => a?.IsOffice ?? false);
    private static readonly Party<Minutes> Worker = new(Consultations.Texts.PartyWorker, (a, _) => a is null);
    private static readonly Party<Minutes> Chair = new(
        Texts.PartyChair,
        (a, m) => a is not null && (a.IsTaskForceLeader || (m.PresiderId is { } presider && IsOrStandsInFor(a, presider)))
    );

    // Whoever is said to have signed on paper knows best whether they did.
    private static readonly Party<Minutes> Signer = new(
        Texts.PartySigner,
        (a, m) => a is not null && m.SignedById is { } signer && IsOrStandsInFor(a, signer)
    );

    private static readonly Party<Minutes> Unit = new(Texts.PartyUnit, (a, m) => a is not null && m.Asked.Any(c => a.WorksFor(c.UnitId)));

    public static Lifecycle<Minutes, MinutesState, MinutesAction> Table { get; } =
        new(
            new Row(Drafting, Act.SendForCountersign, Office, Countersigning),
            new Row(Drafting, Act.Submit, Office, AwaitingSignOff, m => m.RoundClosedAt is not null),
            new Row(Drafting, Act.Edit, Office, Drafting),
            new Row(Countersigning, Act.Countersign, Unit, Countersigning),
            new Row(Countersigning, Act.AllAgreed, Unit, AwaitingSignOff, AllAgreed),
            new Row(Countersigning, Act.Chase, Worker, Countersigning, m => !m.LimitPassed && !m.AllAnswered),
            new Row(Countersigning, Act.Submit, Office, AwaitingSignOff, m => m.AllAnswered),
            new Row(Countersigning, Act.CloseCountersign, Office, AwaitingSignOff, m => m.LimitPassed && !m.AllAnswered),
            new Row(Countersigning, Act.Edit, Office, Countersigning),
            new Row(Countersigning, Act.SendForCountersign, Office, Countersigning),
            new Row(AwaitingSignOff, Act.SignOff, Chair, SignedOff),
            new Row(AwaitingSignOff, Act.SendBack, Chair, Drafting),
            new Row(AwaitingSignOff, Act.SignOffOnBehalf, Office, SignedOff),
            new Row(AwaitingSignOff, Act.Edit, Office, AwaitingSignOff),
            new Row(AwaitingSignOff, Act.SendForCountersign, Office, Countersigning),
            new Row(SignedOff, Act.RevokeSignOff, Signer, AwaitingSignOff, m => m.SignedOnBehalf),
            new Row(SignedOff, Act.Issue, Office, Issued),
            new Row(SignedOff, Act.Edit, Office, AwaitingSignOff),
            new Row(Issued, Act.Edit, Office, AwaitingSignOff)
        );

    private static bool IsOrStandsInFor(Actor actor, Guid personId) => actor.Id == personId || actor.DeputyFor.Any(p => p.Id == personId);

    // Agreement to an earlier text is no agreement to this one: then the office decides.
    private static bool AllAgreed(Minutes minutes) =>
        minutes.Asked.All(c => c.Choice == CountersignChoice.Agree && c.OnVersion == minutes.VersionNumber);
}
