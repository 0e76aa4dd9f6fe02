namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>What can be ordered (domain: b1). Only the first, third and sixth are 协助 in the sense of 行政处罚法 art. 26.</summary>
public enum OrderKind
{
    /// <summary>现场指导、联合到场.</summary>
    OnSite,

    /// <summary>文书与程序指导.</summary>
    Guidance,

    /// <summary>专业认定、鉴定检测.</summary>
    Appraisal,

    /// <summary>培训授课.</summary>
    Training,

    /// <summary>跟班学习.</summary>
    Secondment,

    /// <summary>信息、档案调阅.</summary>
    Information,

    /// <summary>线索移送、信息抄告.</summary>
    Referral,

    /// <summary>案卷评查.</summary>
    CaseReview,

    /// <summary>保障: people, vehicles, equipment.</summary>
    Support,
}

/// <summary>Why an order may go out at any hour: one of these, or it is not urgent.</summary>
public enum UrgentGround
{
    /// <summary>人身、财产安全受到威胁.</summary>
    Danger,

    /// <summary>证据可能灭失.</summary>
    Evidence,

    /// <summary>危害正在扩大.</summary>
    Spreading,

    /// <summary>有群体性事件苗头.</summary>
    Crowd,
}

/// <summary>评价, in four words (domain: b3, 9).</summary>
public enum OrderRating
{
    VerySatisfied,
    Satisfied,
    FairlySatisfied,

    /// <summary>不满意: a text is needed.</summary>
    Dissatisfied,
}

/// <summary>书面件: how the stamped paper of an appraisal or a piece of information reaches the township.</summary>
public enum WrittenProof
{
    Uploaded,

    /// <summary>原件已交.</summary>
    HandedOver,
}

/// <summary>退单 reasons. What lacks material is no hand-back: the material is asked for (domain: b3, 2).</summary>
public enum HandBackReason
{
    /// <summary>不属于本单位职权.</summary>
    NotCompetent,

    /// <summary>事项已赋权乡镇.</summary>
    Delegated,

    /// <summary>与既有单重复.</summary>
    Duplicate,

    /// <summary>客观不能.</summary>
    Impossible,
}
