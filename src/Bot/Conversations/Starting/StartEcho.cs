using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core;
using SupervisionBot.Core.Consultations;

namespace SupervisionBot.Bot.Conversations.Starting;

/// <summary>Says in one line what an addition changed.</summary>
internal static class StartEcho
{
    public static async Task<string> OfAsync(TurnContext turn, StartDraft before, StartDraft after, int files, CancellationToken cancel)
    {
        var parts = new List<string>();
        if (files > 0)
        {
            parts.Add(Texts.EchoFiles.With(files));
        }

        if (after.OwnTitle != before.OwnTitle)
        {
            parts.Add(Texts.EchoTitle.With(after.Title));
        }

        if (after.Situation != before.Situation)
        {
            parts.Add(Texts.EchoSituation.With(Situations.Name(after.Situation)));
        }

        if (after.Negotiation != before.Negotiation)
        {
            parts.Add(Texts.EchoNegotiation.With(after.Negotiation));
        }

        if (after.OwnView != before.OwnView)
        {
            parts.Add(Texts.EchoOwnView.With(after.OwnView));
        }

        if (!after.UnitIds.SequenceEqual(before.UnitIds))
        {
            parts.Add(Texts.EchoUnits.With(await StartCard.UnitNamesAsync(turn, after.UnitIds, cancel)));
        }

        if (after.UrgentReason != before.UrgentReason)
        {
            parts.Add(Texts.EchoUrgent.With(after.UrgentReason));
        }

        if (parts.Count == 0 && after.Account != before.Account)
        {
            parts.Add(Texts.EchoAccount);
        }

        return parts.Count == 0 ? Texts.EchoNothing : Texts.EchoLead.With(string.Join('；', parts));
    }
}
