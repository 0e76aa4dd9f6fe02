using System.Globalization;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations;

/// <summary>Buttons about a consultation. The verb is <c>consultation.</c> and the action of the lifecycle table; the step says for which text it was drawn.</summary>
public static class ConsultationChoices
{
    public const string VerbPrefix = "consultation.";

    /// <summary>Argument of a view button: which <see cref="ViewKind"/>.</summary>
    public const string KindArgument = "kind";

    /// <summary>Argument of a view button: for which unit.</summary>
    public const string UnitArgument = "unit";

    public static Choice Of(ConsultationAction action, Consultation consultation, string? label = null)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        return new Choice(
            label ?? Label(action),
            VerbPrefix + action,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["id"] = consultation.Id.ToString(),
                ["step"] = consultation.Step.ToString(CultureInfo.InvariantCulture),
            }
        );
    }

    /// <summary>Those of the actions that the actor may take now, by the lifecycle table.</summary>
    public static IEnumerable<Choice> Allowed(Actor actor, Consultation consultation, params IEnumerable<ConsultationAction> actions) =>
        actions.Where(action => ConsultationLifecycle.Table.Can(actor, action, consultation)).Select(action => Of(action, consultation));

    /// <summary>Everything the actor may do now, in the order of the lifecycle table; needs the invited units with their names.</summary>
    public static IEnumerable<Choice> Now(Actor actor, Consultation consultation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(consultation);
        return ConsultationLifecycle
            .Table.ActionsOf(actor, consultation)
            .Where(IsPressed)
            .Where(action => action != ConsultationAction.ConcludeInWriting || Conclusions.ConcludeInWriting.IsTimeFor(consultation, now))
            .SelectMany(action =>
                action == ConsultationAction.GiveView
                    ? consultation.InvitedUnits.Where(i => actor.WorksFor(i.UnitId)).SelectMany(i => Views(consultation, i.Unit!))
                    : [Of(action, consultation)]
            );
    }

    /// <summary>我局意见, 与我局职责无关, 无意见 for a unit. They carry no step: a view is welcome until the session opens.</summary>
    public static IEnumerable<Choice> Views(Consultation consultation, Unit unit)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        ArgumentNullException.ThrowIfNull(unit);
        return Enum.GetValues<ViewKind>()
            .Select(kind => new Choice(
                ViewWords.Label(kind, unit),
                VerbPrefix + ConsultationAction.GiveView,
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["id"] = consultation.Id.ToString(),
                    [UnitArgument] = unit.Id.ToString(),
                    [KindArgument] = kind.ToString(),
                }
            ));
    }

    /// <summary>看全文: the record's page.</summary>
    public static Choice Full(Consultation consultation)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        return new Choice(Texts.ChoiceFull, "open", Url: $"/records/{consultation.Number}");
    }

    /// <summary>Small last line of a message: 会商12号 · HS-2026-0012.</summary>
    public static string Footer(Consultation consultation)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        return Texts.Footer.With(RecordNumber.Sequence(consultation.Number), consultation.Number);
    }

    public static string RouteName(AdmissionRoute route) => Label(AdmitConsultation.ActionFor(route));

    // What happens to a consultation because of its session is done there.
    private static bool IsPressed(ConsultationAction action) =>
        action
            is not (
                ConsultationAction.EnterView
                or ConsultationAction.Unschedule
                or ConsultationAction.Hear
                or ConsultationAction.DraftMinutes
                or ConsultationAction.Conclude
            );

    /// <summary>The verb that a person reads.</summary>
    public static string Label(ConsultationAction action) =>
        action switch
        {
            ConsultationAction.Release => Texts.ChoiceRelease,
            ConsultationAction.ReleaseOnBehalf => Texts.ChoiceReleaseOnBehalf,
            ConsultationAction.RevokeRelease => Texts.ChoiceRevoke,
            ConsultationAction.SendBack => Texts.ChoiceSendBack,
            ConsultationAction.Amend => Texts.ChoiceAmend,
            ConsultationAction.AddMaterial => Texts.ChoiceAddMaterial,
            ConsultationAction.AdmitForViews => Texts.ChoiceAdmitForViews,
            ConsultationAction.AdmitForRegularSession => Texts.ChoiceAdmitForRegular,
            ConsultationAction.AdmitForOwnSession => Texts.ChoiceAdmitForOwn,
            ConsultationAction.ConvertToOrder => Texts.ChoiceConvert,
            ConsultationAction.ReturnForCompletion => Texts.ChoiceReturn,
            ConsultationAction.Complete => Texts.ChoiceComplete,
            ConsultationAction.GiveView => Texts.ChoiceGiveView,
            ConsultationAction.Schedule => Texts.ChoiceSchedule,
            ConsultationAction.ConcludeInWriting => Texts.ChoiceConclude,
            ConsultationAction.Cancel => Texts.ChoiceCancel,
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Nobody presses this."),
        };
}
