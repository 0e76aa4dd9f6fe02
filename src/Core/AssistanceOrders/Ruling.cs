using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>How the hand-back that waits was ruled.</summary>
internal static class Ruling
{
    public static void Settle(AssistanceOrder order, bool granted, string? reason, Work work)
    {
        if (order.HandBacks.Find(h => h.RuledAt is null) is { } waiting)
        {
            (waiting.RuledAt, waiting.Granted, waiting.RulingReason) = (work.Now, granted, FreeText.Kept(reason));
        }
    }
}
