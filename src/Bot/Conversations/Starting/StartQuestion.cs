using SupervisionBot.Core.Consultations;

namespace SupervisionBot.Bot.Conversations.Starting;

/// <summary>What the next person would miss, asked in one sentence and only once. Nothing of it blocks.</summary>
internal static class StartQuestion
{
    public static string? For(StartDraft draft, bool isTownship)
    {
        var missing = new List<string>();
        if (draft.UnitIds.Count == 0)
        {
            missing.Add(Texts.AskUnits);
        }

        if (draft.Negotiation is null && IsDispute(draft.Situation))
        {
            missing.Add(Texts.AskNegotiation);
        }

        if (draft.OwnView is null)
        {
            missing.Add(isTownship ? Texts.AskTownshipView : Texts.AskDepartmentView);
        }

        if (draft is { Urgent: true, UrgentReason: null })
        {
            missing.Add(Texts.AskUrgent);
        }

        return missing.Count == 0 ? null : string.Concat(Texts.AskLead, string.Join('，', missing), Texts.AskTail);
    }

    /// <summary>Why it is urgent, where that was said without a reason.</summary>
    public static string? ForUrgency(StartDraft draft) =>
        draft is { Urgent: true, UrgentReason: null } ? string.Concat(Texts.AskLead, Texts.AskUrgent, Texts.AskTail) : null;

    private static bool IsDispute(Situation situation) =>
        situation is Situation.CompetenceDisputed or Situation.AssistanceRefused or Situation.TransferRefused;
}
