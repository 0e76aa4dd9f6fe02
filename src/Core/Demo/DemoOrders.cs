using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;
using OrderTexts = SupervisionBot.Core.AssistanceOrders.Texts;

namespace SupervisionBot.Core.Demo;

/// <summary>Plays what was done with the assistance orders of the demo.</summary>
internal sealed class DemoOrders(DemoScene scene, OrderLimits limits)
{
    private readonly Dictionary<string, AssistanceOrder> played = new(StringComparer.Ordinal);

    public void Play(DemoOrder told, DemoOrderStep step)
    {
        var work = scene.WorkAt(step.By, step.Day, step.At);
        if (step.Action == "Place")
        {
            Place(told, work);
        }
        else
        {
            Do(played[told.Key], step, work);
        }
    }

    private void Place(DemoOrder told, Work work)
    {
        var order = new AssistanceOrder
        {
            Id = DemoDirectory.IdOf("order", told.Key),
            Number = scene.Numbers.Take(RecordNumber.AssistanceOrder, work.Today.Year),
            UnitId = scene.County.UnitOf(told.Unit).Id,
            Unit = scene.County.UnitOf(told.Unit),
            RequesterId = work.Person.Id,
            Title = told.Title,
            Kind = told.Kind,
            Account = told.Account,
            PeopleWanted = told.People,
            CandidateUnitIds = [scene.County.UnitOf(told.Department).Id],
            PlacedAt = work.Now,
            State = OrderState.AwaitingAcceptance,
        };
        Give(order, told.Department);
        limits.Start(order, work.Now);
        played.Add(told.Key, order);
        scene.Db.AssistanceOrders.Add(order);
        work.Remember(RecordNumber.AssistanceOrder, order.Id, nameof(PlaceOrder), OrderTexts.HistoryPlaced);
    }

    private void Do(AssistanceOrder order, DemoOrderStep step, Work work)
    {
        var action = Enum.Parse<OrderAction>(step.Action);
        OrderLifecycle.Table.Follow(work.Actor, action, order);
        var (words, after) = Change(order, action, step, work);
        work.Remember(RecordNumber.AssistanceOrder, order.Id, step.Action, words, after: after);
    }

    /// <summary>What the step changes.</summary>
    /// <returns>The sentence of the timeline, and what stands beside it.</returns>
    private (string Words, string? After) Change(AssistanceOrder order, OrderAction action, DemoOrderStep step, Work work)
    {
        switch (action)
        {
            case OrderAction.Accept:
                (order.AcceptedAt, order.AssignedTo) = (work.Now, step.Text);
                order.AgreedOn = order.IsAsAgreed ? work.Today : null;
                limits.Confirm(order);
                return (OrderWords.AcceptedSentence(order), null);
            case OrderAction.HandBack:
                order.PausedAt = work.Now;
                order.HandBacks.Add(HandedBack(order, step, work));
                return (OrderTexts.HistoryHandedBack.With(OrderTexts.ReasonNotCompetent), step.Text);
            case OrderAction.Redispatch:
                Ruling.Settle(order, granted: true, reason: null, work);
                Give(order, step.Unit!);
                limits.Start(order, work.Now);
                order.Restarted = true;
                return (OrderTexts.HistoryRedispatched.With(order.LeadUnit!.ShortName), null);
            case OrderAction.AskMaterial:
                (order.PausedAt, order.MaterialWanted, order.MaterialAsked) = (work.Now, step.Text, true);
                return (OrderTexts.HistoryMaterialAsked, step.Text);
            case OrderAction.SupplyMaterial:
                order.Account += "\n" + step.Text;
                limits.Resume(order, work.Now);
                return (OrderTexts.HistorySupplied, step.Text);
            case OrderAction.ReportProgress:
                return (OrderTexts.HistoryProgress.With(step.Text), null);
            case OrderAction.Complete:
                return Complete(order, step, work);
            case OrderAction.Rate:
                (order.Rating, order.RatingText, order.RatedAt) = (step.Rating, step.Words, work.Now);
                return (OrderTexts.HistoryRated.With(OrderWords.RatingName(step.Rating!.Value)), step.Words);
            case OrderAction.Share:
                order.Shared = true;
                return (OrderTexts.HistoryShared, null);
            case OrderAction.Close:
                scene.Occurrences.Settle(order.Id, RatingEnd.Name, work.Now);
                return (
                    order.Rating is { } rating ? OrderTexts.HistoryClosed.With(OrderWords.RatingName(rating)) : OrderTexts.HistoryClosedUnrated,
                    null
                );
            default:
                throw new InvalidDataException($"The demo's orders know no {step.Action}.");
        }
    }

    private (string Words, string? After) Complete(AssistanceOrder order, DemoOrderStep step, Work work)
    {
        var words = order.AcceptedAt is null ? OrderTexts.HistoryAnswered : OrderTexts.HistoryCompleted;
        order.AcceptedAt ??= work.Now;
        (order.CompletedAt, order.DoneOn, order.Result, order.PeopleSent) = (work.Now, work.Today, step.Text, step.Count);
        order.Proof = step.Proof ? WrittenProof.HandedOver : null;
        order.RatableUntil = limits.RatableUntil(work.Now);
        scene.Occurrences.Plan(order.Id, RatingEnd.Name, RatingEnd.DueValue(order), order.RatableUntil.Value);
        return (words, step.Text);
    }

    private HandBack HandedBack(AssistanceOrder order, DemoOrderStep step, Work work) =>
        new()
        {
            OrderId = order.Id,
            Round = 1,
            UnitId = order.LeadUnitId!.Value,
            Reason = HandBackReason.NotCompetent,
            Basis = step.Text!,
            SuggestedUnitId = scene.County.UnitOf(step.Unit!).Id,
            ById = work.Person.Id,
            At = work.Now,
        };

    private void Give(AssistanceOrder order, string department)
    {
        var unit = scene.County.UnitOf(department);
        (order.LeadUnitId, order.LeadUnit) = (unit.Id, unit);
    }
}
