namespace SupervisionBot.Core.Consultations;

/// <summary>
/// 情形: why coordination is asked for. The six situations are those that city rules on 行政执法协调 commonly list; <see cref="Unsure"/> comes first,
/// because whoever asks need not know. Never blocks; the office corrects it when admitting.
/// </summary>
public enum Situation
{
    /// <summary>拿不准.</summary>
    Unsure,

    /// <summary>部门都认为归自己管，或都认为不归自己管.</summary>
    CompetenceDisputed,

    /// <summary>同一违法行为，各家处理标准、口径不一致.</summary>
    DifferentStandards,

    /// <summary>需要联合执法.</summary>
    JointOperation,

    /// <summary>应当协助而不协助，或协助不力.</summary>
    AssistanceRefused,

    /// <summary>应当移送而不移送，或移送后不接收.</summary>
    TransferRefused,

    /// <summary>其他.</summary>
    Other,
}
