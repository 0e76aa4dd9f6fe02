using System.Globalization;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>Buttons about the paper. The verb is <c>minutes.</c> and the action of the lifecycle table; the step says for which text it was drawn.</summary>
public static class MinutesChoices
{
    public const string VerbPrefix = "minutes.";

    /// <summary>Argument of a countersignature: a name of <see cref="CountersignChoice"/>.</summary>
    public const string ChoiceArgument = "choice";

    /// <summary>Argument of a countersignature: for which unit.</summary>
    public const string UnitArgument = "unit";

    // What follows by itself is pressed by nobody; the text is edited on its page.
    private static readonly MinutesAction[] NotPressed = [MinutesAction.AllAgreed, MinutesAction.Chase, MinutesAction.Edit];

    public static Choice Of(MinutesAction action, Minutes minutes, string? label = null) => Make(action, minutes, label ?? Label(action, minutes));

    /// <summary>同意, 原则同意，建议……, 不同意, 保留意见 for a unit.</summary>
    public static IEnumerable<Choice> Countersign(Minutes minutes, Guid unitId) =>
        Enum.GetValues<CountersignChoice>()
            .Select(choice =>
                Make(
                    MinutesAction.Countersign,
                    minutes,
                    MinutesNames.Name(choice),
                    KeyValuePair.Create(UnitArgument, unitId.ToString()),
                    KeyValuePair.Create(ChoiceArgument, choice.ToString())
                )
            );

    /// <summary>Everything the actor may press now, in the order of the lifecycle table.</summary>
    public static IEnumerable<Choice> Now(Actor actor, Minutes minutes)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(minutes);
        return MinutesLifecycle
            .Table.ActionsOf(actor, minutes)
            .Where(action => !NotPressed.Contains(action))
            .SelectMany(action =>
                action == MinutesAction.Countersign
                    ? minutes.Asked.Where(c => actor.WorksFor(c.UnitId)).SelectMany(c => Countersign(minutes, c.UnitId))
                    : [Of(action, minutes)]
            );
    }

    /// <summary>Those of the actions that the actor may take now.</summary>
    public static IEnumerable<Choice> Allowed(Actor actor, Minutes minutes, params IEnumerable<MinutesAction> actions) =>
        actions.Where(action => MinutesLifecycle.Table.Can(actor, action, minutes)).Select(action => Of(action, minutes));

    /// <summary>看全文: the page of the paper.</summary>
    public static Choice Full(Minutes minutes)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        return new Choice(Texts.ChoiceFull, "open", Url: $"/minutes/{minutes.Number}");
    }

    /// <summary>修改: the office edits on a page of its own.</summary>
    public static Choice Edit(Minutes minutes)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        return new Choice(Texts.ChoiceEdit, "open", Url: $"/minutes/{minutes.Number}/edit");
    }

    private static Choice Make(MinutesAction action, Minutes minutes, string label, params IEnumerable<KeyValuePair<string, string>> more)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        var arguments = new Dictionary<string, string>(more, StringComparer.Ordinal)
        {
            ["id"] = minutes.Id.ToString(),
            ["step"] = minutes.Step.ToString(CultureInfo.InvariantCulture),
        };
        return new Choice(label, VerbPrefix + action, arguments);
    }

    private static string Label(MinutesAction action, Minutes minutes) =>
        action switch
        {
            MinutesAction.SendForCountersign => minutes.Round == 0 ? Texts.ChoiceSend : Texts.ChoiceSendAgain,
            MinutesAction.Submit => Texts.ChoiceSubmit,
            MinutesAction.CloseCountersign => Texts.ChoiceClose,
            MinutesAction.SignOff => Texts.ChoiceSignOff,
            MinutesAction.SignOffOnBehalf => Texts.ChoiceSignOffOnBehalf,
            MinutesAction.RevokeSignOff => Texts.ChoiceRevoke,
            MinutesAction.SendBack => Texts.ChoiceSendBack,
            MinutesAction.Issue => minutes.IssueNumber is null ? Texts.ChoiceIssue : Texts.ChoiceIssueCorrection,
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Nobody presses this."),
        };
}
