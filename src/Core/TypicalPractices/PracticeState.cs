namespace SupervisionBot.Core.TypicalPractices;

public enum PracticeState
{
    /// <summary>待审签: with the unit's leader.</summary>
    AwaitingRelease,

    /// <summary>领导退回: the leader wants something changed.</summary>
    SentBack,

    /// <summary>待审阅: with the task-force office.</summary>
    AwaitingReview,

    /// <summary>退改: the office wants something changed; the amended text goes straight back to it.</summary>
    ReturnedForRevision,

    /// <summary>采用: published, everybody may read it.</summary>
    Adopted,

    /// <summary>备用: kept, may be adopted later.</summary>
    Reserved,

    /// <summary>不采用.</summary>
    NotAdopted,

    /// <summary>已撤回.</summary>
    Cancelled,
}

public enum PracticeAction
{
    /// <summary>审签: the unit's leader agrees to send it.</summary>
    Release,

    /// <summary>领导电话同意，代录.</summary>
    ReleaseOnBehalf,

    /// <summary>The leader takes back an agreement that was entered for them.</summary>
    RevokeRelease,

    /// <summary>领导退回，说一句.</summary>
    SendBack,

    /// <summary>修改后再报.</summary>
    Amend,

    /// <summary>采用.</summary>
    Adopt,

    /// <summary>备用.</summary>
    Reserve,

    /// <summary>退改.</summary>
    ReturnForRevision,

    /// <summary>不采用.</summary>
    NotAdopt,

    /// <summary>记采用级别.</summary>
    RecordAdoption,

    /// <summary>撤回.</summary>
    Cancel,
}
