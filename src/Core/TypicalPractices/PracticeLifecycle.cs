using SupervisionBot.Core.Directory;
using SupervisionBot.Core.UseCases;
using static SupervisionBot.Core.TypicalPractices.PracticeState;
using Act = SupervisionBot.Core.TypicalPractices.PracticeAction;
using Row = SupervisionBot.Core.UseCases.Transition<
    SupervisionBot.Core.TypicalPractices.TypicalPractice,
    SupervisionBot.Core.TypicalPractices.PracticeState,
    SupervisionBot.Core.TypicalPractices.PracticeAction
>;

namespace SupervisionBot.Core.TypicalPractices;

/// <summary>The life of a typical practice (domain: c), as one table.</summary>
public static class PracticeLifecycle
{
    private static readonly Party<TypicalPractice> Leader = new(Texts.PartyLeader, (a, p) => a?.Has(Role.UnitLeader, p.UnitId) ?? false);
    private static readonly Party<TypicalPractice> Unit = new(Texts.PartyUnit, (a, p) => a?.WorksFor(p.UnitId) ?? false);

    // A leader presses 同意报送; only others can enter what the leader said.
    private static readonly Party<TypicalPractice> Clerk = new(
        Texts.PartyClerk,
        (a, p) => a is not null && a.WorksFor(p.UnitId) && !a.Has(Role.UnitLeader, p.UnitId)
    );

    private static readonly Party<TypicalPractice> Office = new(Texts.PartyOffice, (a, _) => a?.IsOffice ?? false);

    /// <summary>A leader who amends needs no second signature of their own: their row of <see cref="Act.Amend"/> comes first.</summary>
    public static Lifecycle<TypicalPractice, PracticeState, PracticeAction> Table { get; } =
        new(
            new Row(AwaitingRelease, Act.Release, Leader, AwaitingReview),
            new Row(AwaitingRelease, Act.SendBack, Leader, SentBack),
            new Row(AwaitingRelease, Act.ReleaseOnBehalf, Clerk, AwaitingReview),
            new Row(AwaitingRelease, Act.Amend, Leader, AwaitingReview),
            new Row(AwaitingRelease, Act.Amend, Unit, AwaitingRelease),
            new Row(AwaitingRelease, Act.Cancel, Unit, Cancelled),
            new Row(SentBack, Act.Amend, Leader, AwaitingReview),
            new Row(SentBack, Act.Amend, Unit, AwaitingRelease),
            new Row(SentBack, Act.Cancel, Unit, Cancelled),
            new Row(AwaitingReview, Act.Adopt, Office, Adopted),
            new Row(AwaitingReview, Act.Reserve, Office, Reserved),
            new Row(AwaitingReview, Act.ReturnForRevision, Office, ReturnedForRevision),
            new Row(AwaitingReview, Act.NotAdopt, Office, NotAdopted),
            new Row(AwaitingReview, Act.RevokeRelease, Leader, AwaitingRelease, p => p.ReleasedOnBehalf),
            new Row(AwaitingReview, Act.Cancel, Unit, Cancelled),
            new Row(ReturnedForRevision, Act.Amend, Unit, AwaitingReview),
            new Row(ReturnedForRevision, Act.Cancel, Unit, Cancelled),
            new Row(Reserved, Act.Adopt, Office, Adopted),
            new Row(Adopted, Act.RecordAdoption, Office, Adopted)
        );
}
