using System.Globalization;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.TypicalPractices;

/// <summary>Buttons about a practice. The verb is <c>practice.</c> and the action of the lifecycle table; the step says for which text it was drawn.</summary>
public static class PracticeChoices
{
    public const string VerbPrefix = "practice.";

    /// <summary>The office's four decisions, in the order in which they are offered.</summary>
    public static IReadOnlyList<PracticeAction> Decisions { get; } =
    [PracticeAction.Adopt, PracticeAction.Reserve, PracticeAction.ReturnForRevision, PracticeAction.NotAdopt];

    public static Choice Of(PracticeAction action, TypicalPractice practice, string? label = null)
    {
        ArgumentNullException.ThrowIfNull(practice);
        return action == PracticeAction.RecordAdoption
            // Level, day, place and instruction are filled in on the page.
            ? new Choice(label ?? Label(action), "open", Url: $"{PathOf(practice)}#act")
            : new Choice(
                label ?? Label(action),
                VerbPrefix + action,
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["id"] = practice.Id.ToString(),
                    ["step"] = practice.Step.ToString(CultureInfo.InvariantCulture),
                }
            );
    }

    /// <summary>Those of the actions that the actor may take now, by the lifecycle table.</summary>
    public static IEnumerable<Choice> Allowed(Actor actor, TypicalPractice practice, params IEnumerable<PracticeAction> actions) =>
        actions.Where(action => PracticeLifecycle.Table.Can(actor, action, practice)).Select(action => Of(action, practice));

    /// <summary>Everything the actor may do now, in the order of the lifecycle table.</summary>
    public static IEnumerable<Choice> Now(Actor actor, TypicalPractice practice) =>
        Allowed(actor, practice, PracticeLifecycle.Table.ActionsOf(actor, practice));

    /// <summary>看全文: the practice's page.</summary>
    public static Choice Full(TypicalPractice practice) => new(Texts.ChoiceFull, "open", Url: PathOf(practice));

    /// <summary>Small last line of a message: 经验7号 · JY-2026-0007.</summary>
    public static string Footer(string number) => Texts.Footer.With(RecordNumber.Sequence(number), number);

    /// <summary>The verb that a person reads.</summary>
    public static string Label(PracticeAction action) =>
        action switch
        {
            PracticeAction.Release => Texts.ChoiceRelease,
            PracticeAction.ReleaseOnBehalf => Texts.ChoiceReleaseOnBehalf,
            PracticeAction.RevokeRelease => Texts.ChoiceRevoke,
            PracticeAction.SendBack => Texts.ChoiceSendBack,
            PracticeAction.Amend => Texts.ChoiceAmend,
            PracticeAction.Adopt => Texts.ChoiceAdopt,
            PracticeAction.Reserve => Texts.ChoiceReserve,
            PracticeAction.ReturnForRevision => Texts.ChoiceReturn,
            PracticeAction.NotAdopt => Texts.ChoiceNotAdopt,
            PracticeAction.RecordAdoption => Texts.ChoiceRecordAdoption,
            PracticeAction.Cancel => Texts.ChoiceCancel,
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, message: null),
        };

    private static string PathOf(TypicalPractice practice) => $"/practices/{practice.Number}";
}
