using SupervisionBot.Core.UseCases;
using static SupervisionBot.Core.Deadlines.DeadlineState;
using Act = SupervisionBot.Core.Deadlines.DeadlineAction;
using Row = SupervisionBot.Core.UseCases.Transition<
    SupervisionBot.Core.Deadlines.Deadline,
    SupervisionBot.Core.Deadlines.DeadlineState,
    SupervisionBot.Core.Deadlines.DeadlineAction
>;

namespace SupervisionBot.Core.Deadlines;

public enum DeadlineAction
{
    /// <summary>申请延期.</summary>
    AskExtension,

    /// <summary>已电话答复过（由专班核对）.</summary>
    ClaimAnswered,

    /// <summary>说明情况.</summary>
    Explain,

    /// <summary>我来办.</summary>
    TakeCharge,

    /// <summary>缓一个工作日.</summary>
    Hold,

    /// <summary>暂停.</summary>
    Pause,

    /// <summary>恢复.</summary>
    Resume,

    /// <summary>同意.</summary>
    Grant,

    /// <summary>不同意.</summary>
    Refuse,

    /// <summary>The record says that it was done.</summary>
    Keep,

    /// <summary>The record says that it can no longer be done.</summary>
    Lapse,

    /// <summary>The record says that it is not wanted any more.</summary>
    CallOff,
}

/// <summary>The life of a deadline, as one table. Its end follows from what happens to its record.</summary>
public static class DeadlineLifecycle
{
    private static readonly Party<Deadline> DebtorUnit = new(
        Texts.PartyDebtor,
        (a, d) => a is not null && d.Debtor == Debtor.Unit && a.WorksFor(d.UnitId)
    );

    private static readonly Party<Deadline> Office = new(Texts.PartyOffice, (a, _) => a?.IsOffice ?? false);
    private static readonly Party<Deadline> OfficeOrWorker = new(Texts.PartyOffice, (a, _) => a?.IsOffice ?? true);
    private static readonly Party<Deadline> Worker = new(Texts.PartyWorker, (a, _) => a is null);

    public static Lifecycle<Deadline, DeadlineState, DeadlineAction> Table { get; } =
        new(
            new Row(Open, Act.AskExtension, DebtorUnit, AwaitingRuling, CanBeExtended),
            new Row(Open, Act.ClaimAnswered, DebtorUnit, AwaitingRuling, d => d.Promise == Promise.View),
            new Row(Open, Act.Explain, DebtorUnit, Open),
            new Row(Open, Act.TakeCharge, Office, Open),
            new Row(Open, Act.Hold, Office, Open, d => d is { Debtor: Debtor.Unit, HoldReason: null, NextRung: LadderRung.LeaderDay }),
            new Row(Open, Act.Pause, Office, Paused, d => d.Debtor == Debtor.Unit),
            new Row(Paused, Act.Resume, OfficeOrWorker, Open),
            new Row(AwaitingRuling, Act.Grant, Office, Open),
            new Row(AwaitingRuling, Act.Refuse, Office, Open),
            new Row(Open, Act.Keep, Worker, Kept),
            new Row(Open, Act.Lapse, Worker, Lapsed),
            new Row(Open, Act.CallOff, Worker, CalledOff),
            new Row(Paused, Act.Keep, Worker, Kept),
            new Row(Paused, Act.Lapse, Worker, Lapsed),
            new Row(Paused, Act.CallOff, Worker, CalledOff),
            new Row(AwaitingRuling, Act.Keep, Worker, Kept),
            new Row(AwaitingRuling, Act.Lapse, Worker, Lapsed),
            new Row(AwaitingRuling, Act.CallOff, Worker, CalledOff)
        );

    private static bool CanBeExtended(Deadline deadline) =>
        deadline is { Extended: false, Promise: Promise.View or Promise.Resolution or Promise.Completion };
}
