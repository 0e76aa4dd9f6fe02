namespace SupervisionBot.Core.Consultations.Signing;

public enum MinutesState
{
    /// <summary>核稿: with the office.</summary>
    Drafting,

    /// <summary>会签中: with the units concerned.</summary>
    Countersigning,

    /// <summary>待签发: with the chair.</summary>
    AwaitingSignOff,

    /// <summary>已签发，待印发.</summary>
    SignedOff,

    /// <summary>已印发.</summary>
    Issued,
}

public enum MinutesAction
{
    /// <summary>修改: the office saves another text.</summary>
    Edit,

    /// <summary>送会签, or 重新会签 as a new round.</summary>
    SendForCountersign,

    /// <summary>会签: a unit says what it thinks of the text.</summary>
    Countersign,

    /// <summary>All units of the round have agreed to the text as it stands.</summary>
    AllAgreed,

    /// <summary>催办 at the limit of the round, by the worker.</summary>
    Chase,

    /// <summary>报签发 by the office, once everybody has answered.</summary>
    Submit,

    /// <summary>结束会签，报签发: the limit has passed and units are missing.</summary>
    CloseCountersign,

    /// <summary>签发.</summary>
    SignOff,

    /// <summary>代录签发: signed on paper.</summary>
    SignOffOnBehalf,

    /// <summary>撤回代录的签发.</summary>
    RevokeSignOff,

    /// <summary>退回，说一句.</summary>
    SendBack,

    /// <summary>印发.</summary>
    Issue,
}
