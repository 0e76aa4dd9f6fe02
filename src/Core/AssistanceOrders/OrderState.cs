namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>Where an order stands.</summary>
public enum OrderState
{
    /// <summary>待派单: no department is certain, or several are named; the office decides.</summary>
    AwaitingDispatch,

    /// <summary>待接单.</summary>
    AwaitingAcceptance,

    /// <summary>待补材料: time stands still.</summary>
    AwaitingMaterial,

    /// <summary>退单待裁定: time stands still for the department.</summary>
    AwaitingRuling,

    /// <summary>办理中.</summary>
    InHand,

    /// <summary>已办结，待评价.</summary>
    Completed,

    /// <summary>已评价，可改.</summary>
    Rated,

    /// <summary>不满意，待核实.</summary>
    AwaitingCheck,

    /// <summary>已归档.</summary>
    Closed,

    /// <summary>退单成立，不再派.</summary>
    Declined,

    /// <summary>已转为会商.</summary>
    Converted,

    /// <summary>已撤回.</summary>
    Cancelled,
}

/// <summary>What can be done with an order.</summary>
public enum OrderAction
{
    /// <summary>派单 by the office.</summary>
    Dispatch,

    /// <summary>接单.</summary>
    Accept,

    /// <summary>代录接单 by the office.</summary>
    EnterAcceptance,

    /// <summary>退单.</summary>
    HandBack,

    /// <summary>要补材料, everything at once.</summary>
    AskMaterial,

    /// <summary>补材料 by the township.</summary>
    SupplyMaterial,

    /// <summary>材料已收到: it came by telephone or on paper.</summary>
    ReceiveMaterial,

    /// <summary>同意退单，改派.</summary>
    Redispatch,

    /// <summary>同意退单，不再派.</summary>
    Decline,

    /// <summary>不同意退单.</summary>
    RefuseHandBack,

    /// <summary>转为会商.</summary>
    Convert,

    /// <summary>报进展.</summary>
    ReportProgress,

    /// <summary>改约: who comes or when.</summary>
    Rearrange,

    /// <summary>协办单位报本单位部分.</summary>
    ReportPart,

    /// <summary>办结.</summary>
    Complete,

    /// <summary>代录办结 by the office.</summary>
    EnterCompletion,

    /// <summary>评价, satisfied to some degree.</summary>
    Rate,

    /// <summary>不满意.</summary>
    RateDissatisfied,

    /// <summary>重办, once.</summary>
    Reopen,

    /// <summary>评价不采纳.</summary>
    DismissRating,

    /// <summary>评价采纳，归档: it was done again already.</summary>
    UpholdRating,

    /// <summary>补充 by the township, in passing.</summary>
    AddMaterial,

    /// <summary>可共享: other townships may see what was answered.</summary>
    Share,

    /// <summary>撤回.</summary>
    Cancel,

    /// <summary>归档: the time for rating is over.</summary>
    Close,
}
