using System.Globalization;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>Buttons about an order. The verb is <c>order.</c> and the action of the lifecycle table; the step says for which state it was drawn.</summary>
public static class OrderChoices
{
    public const string VerbPrefix = "order.";

    /// <summary>Argument of a dispatch: which department.</summary>
    public const string UnitArgument = "unit";

    /// <summary>Argument of a rating: which <see cref="OrderRating"/>.</summary>
    public const string RatingArgument = "rating";

    /// <summary>Argument of a verdict: which <see cref="RatingVerdict"/>.</summary>
    public const string VerdictArgument = "verdict";

    private static readonly OrderAction[] OnPagesOnly = [OrderAction.EnterAcceptance, OrderAction.EnterCompletion, OrderAction.Close];

    public static Choice Of(OrderAction action, AssistanceOrder order, string? label = null, string? name = null, string? value = null)
    {
        ArgumentNullException.ThrowIfNull(order);
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = order.Id.ToString(),
            ["step"] = order.Step.ToString(CultureInfo.InvariantCulture),
        };
        if (name is not null)
        {
            arguments[name] = value!;
        }

        return new Choice(label ?? Label(action), VerbPrefix + action, arguments);
    }

    /// <summary>Everything the actor may do now, in the order in which the lifecycle table has it for this state; needs the order with its parties.</summary>
    public static IEnumerable<Choice> Now(Actor actor, AssistanceOrder order)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(order);
        return OrderLifecycle
            .Table.Rows.Where(r => r.From == order.State)
            .Select(r => r.Action)
            .Distinct()
            .Where(action => !OnPagesOnly.Contains(action) && OrderLifecycle.Table.Can(actor, action, order))
            .SelectMany(action => Drawn(action, order));
    }

    /// <summary>Those of the actions that the table knows for the reading party as the order stands: for a message to somebody else.</summary>
    internal static IEnumerable<Choice> Known(AssistanceOrder order, Party<AssistanceOrder> reader, params IEnumerable<OrderAction> actions) =>
        actions
            .Where(action =>
                OrderLifecycle.Table.Rows.Any(r => r.Who == reader && r.From == order.State && r.Action == action && (r.Guard?.Invoke(order) ?? true))
            )
            .SelectMany(action => Drawn(action, order));

    /// <summary>看全文: the record's page.</summary>
    public static Choice Full(AssistanceOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new Choice(Texts.ChoiceFull, "open", Url: $"/records/{order.Number}");
    }

    /// <summary>Small last line of a message: 协助41号 · XZ-2026-0041.</summary>
    public static string Footer(AssistanceOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return Texts.Footer.With(RecordNumber.Sequence(order.Number), order.Number);
    }

    private static IEnumerable<Choice> Drawn(OrderAction action, AssistanceOrder order) =>
        action switch
        {
            OrderAction.Dispatch =>
            [
                .. order.Candidates.Select(u => Of(action, order, Texts.ChoiceDispatchTo.With(u.ShortName), UnitArgument, u.Id.ToString())),
                Of(action, order, order.Candidates.Count == 0 ? Texts.ChoiceDispatch : Texts.ChoiceDispatchElsewhere),
            ],
            OrderAction.Redispatch => order.HandBacks is [.., { SuggestedUnit: { } unit }] && unit.Id != order.LeadUnitId
                ?
                [
                    Of(action, order, Texts.ChoiceGrantTo.With(unit.ShortName), UnitArgument, unit.Id.ToString()),
                    Of(action, order, Texts.ChoiceGrantElsewhere),
                ]
                : [Of(action, order, Texts.ChoiceGrantElsewhere)],
            OrderAction.Rate => Enum.GetValues<OrderRating>()
                .Where(r => r != OrderRating.Dissatisfied)
                .Select(r => Of(action, order, OrderWords.RatingName(r), RatingArgument, r.ToString())),
            OrderAction.RateDissatisfied => [Of(action, order, Texts.ChoiceDissatisfied, RatingArgument, nameof(OrderRating.Dissatisfied))],
            OrderAction.Reopen => [Of(action, order, null, VerdictArgument, nameof(RatingVerdict.DoAgain))],
            OrderAction.DismissRating => [Of(action, order, null, VerdictArgument, nameof(RatingVerdict.Dismiss))],
            OrderAction.UpholdRating => [Of(action, order, null, VerdictArgument, nameof(RatingVerdict.Uphold))],
            _ => [Of(action, order)],
        };

    private static string Label(OrderAction action) =>
        action switch
        {
            OrderAction.Dispatch => Texts.ChoiceDispatch,
            OrderAction.Accept => Texts.ChoiceAccept,
            OrderAction.HandBack => Texts.ChoiceHandBack,
            OrderAction.AskMaterial => Texts.ChoiceAskMaterial,
            OrderAction.SupplyMaterial => Texts.ChoiceSupplyMaterial,
            OrderAction.ReceiveMaterial => Texts.ChoiceReceiveMaterial,
            OrderAction.Redispatch => Texts.ChoiceGrantElsewhere,
            OrderAction.Decline => Texts.ChoiceDecline,
            OrderAction.RefuseHandBack => Texts.ChoiceRefuseHandBack,
            OrderAction.Convert => Texts.ChoiceConvert,
            OrderAction.ReportProgress => Texts.ChoiceReportProgress,
            OrderAction.Rearrange => Texts.ChoiceRearrange,
            OrderAction.ReportPart => Texts.ChoiceReportPart,
            OrderAction.Complete => Texts.ChoiceComplete,
            OrderAction.Reopen => Texts.ChoiceReopen,
            OrderAction.DismissRating => Texts.ChoiceDismissRating,
            OrderAction.UpholdRating => Texts.ChoiceUpholdRating,
            OrderAction.AddMaterial => Texts.ChoiceAddMaterial,
            OrderAction.Share => Texts.ChoiceShare,
            OrderAction.Cancel => Texts.ChoiceCancel,
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Nobody presses this."),
        };
}
