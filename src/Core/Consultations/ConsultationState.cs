namespace SupervisionBot.Core.Consultations;

public enum ConsultationState
{
    /// <summary>待审签: with the initiating unit's leader.</summary>
    AwaitingRelease,

    /// <summary>领导退回: the leader wants something changed.</summary>
    SentBack,

    /// <summary>待受理: with the task-force office.</summary>
    AwaitingAdmission,

    /// <summary>退回补充: the office asked for what is missing.</summary>
    ReturnedForCompletion,

    /// <summary>书面征求意见: no meeting for now.</summary>
    SeekingViews,

    /// <summary>待排会: admitted to a session that is not fixed yet.</summary>
    AwaitingSession,

    /// <summary>已定会期.</summary>
    Scheduled,

    /// <summary>已会商: the session has ended, or the office has concluded in writing; the paper is being compiled.</summary>
    Heard,

    /// <summary>文稿办理中: the minutes or the conclusion are edited, countersigned, signed off.</summary>
    MinutesDrafted,

    /// <summary>已办结.</summary>
    Concluded,

    /// <summary>转为协助单.</summary>
    ConvertedToOrder,

    /// <summary>已撤回.</summary>
    Cancelled,
}

public enum ConsultationAction
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

    /// <summary>补充: more words or files for those who decide next.</summary>
    AddMaterial,

    /// <summary>受理，书面征求意见.</summary>
    AdmitForViews,

    /// <summary>受理，列入下次会商.</summary>
    AdmitForRegularSession,

    /// <summary>受理，单独开会.</summary>
    AdmitForOwnSession,

    /// <summary>转为协助单.</summary>
    ConvertToOrder,

    /// <summary>退回补充.</summary>
    ReturnForCompletion,

    /// <summary>补充后再报专班办公室.</summary>
    Complete,

    /// <summary>反馈书面意见.</summary>
    GiveView,

    /// <summary>代录意见: the office enters what a unit said on the telephone.</summary>
    EnterView,

    /// <summary>定会期.</summary>
    Schedule,

    /// <summary>The session it was on was called off or it was taken off the agenda.</summary>
    Unschedule,

    /// <summary>The session has ended.</summary>
    Hear,

    /// <summary>出具会商意见: the office concludes without a meeting.</summary>
    ConcludeInWriting,

    /// <summary>The worker has compiled the minutes or the conclusion.</summary>
    DraftMinutes,

    /// <summary>The paper was issued.</summary>
    Conclude,

    /// <summary>撤回.</summary>
    Cancel,
}

/// <summary>How the office admitted a consultation (受理).</summary>
public enum AdmissionRoute
{
    WrittenViews,
    RegularSession,
    OwnSession,
}
