using SupervisionBot.Core.Directory;
using SupervisionBot.Core.UseCases;
using static SupervisionBot.Core.AssistanceOrders.OrderState;
using Act = SupervisionBot.Core.AssistanceOrders.OrderAction;
using Row = SupervisionBot.Core.UseCases.Transition<
    SupervisionBot.Core.AssistanceOrders.AssistanceOrder,
    SupervisionBot.Core.AssistanceOrders.OrderState,
    SupervisionBot.Core.AssistanceOrders.OrderAction
>;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>The life of an assistance order (domain: b1, b3), as one table.</summary>
public static class OrderLifecycle
{
    /// <summary>Task-force leaders rule on the second hand-back; after that there is none.</summary>
    internal const int MostHandBacks = 2;

    internal static readonly Party<AssistanceOrder> Township = new(Texts.PartyTownship, (a, o) => a?.WorksFor(o.UnitId) ?? false);

    internal static readonly Party<AssistanceOrder> Department = new(
        Texts.PartyDepartment,
        (a, o) => a is not null && o.LeadUnitId is { } unit && a.WorksFor(unit)
    );

    internal static readonly Party<AssistanceOrder> Supporter = new(
        Texts.PartySupporter,
        (a, o) => a is not null && o.Supporters.Exists(s => a.WorksFor(s.UnitId))
    );

    internal static readonly Party<AssistanceOrder> Office = new(Texts.PartyOffice, (a, _) => a?.IsOffice ?? false);

    // Material that came on paper: whoever got it says so.
    private static readonly Party<AssistanceOrder> DepartmentOrOffice = new(
        Texts.PartyDepartment,
        (a, o) => Department.Includes(a, o) || Office.Includes(a, o)
    );

    internal static readonly Party<AssistanceOrder> Ruler = new(
        Texts.PartyRuler,
        (a, o) => a is not null && (IsForLeaders(o) ? a.Has(Role.TaskForceLeader) : a.IsOffice)
    );

    private static readonly Party<AssistanceOrder> Worker = new(Texts.PartyWorker, (a, _) => a is null);

    public static Lifecycle<AssistanceOrder, OrderState, OrderAction> Table { get; } =
        new(
            new Row(AwaitingDispatch, Act.Dispatch, Office, AwaitingAcceptance),
            new Row(AwaitingDispatch, Act.Convert, Office, Converted),
            new Row(AwaitingDispatch, Act.AddMaterial, Township, AwaitingDispatch),
            new Row(AwaitingDispatch, Act.Cancel, Township, Cancelled),
            new Row(AwaitingAcceptance, Act.Accept, Department, InHand),
            new Row(AwaitingAcceptance, Act.HandBack, Department, AwaitingRuling, o => o.HandBacks.Count < MostHandBacks),
            new Row(AwaitingAcceptance, Act.AskMaterial, Department, AwaitingMaterial, o => !o.MaterialAsked),
            new Row(AwaitingAcceptance, Act.AskMaterial, Office, AwaitingMaterial),
            new Row(AwaitingAcceptance, Act.Complete, Department, Completed),
            new Row(AwaitingAcceptance, Act.EnterAcceptance, Office, InHand),
            new Row(AwaitingAcceptance, Act.EnterCompletion, Office, Completed),
            new Row(AwaitingAcceptance, Act.ReportPart, Supporter, AwaitingAcceptance),
            new Row(AwaitingAcceptance, Act.AddMaterial, Township, AwaitingAcceptance),
            new Row(AwaitingAcceptance, Act.Cancel, Township, Cancelled),
            new Row(AwaitingMaterial, Act.SupplyMaterial, Township, AwaitingAcceptance, o => o.AcceptedAt is null),
            new Row(AwaitingMaterial, Act.SupplyMaterial, Township, InHand, o => o.AcceptedAt is not null),
            new Row(AwaitingMaterial, Act.ReceiveMaterial, DepartmentOrOffice, AwaitingAcceptance, o => o.AcceptedAt is null),
            new Row(AwaitingMaterial, Act.ReceiveMaterial, DepartmentOrOffice, InHand, o => o.AcceptedAt is not null),
            new Row(AwaitingMaterial, Act.Cancel, Township, Cancelled),
            new Row(AwaitingRuling, Act.Redispatch, Ruler, AwaitingAcceptance),
            new Row(AwaitingRuling, Act.RefuseHandBack, Ruler, AwaitingAcceptance),
            new Row(AwaitingRuling, Act.Convert, Ruler, Converted),
            new Row(AwaitingRuling, Act.Decline, Ruler, Declined),
            new Row(AwaitingRuling, Act.AddMaterial, Township, AwaitingRuling),
            new Row(AwaitingRuling, Act.Cancel, Township, Cancelled),
            new Row(InHand, Act.Complete, Department, Completed),
            new Row(InHand, Act.ReportProgress, Department, InHand),
            new Row(InHand, Act.Rearrange, Department, InHand),
            new Row(InHand, Act.AskMaterial, Department, AwaitingMaterial, o => !o.MaterialAsked),
            new Row(InHand, Act.AskMaterial, Office, AwaitingMaterial),
            new Row(InHand, Act.EnterCompletion, Office, Completed),
            new Row(InHand, Act.ReportPart, Supporter, InHand),
            new Row(InHand, Act.AddMaterial, Township, InHand),
            new Row(InHand, Act.Cancel, Township, Cancelled),
            new Row(Completed, Act.Rate, Township, Rated),
            new Row(Completed, Act.RateDissatisfied, Township, AwaitingCheck),
            new Row(Completed, Act.Share, DepartmentOrOffice, Completed, o => !o.Shared),
            new Row(Completed, Act.Close, Worker, Closed),
            new Row(Rated, Act.Rate, Township, Rated),
            new Row(Rated, Act.RateDissatisfied, Township, AwaitingCheck),
            new Row(Rated, Act.Share, DepartmentOrOffice, Rated, o => !o.Shared),
            new Row(Rated, Act.Close, Worker, Closed),
            new Row(AwaitingCheck, Act.Rate, Township, Rated),
            new Row(AwaitingCheck, Act.Reopen, Office, InHand, o => !o.Reopened),
            new Row(AwaitingCheck, Act.DismissRating, Office, Closed),
            new Row(AwaitingCheck, Act.UpholdRating, Office, Closed, o => o.Reopened),
            new Row(Closed, Act.Share, DepartmentOrOffice, Closed, o => !o.Shared)
        );

    /// <summary>Whether the ruling that waits is the task-force leaders'.</summary>
    internal static bool IsForLeaders(AssistanceOrder order) => order.HandBacks.Count >= MostHandBacks;
}
