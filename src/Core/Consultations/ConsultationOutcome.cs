namespace SupervisionBot.Core.Consultations;

/// <summary>What a consultation came to (domain: a5).</summary>
public enum ConsultationOutcome
{
    /// <summary>已达成一致.</summary>
    AgreementReached,

    /// <summary>未达成一致（协调意见）: the office writes what it thinks itself.</summary>
    NotAgreed,

    /// <summary>提请上级决定.</summary>
    ReferredUpward,
}

/// <summary>What the outcomes are called.</summary>
public static class ConsultationOutcomes
{
    public static string Name(ConsultationOutcome outcome) =>
        outcome switch
        {
            ConsultationOutcome.AgreementReached => Texts.OutcomeAgreementReached,
            ConsultationOutcome.NotAgreed => Texts.OutcomeNotAgreed,
            ConsultationOutcome.ReferredUpward => Texts.OutcomeReferredUpward,
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, message: null),
        };
}
