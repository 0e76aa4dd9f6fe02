namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>
/// What an item seems to have come to, shown to the recorder and never forced: 已达成一致 where something was agreed and nobody is recorded as dissenting.
/// </summary>
public static class OutcomeProposal
{
    /// <summary>The outcome that the recorder chose, else the proposal; null where neither is there and somebody has to say.</summary>
    public static ConsultationOutcome? Of(AgendaItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Outcome ?? (item.Resolutions.Count > 0 && !Dissents(item) ? ConsultationOutcome.AgreementReached : null);
    }

    private static bool Dissents(AgendaItem item) =>
        Texts.DissentWords.Split('、').Any(word => item.Discussion.Contains(word, StringComparison.Ordinal));
}
