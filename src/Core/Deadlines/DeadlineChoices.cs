using System.Globalization;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Core.Deadlines;

/// <summary>Buttons about a deadline. The verb is <c>deadline.</c> and the action of the lifecycle table.</summary>
public static class DeadlineChoices
{
    public const string VerbPrefix = "deadline.";

    /// <summary>Shows a deadline with everything the reader may do about it.</summary>
    public const string Show = VerbPrefix + "Show";

    /// <summary>为什么是这天.</summary>
    public const string Why = VerbPrefix + "Why";

    /// <summary>照发: nothing changes; the answer says when.</summary>
    public const string SendAsPlanned = VerbPrefix + "SendAsPlanned";

    /// <summary>已电话办了，我来补录.</summary>
    public const string EnterAnswer = VerbPrefix + "EnterAnswer";

    public static Choice Of(DeadlineAction action, Deadline deadline, string? label = null)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return Make(label ?? Label(action, deadline), VerbPrefix + action, deadline);
    }

    /// <summary>Opens a deadline from a list.</summary>
    public static Choice Open(Guid id, string label) =>
        new(label, Show, new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = id.ToString() });

    public static Choice WhyThisDay(Deadline deadline) => Make(Texts.ChoiceWhy, Why, deadline);

    /// <summary>Those of the actions that the reader may take now, by the lifecycle table.</summary>
    public static IEnumerable<Choice> Allowed(Actor reader, Deadline deadline, params IEnumerable<DeadlineAction> actions) =>
        actions.Where(action => DeadlineLifecycle.Table.Can(reader, action, deadline)).Select(action => Of(action, deadline));

    /// <summary>What the unit can do besides the thing itself: before the limit ask for more time, after it explain.</summary>
    public static IEnumerable<Choice> ForOwner(Actor reader, Deadline deadline, DateTimeOffset now) =>
        now <= deadline.Due
            ? Allowed(reader, deadline, DeadlineAction.AskExtension)
            : Allowed(reader, deadline, DeadlineAction.Explain, DeadlineAction.ClaimAnswered);

    /// <summary>照发, 缓一个工作日: before the unit's leader hears.</summary>
    public static IEnumerable<Choice> BeforeLeaderHears(Actor reader, Deadline deadline) =>
        [
            Make(Texts.ChoiceSendAsPlanned, SendAsPlanned, deadline),
            .. Allowed(reader, deadline, DeadlineAction.Hold),
            .. deadline.Promise == Promise.View ? [Make(Texts.ChoiceEnterAnswer, EnterAnswer, deadline)] : (Choice[])[],
        ];

    /// <summary>看全文: the page of its record.</summary>
    public static Choice Full(Deadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return new Choice(Texts.ChoiceFull, "open", Url: PageOf(deadline));
    }

    /// <summary>The page of the record a deadline belongs to.</summary>
    public static string PageOf(Deadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return deadline.RecordKind == Persistence.RecordNumber.Session ? $"/minutes/{deadline.Number}" : $"/records/{deadline.Number}";
    }

    private static Choice Make(string label, string verb, Deadline deadline) =>
        new(
            label,
            verb,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["id"] = deadline.Id.ToString(),
                ["step"] = deadline.Step.ToString(CultureInfo.InvariantCulture),
            }
        );

    private static string Label(DeadlineAction action, Deadline deadline) =>
        action switch
        {
            DeadlineAction.AskExtension => Texts.ChoiceAskExtension,
            DeadlineAction.ClaimAnswered => Texts.ChoiceClaimAnswered,
            DeadlineAction.Explain => Texts.ChoiceExplain,
            DeadlineAction.TakeCharge => Texts.ChoiceTakeCharge,
            DeadlineAction.Hold => Texts.ChoiceHold,
            DeadlineAction.Pause => Texts.ChoicePause,
            DeadlineAction.Resume => Texts.ChoiceResume,
            DeadlineAction.Grant => deadline.Asked == RulingKind.Extension ? Texts.ChoiceGrantExtension : Texts.ChoiceGrantAnswered,
            DeadlineAction.Refuse => deadline.Asked == RulingKind.Extension ? Texts.ChoiceRefuseExtension : Texts.ChoiceRefuseAnswered,
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Nobody presses this."),
        };
}
