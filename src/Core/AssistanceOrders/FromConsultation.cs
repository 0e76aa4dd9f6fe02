using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>A consultation that turned out to need the help of a department only: the order that takes its place, with its words and files.</summary>
internal static class FromConsultation
{
    /// <summary>Places the order: with the department at once where exactly one was invited, else with the office to be dispatched.</summary>
    /// <returns>The order, and whom it was written to.</returns>
    public static async Task<(AssistanceOrder Order, string? Told)> PlaceAsync(
        Consultation consultation,
        OrderLimits limits,
        Work work,
        CancellationToken cancel
    )
    {
        var order = new AssistanceOrder
        {
            Id = work.NewId(),
            Number = await work.TakeNumberAsync(RecordNumber.AssistanceOrder, cancel),
            UnitId = consultation.UnitId,
            RequesterId = consultation.DrafterId,
            Title = consultation.Title,
            Kind = consultation.Situation == Situation.JointOperation ? OrderKind.OnSite : OrderKind.Guidance,
            Account = consultation.Account,
            CandidateUnitIds = consultation.InvitedUnits.ConvertAll(i => i.UnitId),
            PlacedAt = work.Now,
            ConsultationId = consultation.Id,
        };
        work.Db.AssistanceOrders.Add(order);
        await Parties.LoadAsync(work.Db, order, cancel);
        work.Remember(RecordNumber.AssistanceOrder, order.Id, nameof(PlaceOrder), Texts.HistoryFromConsultation.With(consultation.Number));
        await Attachments.MoveAsync(work.Db, consultation.Id, order.Id, cancel);
        if (order.CandidateUnitIds is [var only])
        {
            order.State = OrderState.AwaitingAcceptance;
            return (order, await Dispatching.SendAsync(order, only, [], limits, work, cancel));
        }

        await Releasing.TellOfficeAsync(await OfficeOrderNotices.PleaseDispatchAsync(work.Db, order, cancel), work, cancel);
        return (order, null);
    }
}
